import { bindTransaction, businessClock } from '@thidua/server';
import { DEMO_INSTANT, testDatabase, type TestDatabase } from '@thidua/testing';
import { spawn, type ChildProcess } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraph } from '../subgraph.js';

const root = fileURLToPath(new URL('../../../..', import.meta.url));
const script = fileURLToPath(new URL('../../test/follower.ts', import.meta.url));
const clock = businessClock(DEMO_INSTANT);
const TASKS = 600;

let db: TestDatabase;
let awards: TestDatabase;
let follower: ChildProcess | null = null;

/** A real process that follows the feed; no shell or runner in between, so that SIGKILL hits it. */
function start(): ChildProcess {
  const args = ['--conditions=development', '--import', 'tsx', script, db.url, awards.url];
  follower = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, TSX_TSCONFIG_PATH: `${root}/tsconfig.dev.json` },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  return follower;
}
const count = async (sql: string): Promise<number> => Number((await db.dataSource.query(`select count(*) as n from ${sql}`))[0].n);
async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) await new Promise((resolve) => setTimeout(resolve, 5));
}
async function kill(process: ChildProcess): Promise<void> {
  const gone = new Promise((resolve) => process.once('exit', resolve));
  process.kill('SIGKILL');
  await gone;
}

beforeAll(async () => {
  [db, awards] = await Promise.all([testDatabase(subgraph), testDatabase(subgraph)]);
  await awards.dataSource.transaction(async (manager) => {
    const tx = bindTransaction(manager, { actor: { kind: 'service', id: 'awards', name: 'awards', roles: [] }, now: clock.now() });
    for (let n = 0; n < TASKS; n += 1) {
      await tx.emit('awards.task.opened.v1', {
        taskId: `t${n}`,
        kind: 'DECISION_SIGN',
        vars: {},
        dueDate: null,
        link: '/',
        assignee: { personId: 'p' },
        entity: { typeName: 'Decision', id: `d${n % 3}` },
        change: 'UPDATED',
        visibility: { kind: 'PUBLIC' },
      });
      if (n % 2 === 0) await tx.emit('awards.task.closed.v1', { taskId: `t${n}` });
    }
  });
});
afterAll(async () => {
  if (follower) await kill(follower);
  await Promise.all([db.drop(), awards.drop()]);
});

describe('the projection of a process that is killed', () => {
  it('has every event exactly once and in order after kill -9 at any moment', async () => {
    for (const seen of [20, 200, 400]) {
      const running = start();
      await until(async () => (await count('change_row')) >= seen);
      await kill(running);
    }
    start();
    await until(async () => (await count(`feed_offset where caught_up_at is not null`)) === 1 && (await count('change_row')) >= TASKS);
    expect([await count('change_row'), await count('inbox_task'), await count('inbox_task where closed_at is null')]).toEqual([
      TASKS,
      TASKS,
      TASKS / 2,
    ]);
    const broken = await db.dataSource.query(
      `select 1 from (select seq, supersedes_seq, lag(seq) over (partition by entity_id order by seq) as before from change_row) c where supersedes_seq is distinct from before`,
    );
    expect(broken).toEqual([]);
    const order = await db.dataSource.query(`select array_agg(id order by seq) as ids from inbox_task`);
    expect(order[0].ids).toEqual(Array.from({ length: TASKS }, (_, n) => `awards:t${n}`));
  });
});
