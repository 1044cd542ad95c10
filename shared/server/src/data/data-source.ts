import { DataSource, type EntityTarget, type MigrationInterface, type ObjectLiteral } from 'typeorm';
import { OutboxNotify2025010100200 } from '../live/outbox-notify.migration.js';
import { KitChangeLog2025010100300 } from '../cache/change-log.migration.js';
import { watchTables } from '../cache/change-log.js';
import { KitTables2025010100000 } from './kit-migration.js';
import { CountingLogger } from './statements.js';

export interface DataParts {
  name: string;
  entities: EntityTarget<ObjectLiteral>[];
  migrations: (new () => MigrationInterface)[];
}

/** Connection of a subgraph to its own database. Pool of 8: four subgraphs and jobs stay under 100 connections. */
export function createDataSource(parts: DataParts, url: string): DataSource {
  return new DataSource({
    type: 'postgres',
    url,
    applicationName: parts.name,
    entities: parts.entities as never,
    migrations: [KitTables2025010100000, OutboxNotify2025010100200, KitChangeLog2025010100300, ...parts.migrations],
    migrationsTransactionMode: 'each',
    synchronize: false,
    installExtensions: false,
    poolSize: 8,
    connectTimeoutMS: 10_000,
    logging: ['query'],
    logger: new CountingLogger(),
    extra: { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 },
  });
}

const MIGRATION_LOCK = 7_214_001;

/** Brings the database to the newest shape; replicas that start together wait for each other. */
export async function migrate(dataSource: DataSource): Promise<void> {
  const lock = dataSource.createQueryRunner();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await dataSource.runMigrations();
    await watchTables(dataSource);
  } finally {
    await lock.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK]).catch(() => undefined);
    await lock.release();
  }
}
