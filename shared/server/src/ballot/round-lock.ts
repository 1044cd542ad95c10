import type { DataSource, QueryRunner } from 'typeorm';

let queue: Promise<unknown> = Promise.resolve();

/**
 * Runs work while nobody else casts or closes in this round: one after the other inside the process (a waiting vote
 * holds no connection), and by an advisory lock of the session across processes. A crash ends the session and with it
 * the lock. At most one reservation of a round can therefore be in flight, which is what makes it countable.
 */
export function withRoundLocked<T>(dataSource: DataSource, roundId: string, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const turn = queue.then(() => locked(dataSource, roundId, work));
  queue = turn.catch(() => undefined);
  return turn;
}

async function locked<T>(dataSource: DataSource, roundId: string, work: (runner: QueryRunner) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('select pg_advisory_lock(hashtextextended($1, 0))', [`ballot:${roundId}`]);
    try {
      return await work(runner);
    } finally {
      if (runner.isTransactionActive) await runner.rollbackTransaction();
      await runner.query('select pg_advisory_unlock(hashtextextended($1, 0))', [`ballot:${roundId}`]);
    }
  } finally {
    await runner.release();
  }
}

/** One transaction on a connection that already holds a lock. */
export async function inTransaction<T>(runner: QueryRunner, work: () => Promise<T>): Promise<T> {
  await runner.startTransaction();
  try {
    const result = await work();
    await runner.commitTransaction();
    return result;
  } catch (error) {
    if (runner.isTransactionActive) await runner.rollbackTransaction();
    throw error;
  }
}
