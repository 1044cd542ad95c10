import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { alive, startCluster } from './cluster.js';
import type { Cluster } from './cluster.js';
import { dataFolder, openDataFolder } from './data-folder.js';
import { readPostmasterFile } from './postmaster-file.js';
import { closeMaintenanceDatabases, DATABASES, dropDatabases, provision, serviceUrl } from './provision.js';
import type { RolePasswords } from './provision.js';

const passwords = Object.fromEntries(DATABASES.map((name) => [name, `pass-of-${name}`])) as RolePasswords;

/** One statement on its own connection. */
async function ask(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let folder: string;
  let cluster: Cluster;

  beforeAll(async () => {
    folder = mkdtempSync(join(openDataFolder(dataFolder()), 'spec-'));
    // Only the server's own user may enter its data; the folder above must let it pass.
    chmodSync(folder, 0o711);
    cluster = await startCluster({ folder });
    await provision(cluster.url, passwords);
    await closeMaintenanceDatabases(cluster.url);
  });

  afterAll(async () => {
    await cluster.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it('sorts Vietnamese names, stores UTF-8 and keeps what was committed on disk', async () => {
    const [row] = await ask(
      cluster.url,
      `select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, datlocale from pg_database where datname = 'awards'`,
    );
    expect(row).toEqual({ encoding: 'UTF8', fsync: 'on', datlocale: 'vi-VN' });
    const names = await ask(
      serviceUrl(cluster.url, 'awards', passwords.awards),
      `select n from unnest(array['Đặng','Ánh','An','Dương','Ân','Ăn']) n order by n`,
    );
    expect(names.map((name) => name['n'])).toEqual(['An', 'Ánh', 'Ăn', 'Ân', 'Dương', 'Đặng']);
  });

  it('lets nobody but its owner read the password file', () => {
    expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(join(folder, 'data')).mode & 0o777).toBe(0o700);
  });

  it('listens on the loopback only', async () => {
    const [row] = await ask(
      cluster.url,
      `select current_setting('listen_addresses') as listen, current_setting('unix_socket_directories') as sockets`,
    );
    expect(row).toEqual({ listen: '127.0.0.1', sockets: '' });
  });

  it('refuses a wrong password', async () => {
    await expect(ask(serviceUrl(cluster.url, 'awards', 'guess'), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('stores no password that could be read back', async () => {
    const rows = await ask(cluster.url, `select bool_and(rolpassword like 'SCRAM-SHA-256$%') as scram from pg_authid where rolcanlogin`);
    expect(rows).toEqual([{ scram: true }]);
  });

  it.each(['organisations', 'identity', 'postgres', 'template1'])('refuses the awards role at the door of %s', async (database) => {
    const url = new URL(serviceUrl(cluster.url, 'awards', passwords.awards));
    url.pathname = `/${database}`;
    await expect(ask(url.href, 'select 1')).rejects.toMatchObject({ code: '42501' });
  });

  it('gives services no rights over the server', async () => {
    const rows = await ask(
      cluster.url,
      `select rolname from pg_roles where rolname = any('{${DATABASES.join(',')}}') and (rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)`,
    );
    expect(rows).toEqual([]);
  });

  it('offers search without marks to a service that may not create extensions itself', async () => {
    const rows = await ask(
      serviceUrl(cluster.url, 'organisations', passwords.organisations),
      `select unaccent('Nguyễn Văn Đức') as plain, similarity('sở', 'sở') as same`,
    );
    expect(rows).toEqual([{ plain: 'Nguyen Van Duc', same: 1 }]);
  });

  it('provisions again without harm and takes a changed password', async () => {
    const changed = { ...passwords, campaigns: 'new' };
    await provision(cluster.url, changed);
    expect(await ask(serviceUrl(cluster.url, 'campaigns', 'new'), 'select 1 as one')).toEqual([{ one: 1 }]);
  });

  it('empties only the databases that are named', async () => {
    await ask(serviceUrl(cluster.url, 'evaluations', passwords.evaluations), 'create table kept (n int)');
    await ask(serviceUrl(cluster.url, 'platform', passwords.platform), 'create table kept (n int)');
    await dropDatabases(cluster.url, ['evaluations']);
    await provision(cluster.url, passwords);
    await expect(ask(serviceUrl(cluster.url, 'evaluations', passwords.evaluations), 'select * from kept')).rejects.toMatchObject({
      code: '42P01',
    });
    expect(await ask(serviceUrl(cluster.url, 'platform', passwords.platform), 'select * from kept')).toEqual([]);
  });

  it('can be prepared by a login that is no superuser, as on a managed server', async () => {
    await dropDatabases(cluster.url, ['campaigns']);
    await ask(cluster.url, `create role bootstrap login createdb createrole password 'boot'`);
    await ask(cluster.url, 'drop role campaigns');
    await ask(cluster.url, 'grant connect on database postgres to bootstrap');
    const url = new URL(cluster.url);
    url.username = 'bootstrap';
    url.password = 'boot';
    await provision(url.href, passwords, ['campaigns']);
    await provision(url.href, passwords, ['campaigns']);
    expect(await ask(serviceUrl(cluster.url, 'campaigns', passwords.campaigns), `select unaccent('Đặng') as plain`)).toEqual([
      { plain: 'Dang' },
    ]);
  });

  it('is adopted, not started twice, when it outlived its launcher', async () => {
    const again = await startCluster({ folder });
    expect(again).toMatchObject({ adopted: true, pid: cluster.pid, port: cluster.port });
  });

  it('keeps committed rows when the postmaster is killed with -9, and comes up on the same port', async () => {
    const awards = serviceUrl(cluster.url, 'awards', passwords.awards);
    await ask(awards, 'create table survivors (n int); insert into survivors select generate_series(1, 1000)');
    const before = cluster;
    process.kill(before.pid, 'SIGKILL');
    cluster = await startCluster({ folder });
    expect(cluster.pid).not.toBe(before.pid);
    expect(cluster.port).toBe(before.port);
    expect(await ask(awards, 'select count(*)::int as n from survivors')).toEqual([{ n: 1000 }]);
  });

  it('moves to another port when asked for one, and stops cleanly', async () => {
    const moved = await startCluster({ folder, port: cluster.port + 1 });
    expect(moved).toMatchObject({ adopted: false, port: cluster.port + 1 });
    cluster = moved;
    await moved.stop();
    expect(alive(moved.pid)).toBe(false);
    expect(readPostmasterFile(join(folder, 'data'))).toBeNull();
    cluster = await startCluster({ folder });
  });

  it('says in one sentence which port is taken', async () => {
    await cluster.stop();
    const squatter = createServer();
    await new Promise<void>((resolve) => squatter.listen(0, '127.0.0.1', resolve));
    const { port } = squatter.address() as { port: number };
    await expect(startCluster({ folder, port })).rejects.toThrow(`Port ${port} for PostgreSQL is taken; set POSTGRES_PORT`);
    await new Promise((resolve) => squatter.close(resolve));
    cluster = await startCluster({ folder });
    expect(readFileSync(join(folder, 'port'), 'utf8')).toBe(String(cluster.port));
  });
});
