import type { AssertedActor } from '@thidua/contracts';
import { bindTransaction, type Transaction } from '@thidua/server';
import { liveServer, testDatabase, type LiveServer, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoActor, org, person } from '../../test/actors.js';
import { projectionHandlers } from '../projection/projection.handlers.js';
import { subgraph } from '../subgraph.js';

const INBOX = 'subscription { inboxChanged { totalCount opened { id title } closed } }';

let db: TestDatabase;
let live: LiveServer;
const who: Record<string, AssertedActor> = {};

beforeAll(async () => {
  db = await testDatabase(subgraph, { fixture: 'demo' });
  await db.dataSource.query('truncate inbox_task');
  live = await liveServer(subgraph, db.dataSource);
  for (const sub of ['LAN', 'SON']) who[sub] = await demoActor(db.dataSource, sub);
});
afterAll(async () => {
  await live.stop();
  await db.drop();
});

/** What comes over the feed of awards, as the projection takes it. */
const ingest = (work: (handle: (name: string, payload: object) => Promise<void>) => Promise<void>): Promise<void> =>
  db.dataSource.transaction(async (manager) => {
    const service = { kind: 'service' as const, id: 'awards', name: 'awards', roles: [] };
    const tx: Transaction = bindTransaction(manager, { actor: service, now: new Date('2025-12-15T02:00:00Z') });
    const handlers = projectionHandlers('awards');
    await work(async (name, payload) => {
      const event = { cursor: '1:1', id: '', name, at: '2025-12-15T02:00:00Z', payload };
      await handlers[name]!(event as never, tx);
    });
  });
const task = (taskId: string, assignee: object) => ({
  taskId,
  kind: 'NOMINATION_APPRAISE',
  vars: { award: 'LĐTT', nominee: 'Lý Hoàng Nam' },
  dueDate: '2025-12-18',
  link: '/x',
  assignee,
});
const office = { role: 'DEPARTMENT_OFFICE', scopeId: org('SKHCN') };

describe('the inbox, live', () => {
  it('says how many tasks wait, and then what came and what went, each person his own', async () => {
    const lan = await live.subscribe(INBOX, () => who['LAN']!);
    const son = await live.subscribe(INBOX, () => who['SON']!);
    expect((await lan.next())!.data.inboxChanged).toEqual({ totalCount: 0, opened: [], closed: [] });
    expect((await son.next())!.data.inboxChanged).toMatchObject({ totalCount: 0 });
    await ingest(async (handle) => {
      await handle('awards.task.opened.v1', task('a', office));
      await handle('awards.task.opened.v1', task('b', { personId: person('LAN') }));
    });
    const opened = (await lan.next())!.data.inboxChanged;
    expect(opened).toEqual({
      totalCount: 2,
      opened: ['awards:a', 'awards:b'].map((id) => ({ id, title: 'Thẩm định đề nghị LĐTT · Lý Hoàng Nam' })),
      closed: [],
    });
    await ingest((handle) => handle('awards.task.opened.v1', task('b', { personId: person('SON') })));
    expect((await lan.next())!.data.inboxChanged).toEqual({ totalCount: 1, opened: [], closed: ['awards:b'] });
    expect((await son.next())!.data.inboxChanged).toMatchObject({ totalCount: 1, opened: [{ id: 'awards:b' }] });
    await ingest((handle) => handle('awards.task.closed.v1', { taskId: 'a' }));
    expect((await lan.next())!.data.inboxChanged).toEqual({ totalCount: 0, opened: [], closed: ['awards:a'] });
    lan.close();
    son.close();
  });

  it('tells a reader who was away everything since, and nothing that was not his', async () => {
    const before = await live.subscribe(INBOX, () => who['LAN']!);
    const { position } = (await before.next())!;
    before.close();
    await ingest((handle) => handle('awards.task.opened.v1', task('c', { personId: person('SON') })));
    await ingest((handle) => handle('awards.task.opened.v1', task('d', office)));
    const after = await live.subscribe(INBOX, () => who['LAN']!, { since: position });
    expect((await after.next())!.data.inboxChanged).toMatchObject({ totalCount: 1, opened: [{ id: 'awards:d' }], closed: [] });
    after.close();
  });

  it('refuses who is not signed in', async () => {
    await expect(live.subscribe(INBOX, () => ({ kind: 'public', id: 'public', name: 'public', roles: [] }))).rejects.toThrow(
      'UNAUTHENTICATED',
    );
  });
});
