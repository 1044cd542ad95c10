import { AsyncLocalStorage } from 'node:async_hooks';
import type { Logger } from 'typeorm';
import type { Reads } from '../cache/reads.js';

/** Counts the SQL statements of one request: the proof that a list costs O(1). */
export interface StatementCount {
  count: number;
  sql: string[];
  /** Notes what an answer rests on. */
  reads?: Reads | undefined;
}

const store = new AsyncLocalStorage<StatementCount>();

/** Runs work and tells how many statements it sent; `reads` notes what they read. */
export async function countStatements<T>(work: () => Promise<T>, reads?: Reads): Promise<{ value: T; statements: StatementCount }> {
  const statements: StatementCount = { count: 0, sql: [], reads };
  const value = await store.run(statements, work);
  return { value, statements };
}

/** Statements of the request at hand; 0 outside a counted run. */
export const statementsSoFar = (): number => store.getStore()?.count ?? 0;

/** TypeORM logger that only counts. */
export class CountingLogger implements Logger {
  logQuery(query: string): void {
    const counter = store.getStore();
    if (!counter) return;
    counter.count += 1;
    counter.reads?.statement(query);
    if (counter.sql.length < 200) counter.sql.push(query);
  }
  logQueryError(): void {}
  logQuerySlow(): void {}
  logSchemaBuild(): void {}
  logMigration(): void {}
  log(): void {}
}
