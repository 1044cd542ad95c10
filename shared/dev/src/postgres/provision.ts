import pg from 'pg';

/** The databases of the platform, each with one login role of the same name that owns it. */
export const DATABASES = ['organisations', 'campaigns', 'evaluations', 'awards', 'platform', 'identity'] as const;
export type DatabaseName = (typeof DATABASES)[number];

/** Passwords of the login roles. */
export type RolePasswords = Record<DatabaseName, string>;

// Need rights a service does not have, so they are made here and not by the services' migrations.
const EXTENSIONS = ['unaccent', 'pg_trgm', 'pgcrypto'];

/**
 * Creates whatever is missing of roles, databases and extensions, and sets every role's password to the given one.
 * `bootstrapUrl` is a login that may create roles and databases: the embedded superuser or `DATABASE_URL` (decision 12).
 * Nobody but its own role may connect to a database.
 */
export async function provision(bootstrapUrl: string, passwords: RolePasswords, names: readonly DatabaseName[] = DATABASES): Promise<void> {
  await withClient(bootstrapUrl, async (client) => {
    for (const name of names) await createRole(client, name, passwords[name]);
    for (const name of names) await createDatabase(client, name);
  });
  await Promise.all(names.map((name) => withClient(onDatabase(bootstrapUrl, name), createExtensions)));
}

/** Closes the embedded server's own databases to the services as well. Not done on a server that is not ours alone. */
export async function closeMaintenanceDatabases(superuserUrl: string): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await client.query('revoke connect on database postgres from public');
    await client.query('revoke connect on database template1 from public');
  });
}

/** Drops the named databases with everything in them; open connections are cut. */
export async function dropDatabases(bootstrapUrl: string, names: readonly DatabaseName[]): Promise<void> {
  await withClient(bootstrapUrl, async (client) => {
    for (const name of names) await client.query(`drop database if exists ${pg.escapeIdentifier(name)} with (force)`);
  });
}

/** The login of one service: same server as the bootstrap login, own role, own database. */
export function serviceUrl(bootstrapUrl: string, name: DatabaseName, password: string): string {
  const url = new URL(onDatabase(bootstrapUrl, name));
  url.username = name;
  url.password = password;
  return url.href;
}

function onDatabase(bootstrapUrl: string, name: string): string {
  const url = new URL(bootstrapUrl);
  url.pathname = `/${name}`;
  return url.href;
}

async function createRole(client: pg.Client, name: DatabaseName, password: string): Promise<void> {
  const role = pg.escapeIdentifier(name);
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [name]);
  const verb = rowCount ? 'alter' : 'create';
  const rights = rowCount ? 'login' : 'login nosuperuser nocreatedb nocreaterole';
  await client.query(`${verb} role ${role} ${rights} password ${pg.escapeLiteral(password)}`);
}

async function createDatabase(client: pg.Client, name: DatabaseName): Promise<void> {
  const database = pg.escapeIdentifier(name);
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name]);
  if (!rowCount) {
    // An owner must be a role the bootstrap login may act as; a superuser may act as all.
    await client.query(`grant ${database} to current_user`);
    await client.query(
      `create database ${database} owner ${database} template template0 encoding 'UTF8' locale 'C' locale_provider icu icu_locale 'vi-VN'`,
    );
    if (await isSuperuser(client)) await client.query(`revoke ${database} from current_user`);
  }
  await client.query(`revoke all on database ${database} from public`);
}

async function isSuperuser(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ rolsuper: boolean }>('select rolsuper from pg_roles where rolname = current_user');
  return rows[0]?.rolsuper === true;
}

async function createExtensions(client: pg.Client): Promise<void> {
  for (const extension of EXTENSIONS) await client.query(`create extension if not exists ${extension}`);
}

async function withClient(url: string, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
