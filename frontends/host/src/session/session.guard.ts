import { HEADERS } from '@thidua/contracts';
import { addCookie, cookies, type Exchange, header, HttpFault } from '../http/exchange.js';
import { type Secrets, sameText } from './secrets.js';
import type { Session, SessionStore } from './session.store.js';

/** Token that a visitor without a session sends: there is no authority to borrow, the header itself is the check. */
export const ANONYMOUS_CSRF = 'anonymous';

/** The cookie session of a request, and the checks against requests that another site or page started. */
export class SessionGuard {
  readonly #cookie: string;
  readonly #attributes: string;

  constructor(
    private readonly publicUrl: URL,
    private readonly store: SessionStore,
    private readonly secrets: Secrets,
  ) {
    const https = publicUrl.protocol === 'https:';
    // Browsers share cookies between ports: without the port two clones on one machine would sign each other out.
    this.#cookie = https ? '__Host-thidua' : `thidua-${publicUrl.port || '80'}`;
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${https ? '; Secure' : ''}`;
  }

  async session(exchange: Exchange): Promise<Session | null> {
    const id = cookies(exchange.request).get(this.#cookie);
    return id ? this.store.find(id) : null;
  }

  /** The session of a request that the page makes by itself, again and again: an open page alone keeps no session alive. */
  async quietSession(exchange: Exchange): Promise<Session | null> {
    const id = cookies(exchange.request).get(this.#cookie);
    return id ? this.store.look(id) : null;
  }

  /** @throws HttpFault 401 without a living session. */
  async required(exchange: Exchange): Promise<Session> {
    const session = await this.session(exchange);
    if (!session) throw new HttpFault(401, 'UNAUTHENTICATED', 'Sign in first');
    return session;
  }

  start(exchange: Exchange, id: string): void {
    addCookie(exchange, `${this.#cookie}=${id}; ${this.#attributes}`);
  }

  end(exchange: Exchange): void {
    addCookie(exchange, `${this.#cookie}=; ${this.#attributes}; Max-Age=0`);
  }

  csrfOf(session: Session | null): string {
    return session ? this.secrets.csrfOf(session.key) : ANONYMOUS_CSRF;
  }

  /**
   * Refuses a request that did not come from our own pages: the token in a header that a form cannot send, and the browser's own
   * word on where the request started (`Sec-Fetch-Site`, else `Origin`).
   * @throws HttpFault 403.
   */
  checkOrigin(exchange: Exchange, session: Session | null): void {
    const site = header(exchange.request, 'sec-fetch-site');
    const origin = header(exchange.request, 'origin');
    const ours = site === undefined ? origin === this.publicUrl.origin : site === 'same-origin';
    if (!ours) throw new HttpFault(403, 'CROSS_SITE', 'This request did not start on a page of this site');
    const token = header(exchange.request, HEADERS.csrf);
    if (!token || !sameText(token, this.csrfOf(session)))
      throw new HttpFault(403, 'CSRF', `Header ${HEADERS.csrf} is missing or does not belong to this session`);
  }
}
