import type { Logger } from 'pino';
import { HttpFault } from '../http/exchange.js';
import type { Session, SessionStore } from '../session/session.store.js';
import type { Provider } from './provider.js';

/** Renewed this long before it ends, so that it does not end on the way to a subgraph. */
const MARGIN_MS = 45_000;

/** A valid access token for a session, renewed when it is about to end. */
export class AccessTokens {
  readonly #running = new Map<string, Promise<Session | null>>();

  constructor(
    private readonly sessions: SessionStore,
    private readonly provider: Provider,
    private readonly log: Logger,
  ) {}

  /**
   * @throws HttpFault 401 when the provider ended the session, 503 when it is out of reach and the token is over.
   */
  async of(session: Session): Promise<string> {
    const left = session.tokens.accessExpiresAt.getTime() - Date.now();
    if (left > MARGIN_MS) return session.tokens.accessToken;
    try {
      const renewed = await this.#renew(session);
      if (renewed) return renewed.tokens.accessToken;
    } catch (cause) {
      this.log.warn({ err: cause }, 'access token could not be renewed');
      if (left > 0) return session.tokens.accessToken;
      throw new HttpFault(503, 'IDENTITY_UNAVAILABLE', 'The session cannot be renewed at the moment');
    }
    throw new HttpFault(401, 'SESSION_ENDED', 'The session is over, sign in again');
  }

  /** One renewal per session in this process; the row lock of the store does the same between processes. */
  #renew(session: Session): Promise<Session | null> {
    const key = session.key.toString('base64');
    const running = this.#running.get(key);
    if (running) return running;
    const renewal = this.sessions.refresh(session, (token) => this.provider.refresh(token)).finally(() => this.#running.delete(key));
    this.#running.set(key, renewal);
    return renewal;
  }
}
