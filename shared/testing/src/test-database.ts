import { createDataSource, migrate, seedOnce, businessClock, type SubgraphDefinition } from '@thidua/server';
import { createHash, randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';

/** Business instant of the demo: 15 December 2025, 09:00 in Vietnam. */
export const DEMO_INSTANT = '2025-12-15T09:00:00+07:00';

export interface TestDatabase {
  dataSource: DataSource;
  url: string;
  drop(): Promise<void>;
}

async function admin<T>(work: (client: pg.Client) => Promise<T>, database?: string): Promise<T> {
  const url = new URL(serverUrl());
  if (database) url.pathname = `/${database}`;
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function serverUrl(): string {
  const url = process.env['TEST_POSTGRES_URL'];
  if (!url) throw new Error('TEST_POSTGRES_URL is not set: run data tests through the vitest project "db".');
  return url;
}

function urlOf(database: string): string {
  const url = new URL(serverUrl());
  url.pathname = `/${database}`;
  return url.href;
}

/** A migrated template per subgraph, shape (its migrations) and fixture, made once per server; copies of it take about 50 ms. */
async function template(definition: SubgraphDefinition, fixture: string | null): Promise<string> {
  const shape = createHash('sha1')
    .update(definition.migrations.map((migration) => migration.name).join())
    .digest('hex')
    .slice(0, 6);
  const name = `tpl_${definition.name}_${shape}_${fixture?.replaceAll(/\W/g, '_') ?? 'empty'}`;
  await admin(async (client) => {
    await client.query('select pg_advisory_lock(hashtext($1))', [name]);
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount) return;
    const building = `${name}_b${randomBytes(3).toString('hex')}`;
    await client.query(`create database ${building}`);
    await admin(
      (inside) =>
        inside.query(
          'create extension if not exists unaccent; create extension if not exists pg_trgm; create extension if not exists pgcrypto',
        ),
      building,
    );
    const dataSource = await createDataSource(definition, urlOf(building)).initialize();
    await migrate(dataSource);
    if (fixture) await seedOnce(definition, dataSource, businessClock(DEMO_INSTANT), fixture);
    await dataSource.destroy();
    await client.query(`alter database ${building} rename to ${name}`);
  });
  return name;
}

/** A fresh database of a subgraph: migrated, and with a demo fixture when named. Drop it in `afterAll`. */
export async function testDatabase(definition: SubgraphDefinition, options: { fixture?: string } = {}): Promise<TestDatabase> {
  const from = await template(definition, options.fixture ?? null);
  const name = `t_${definition.name}_${randomBytes(6).toString('hex')}`;
  await admin((client) => client.query(`create database ${name} template ${from}`));
  const url = urlOf(name);
  const dataSource = await createDataSource(definition, url).initialize();
  return {
    dataSource,
    url,
    async drop() {
      if (dataSource.isInitialized) await dataSource.destroy();
      await admin((client) => client.query(`drop database if exists ${name} with (force)`));
    },
  };
}

/** A fresh database with nothing in it, for what is no subgraph (host, gateway). Drop it in `afterAll`. */
export async function emptyDatabase(label: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `t_${label}_${randomBytes(6).toString('hex')}`;
  await admin((client) => client.query(`create database ${name}`));
  return {
    url: urlOf(name),
    drop: () => admin(async (client) => void (await client.query(`drop database if exists ${name} with (force)`))),
  };
}

/**
 * Waits until a feed can deliver everything committed so far. A feed holds events back while any older transaction of the
 * server is open, and on a shared test server other test files have some.
 */
export async function feedSettled(dataSource: DataSource): Promise<void> {
  const held = async (): Promise<boolean> =>
    ((await dataSource.query('select 1 from outbox where xid >= pg_snapshot_xmin(pg_current_snapshot()) limit 1')) as unknown[]).length > 0;
  while (await held()) await new Promise((resolve) => setTimeout(resolve, 5));
}
