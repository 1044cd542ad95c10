import type pg from 'pg';
import { inTransaction } from '../database/database.js';
import { hashOf, randomToken, type Secrets } from './secrets.js';

/** Tokens of a person, as the identity provider gave them. They never leave the host. */
export interface TokenSet {
  readonly accessToken: string;
  readonly accessExpiresAt: Date;
  readonly refreshToken: string | null;
}

export interface Session {
  /** Hash of the opaque id in the cookie; the id itself is kept nowhere. */
  readonly key: Buffer;
  readonly subject: string;
  readonly name: string;
  readonly tokens: TokenSet;
}

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly maxHours: number;
}

interface Row {
  subject: string;
  name: string;
  access_token: Buffer;
  access_expires_at: Date;
  refresh_token: Buffer | null;
}

export type Refresher = (refreshToken: string) => Promise<TokenSet | null>;

/** Sessions in PostgreSQL, shared by all hosts. */
export class SessionStore {
  constructor(
    private readonly pool: pg.Pool,
    private readonly secrets: Secrets,
    private readonly limits: SessionLimits,
  ) {}

  /** @returns the opaque id for the cookie. */
  async create(subject: string, name: string, tokens: TokenSet): Promise<string> {
    const id = randomToken();
    await this.pool.query(
      `insert into host.session (id_hash, subject, name, access_token, access_expires_at, refresh_token, expires_at)
       values ($1, $2, $3, $4, $5, $6, now() + make_interval(hours => $7))`,
      [hashOf(id), subject, name, ...this.#sealed(subject, tokens), this.limits.maxHours],
    );
    await this.pool.query('delete from host.session where expires_at < now()');
    return id;
  }

  /** The living session of a cookie; null when unknown, too old or unused for too long. */
  async find(id: string): Promise<Session | null> {
    return this.findByKey(hashOf(id));
  }

  /** The same, for what a page does by itself: it does not count as use. */
  async look(id: string): Promise<Session | null> {
    const key = hashOf(id);
    const { rows } = await this.pool.query<Row>(
      `select subject, name, access_token, access_expires_at, refresh_token from host.session
       where id_hash = $1 and expires_at > now() and seen_at > now() - make_interval(mins => $2)`,
      [key, this.limits.idleMinutes],
    );
    return rows[0] ? this.#session(key, rows[0]) : null;
  }

  async findByKey(key: Buffer): Promise<Session | null> {
    const { rows } = await this.pool.query<Row>(
      `update host.session set seen_at = now()
       where id_hash = $1 and expires_at > now() and seen_at > now() - make_interval(mins => $2)
       returning subject, name, access_token, access_expires_at, refresh_token`,
      [key, this.limits.idleMinutes],
    );
    return rows[0] ? this.#session(key, rows[0]) : null;
  }

  async remove(session: Session): Promise<void> {
    await this.pool.query('delete from host.session where id_hash = $1', [session.key]);
  }

  /**
   * Renews the access token once, however many requests and hosts notice at the same moment: the row lock makes the others wait
   * and find the new token. Null when the provider refused: the session is then over and removed.
   * @throws what `refresh` throws when the provider cannot be reached; the session stays.
   */
  async refresh(session: Session, refresh: Refresher): Promise<Session | null> {
    return inTransaction(this.pool, async (client) => {
      const { rows } = await client.query<Row>(
        'select subject, name, access_token, access_expires_at, refresh_token from host.session where id_hash = $1 for update',
        [session.key],
      );
      if (!rows[0]) return null;
      const current = this.#session(session.key, rows[0]);
      if (!current) return null;
      if (current.tokens.accessToken !== session.tokens.accessToken) return current;
      const renewed = current.tokens.refreshToken ? await refresh(current.tokens.refreshToken) : null;
      if (!renewed) {
        await client.query('delete from host.session where id_hash = $1', [session.key]);
        return null;
      }
      const tokens = { ...renewed, refreshToken: renewed.refreshToken ?? current.tokens.refreshToken };
      await client.query('update host.session set access_token = $2, access_expires_at = $3, refresh_token = $4 where id_hash = $1', [
        session.key,
        ...this.#sealed(current.subject, tokens),
      ]);
      return { ...current, tokens };
    });
  }

  #sealed(subject: string, tokens: TokenSet): [Buffer, Date, Buffer | null] {
    return [
      this.secrets.seal(tokens.accessToken, `access ${subject}`),
      tokens.accessExpiresAt,
      tokens.refreshToken ? this.secrets.seal(tokens.refreshToken, `refresh ${subject}`) : null,
    ];
  }

  #session(key: Buffer, row: Row): Session | null {
    const accessToken = this.secrets.open(row.access_token, `access ${row.subject}`);
    if (accessToken === null) return null;
    const refreshToken = row.refresh_token ? this.secrets.open(row.refresh_token, `refresh ${row.subject}`) : null;
    return { key, subject: row.subject, name: row.name, tokens: { accessToken, accessExpiresAt: row.access_expires_at, refreshToken } };
  }
}
