import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair } from 'jose';
import type { JWK } from 'jose';
import pg from 'pg';

/** The provider's own secrets: signing keys and keys of its cookies. */
export interface ProviderKeys {
  jwks: { keys: JWK[] };
  cookieKeys: string[];
}

const TABLES = `
  create table if not exists oidc_record (
    model text not null,
    id text not null,
    payload jsonb not null,
    grant_id text,
    uid text,
    expires_at timestamptz,
    primary key (model, id)
  );
  create index if not exists oidc_record_grant on oidc_record (grant_id) where grant_id is not null;
  create index if not exists oidc_record_uid on oidc_record (model, uid) where uid is not null;
  create index if not exists oidc_record_expiry on oidc_record (expires_at);
  create table if not exists oidc_keys (name text primary key, value jsonb not null);
`;

/** Connects and makes the tables; several processes may start at once, hence the lock. */
export async function openStore(connectionString: string): Promise<pg.Pool> {
  const pool = new pg.Pool({ connectionString, max: 5, connectionTimeoutMillis: 5_000 });
  // A dropped idle connection is replaced by the pool; without a listener it would end the process.
  pool.on('error', () => undefined);
  await pool.query(`begin; select pg_advisory_xact_lock(7261); ${TABLES} commit;`);
  return pool;
}

/** Keys made once and kept, so that tokens and cookies stay good across restarts and between two providers. */
export async function loadKeys(pool: pg.Pool): Promise<ProviderKeys> {
  const stored = await readKeys(pool);
  if (stored) return stored;
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const jwk: JWK = { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: randomBytes(8).toString('hex') };
  const fresh: ProviderKeys = { jwks: { keys: [jwk] }, cookieKeys: [randomBytes(32).toString('base64url')] };
  await pool.query(`insert into oidc_keys values ('provider', $1) on conflict do nothing`, [fresh]);
  return (await readKeys(pool)) ?? fresh;
}

async function readKeys(pool: pg.Pool): Promise<ProviderKeys | undefined> {
  const { rows } = await pool.query<{ value: ProviderKeys }>(`select value from oidc_keys where name = 'provider'`);
  return rows[0]?.value;
}

/** Removes what has expired. */
export async function sweep(pool: pg.Pool): Promise<void> {
  await pool.query('delete from oidc_record where expires_at < now()');
}

type Payload = Record<string, unknown> & { grantId?: string; uid?: string };

/** Storage of oidc-provider: sessions, grants, codes and refresh tokens survive a kill -9. */
export function adapterFor(pool: pg.Pool): new (model: string) => object {
  return class PostgresAdapter {
    constructor(private readonly model: string) {}

    async upsert(id: string, payload: Payload, expiresIn?: number): Promise<void> {
      await pool.query(
        `insert into oidc_record (model, id, payload, grant_id, uid, expires_at)
         values ($1, $2, $3, $4, $5, now() + make_interval(secs => $6::float8))
         on conflict (model, id) do update set payload = excluded.payload, grant_id = excluded.grant_id, uid = excluded.uid, expires_at = excluded.expires_at`,
        [this.model, id, payload, payload.grantId ?? null, payload.uid ?? null, expiresIn ?? null],
      );
    }

    find(id: string): Promise<Payload | undefined> {
      return this.one('id', id);
    }

    findByUid(uid: string): Promise<Payload | undefined> {
      return this.one('uid', uid);
    }

    findByUserCode(): Promise<undefined> {
      return Promise.resolve(undefined);
    }

    async consume(id: string): Promise<void> {
      await pool.query(
        `update oidc_record set payload = payload || jsonb_build_object('consumed', floor(extract(epoch from now()))::bigint) where model = $1 and id = $2`,
        [this.model, id],
      );
    }

    async destroy(id: string): Promise<void> {
      await pool.query('delete from oidc_record where model = $1 and id = $2', [this.model, id]);
    }

    async revokeByGrantId(grantId: string): Promise<void> {
      await pool.query('delete from oidc_record where grant_id = $1', [grantId]);
    }

    private async one(column: 'id' | 'uid', value: string): Promise<Payload | undefined> {
      const { rows } = await pool.query<{ payload: Payload }>(
        `select payload from oidc_record where model = $1 and ${column} = $2 and (expires_at is null or expires_at > now())`,
        [this.model, value],
      );
      return rows[0]?.payload;
    }
  };
}
