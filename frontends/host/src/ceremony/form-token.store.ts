import type pg from 'pg';
import { hashOf, randomToken } from '../session/secrets.js';
import type { Session, SessionStore } from '../session/session.store.js';

const MINUTES = 30;

/**
 * One-time tokens of ceremony forms. The pages have an opaque origin, so the browser sends no cookie with their forms: the token
 * stands for the session, for one purpose, once. Only its hash is kept, and nothing of what is in the form.
 */
export class FormTokens {
  constructor(
    private readonly pool: pg.Pool,
    private readonly sessions: SessionStore,
  ) {}

  async issue(session: Session, purpose: string): Promise<string> {
    const token = randomToken();
    await this.pool.query(
      `insert into host.form_token (token_hash, session_hash, purpose, expires_at) values ($1, $2, $3, now() + make_interval(mins => $4))`,
      [hashOf(token), session.key, purpose, MINUTES],
    );
    return token;
  }

  /** Uses a token up. Null when unknown, used, too old, for another purpose, or when the session has ended. */
  async take(token: string, purpose: string): Promise<Session | null> {
    const { rows } = await this.pool.query<{ session_hash: Buffer }>(
      'delete from host.form_token where token_hash = $1 and purpose = $2 and expires_at > now() returning session_hash',
      [hashOf(token), purpose],
    );
    return rows[0] ? this.sessions.findByKey(rows[0].session_hash) : null;
  }
}
