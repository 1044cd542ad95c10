import { newId } from '@thidua/contracts';
import { serviceIdentity } from '@thidua/server';
import { publicKeys } from '@thidua/dev';
import { readEvents, type EventReader } from '@thidua/testing';
import type { SpawnedGraph } from '@thidua/testing/spawn';
import { createClient } from 'graphql-ws';
import { renameSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { WebSocket } from 'ws';
import { smallSupergraph, spawnSmallGraph } from './small/small-graph.js';

const STEPS = 'subscription ($person: ID!) { stepped(person: $person) { steps person { id motto } } }';

describe('subscriptions through the gateway, on real subgraphs and PostgreSQL', () => {
  let graph: SpawnedGraph;
  let file: string;
  let outbox: pg.Client;
  const readers: EventReader[] = [];

  beforeAll(async () => {
    ({ graph, file } = await spawnSmallGraph());
    outbox = new pg.Client({ connectionString: graph.database('organisations') });
    await outbox.connect();
  });
  afterAll(async () => {
    readers.forEach((reader) => reader.close());
    await outbox?.end();
    await graph?.stop();
  });

  const person = (): string => newId();
  /** A step of a person, committed to the outbox of the subgraph, whether it runs or not. */
  const step = (who: string, n: number): Promise<unknown> =>
    outbox.query('insert into outbox (id, name, at, payload) values ($1, $2, now(), $3)', [
      newId(),
      'organisations.person.stepped.v1',
      { person: who, n },
    ]);
  const listen = async (token: string | null, who: string, since?: string, query = STEPS): Promise<EventReader> => {
    const stop = new AbortController();
    const response = await fetch(`${graph.url('gateway')}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query, variables: { person: who } }),
      headers: {
        'content-type': 'application/json',
        accept: 'text/event-stream',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
        ...(since ? { 'last-event-id': since } : {}),
      },
      signal: stop.signal,
    });
    const reader = await readEvents(response, stop);
    readers.push(reader);
    return reader;
  };
  /** Steps as they come, up to one. */
  const stepsUntil = async (reader: EventReader, last: number): Promise<{ steps: number[]; position: string }> => {
    const steps: number[] = [];
    for (;;) {
      const event = await reader.next();
      if (!event) throw new Error(`ended after ${steps.join()}`);
      steps.push(...event.data.stepped.steps);
      if (steps.at(-1) === last) return { steps, position: event.position };
    }
  };
  const upTo = (last: number): number[] => Array.from({ length: last }, (_, n) => n + 1);
  const service = async (name: 'organisations' | 'awards', path: string): Promise<{ asked: number }> => {
    const identity = await serviceIdentity(
      JSON.stringify(graph.secrets.serviceKeys['gateway']),
      JSON.stringify(publicKeys(graph.secrets.serviceKeys)),
    );
    const response = await fetch(`${graph.url(name)}${path}`, { headers: { 'x-thidua-assertion': await identity.assertSelf(name) } });
    return response.json() as Promise<{ asked: number }>;
  };

  it('says what is now, then what comes, each event completed by the other subgraph', async () => {
    const who = person();
    const reader = await listen(await graph.token('LAN'), who);
    expect((await reader.next())!.data).toEqual({ stepped: { steps: [], person: { id: who, motto: `phương châm của ${who}` } } });
    await step(who, 1);
    expect((await reader.next())!.data.stepped.steps).toEqual([1]);
  });

  it('reads one line for all screens of a person, and asks the other subgraph once per event', async () => {
    const [who, token] = [person(), await graph.token('LAN')];
    const screens = await Promise.all(Array.from({ length: 6 }, () => listen(token, who)));
    await Promise.all(screens.map((screen) => screen.next()));
    const { asked } = await service('awards', '/asked');
    for (const n of upTo(5)) {
      await step(who, n);
      for (const screen of screens) expect((await stepsUntil(screen, n)).steps).toEqual([n]);
    }
    expect((await service('awards', '/asked')).asked - asked).toBe(5);
  });

  it('goes on when the subgraph is killed and comes back: no step is lost, none comes twice', async () => {
    const who = person();
    const reader = await listen(await graph.token('LAN'), who);
    await reader.next();
    await step(who, 1);
    await step(who, 2);
    await stepsUntil(reader, 2);
    await graph.kill('organisations');
    for (const n of [3, 4, 5]) await step(who, n);
    await graph.start('organisations');
    for (const n of [6, 7]) await step(who, n);
    expect((await stepsUntil(reader, 7)).steps).toEqual([3, 4, 5, 6, 7]);
  });

  it('goes on for a reader over another gateway process: what came meanwhile is told after his position', async () => {
    const [who, token] = [person(), await graph.token('LAN')];
    const reader = await listen(token, who);
    await reader.next();
    await step(who, 1);
    const { position } = await stepsUntil(reader, 1);
    await graph.restart('gateway');
    expect(await reader.next()).toMatchObject({ errors: [{ extensions: { code: 'LIVE_ENDED', reason: 'DRAINING', retry: true } }] });
    for (const n of [2, 3]) await step(who, n);
    const again = await listen(token, who, position);
    expect((await stepsUntil(again, 3)).steps).toEqual([2, 3]);
  });

  it('ends with the token, and goes on with the next one', async () => {
    const who = person();
    const reader = await listen(await graph.token('LAN', { expiresIn: 3 }), who);
    const { position } = (await reader.next())!;
    expect(await reader.next()).toMatchObject({ errors: [{ extensions: { code: 'LIVE_ENDED', reason: 'TOKEN_EXPIRED', retry: true } }] });
    expect(await reader.next()).toBeNull();
    await step(who, 1);
    expect((await stepsUntil(await listen(await graph.token('LAN'), who, position), 1)).steps).toEqual([1]);
  });

  it('PF-06 opens for nobody without sign-in or permission', async () => {
    await expect(listen(null, person())).rejects.toThrow(/401.*UNAUTHENTICATED/);
    await expect(listen(await graph.token('MAI'), person())).rejects.toThrow(/403.*FORBIDDEN/);
    await expect(listen(await graph.token('LAN', { expiresIn: -60 }), person())).rejects.toThrow(/401.*TOKEN_EXPIRED/);
  });

  it('PF-06 tells nothing more to a person who has lost the permission', async () => {
    const who = person();
    const [lan, bao] = [await listen(await graph.token('LAN'), who), await listen(await graph.token('BAO'), who)];
    await Promise.all([lan.next(), bao.next()]);
    await service('organisations', '/dismiss?sub=BAO');
    expect(await bao.next()).toMatchObject({
      errors: [{ extensions: { reason: 'GRANTS_CHANGED', retry: false } }, { extensions: { code: 'FORBIDDEN' } }],
    });
    await step(who, 1);
    expect((await stepsUntil(lan, 1)).steps).toEqual([1]);
    expect(await bao.next()).toBeNull();
  });

  it('goes over to a new supergraph where that can serve it, and ends where it cannot', async () => {
    const put = (sdl: string): void => {
      writeFileSync(`${file}.new`, sdl);
      renameSync(`${file}.new`, file);
    };
    const [who, token] = [person(), await graph.token('LAN')];
    const stays = await listen(token, who);
    const goes = await listen(token, who, undefined, 'subscription ($person: ID!) { stepped(person: $person) { steps seenBy } }');
    await Promise.all([stays.next(), goes.next()]);
    put(smallSupergraph().replace(/^\s+seenBy: .*$/m, ''));
    expect(await goes.next()).toMatchObject({
      errors: [{ extensions: { reason: 'SCHEMA_CHANGED', retry: false } }, { extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
    });
    await step(who, 1);
    expect((await stepsUntil(stays, 1)).steps).toEqual([1]);
    put(smallSupergraph());
    await vi.waitFor(
      async () => (await listen(token, who, undefined, 'subscription ($person: ID!) { stepped(person: $person) { seenBy } }')).close(),
      { timeout: 10_000, interval: 200 },
    );
  });

  it('PF-07 opens 32 streams for one caller and no more, says so, and opens again when one is closed', async () => {
    readers.splice(0).forEach((reader) => reader.close());
    const token = await graph.token('LAN');
    const opened: EventReader[] = [];
    await vi.waitFor(
      async () => {
        opened.splice(0).forEach((reader) => reader.close());
        for (let n = 0; n < 32; n += 1) opened.push(await listen(token, person()));
      },
      { timeout: 20_000, interval: 500 },
    );
    await expect(listen(token, person())).rejects.toThrow(/429.*"limit":\{"name":"perCaller","allowed":32\},"code":"BAD_USER_INPUT"/);
    opened.pop()!.close();
    await vi.waitFor(() => listen(token, person()), { timeout: 5_000, interval: 100 });
    readers.splice(0).forEach((reader) => reader.close());
  });

  it('carries sockets of the library graphql-ws: the token comes with the greeting, and ends the socket', async () => {
    const who = person();
    const tokens = [await graph.token('LAN', { expiresIn: 4 }), await graph.token('LAN')];
    const closes: unknown[] = [];
    const client = createClient({
      url: `${graph.url('gateway').replace('http', 'ws')}/graphql`,
      webSocketImpl: WebSocket,
      connectionParams: () => ({ authorization: `Bearer ${tokens.shift()}` }),
      retryWait: () => sleep(50),
      on: { closed: (event) => void closes.push((event as { code: number; reason: string }).reason) },
    });
    const read = client.iterate<{ stepped: { steps: number[] } }>({ query: STEPS, variables: { person: who } });
    expect((await read.next()).value).toMatchObject({ data: { stepped: { steps: [] } } });
    await vi.waitFor(() => expect(closes).toEqual(['TOKEN_EXPIRED']), { timeout: 10_000 });
    await read.next();
    await step(who, 1);
    expect((await read.next()).value).toMatchObject({ data: { stepped: { steps: [1] } } });
    await client.dispose();
  });
});
