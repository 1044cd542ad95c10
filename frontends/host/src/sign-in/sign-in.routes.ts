import type { Logger } from 'pino';
import { addCookie, cookies, type Exchange, HttpFault, redirect, sendJson } from '../http/exchange.js';
import { localeOf } from '../http/preferences.js';
import type { Secrets } from '../session/secrets.js';
import type { SessionGuard } from '../session/session.guard.js';
import type { SessionStore } from '../session/session.store.js';
import type { Provider } from './provider.js';

const STATE_SECONDS = 600;
const STATE_CONTEXT = 'sign-in';

interface PendingSignIn {
  state: string;
  nonce: string;
  verifier: string;
  to: string;
  expires: number;
}

export interface SignInParts {
  readonly provider: Provider;
  readonly sessions: SessionStore;
  readonly guard: SessionGuard;
  readonly secrets: Secrets;
  readonly https: boolean;
  readonly log: Logger;
}

/** Sign-in by code and PKCE. What must survive the way to the provider is sealed in a cookie, so that any host can finish it. */
export class SignInRoutes {
  readonly #cookie: string;
  readonly #attributes: string;

  constructor(
    private readonly parts: SignInParts,
    cookieSuffix: string,
  ) {
    this.#cookie = parts.https ? '__Host-thidua-sign-in' : `thidua-sign-in-${cookieSuffix}`;
    this.#attributes = `Path=/; HttpOnly; SameSite=Lax${parts.https ? '; Secure' : ''}`;
  }

  /** `GET /auth/login?to=/path`. */
  async login(exchange: Exchange): Promise<void> {
    const { location, ...request } = await this.#reachable(() =>
      this.parts.provider.begin(localeOf(exchange.request), exchange.url.searchParams.get('hint')),
    );
    const pending: PendingSignIn = {
      ...request,
      to: ownPath(exchange.url.searchParams.get('to')),
      expires: Date.now() + STATE_SECONDS * 1000,
    };
    const sealed = this.parts.secrets.seal(JSON.stringify(pending), STATE_CONTEXT).toString('base64url');
    addCookie(exchange, `${this.#cookie}=${sealed}; ${this.#attributes}; Max-Age=${STATE_SECONDS}`);
    redirect(exchange, location);
  }

  /** `GET /auth/callback`: a new session with a new id, whatever cookie the browser had before. */
  async callback(exchange: Exchange): Promise<void> {
    const pending = this.#pending(exchange);
    addCookie(exchange, `${this.#cookie}=; ${this.#attributes}; Max-Age=0`);
    if (!pending) return redirect(exchange, '/auth/login');
    const before = await this.parts.guard.session(exchange);
    const person = await this.parts.provider.finish(exchange.url.searchParams, pending).catch((cause: unknown) => {
      this.parts.log.warn({ err: cause, requestId: exchange.requestId }, 'sign-in was not completed');
      return null;
    });
    if (!person) return redirect(exchange, '/?sign-in=failed');
    if (before) await this.parts.sessions.remove(before);
    this.parts.guard.start(exchange, await this.parts.sessions.create(person.subject, person.name, person.tokens));
    redirect(exchange, pending.to);
  }

  /** `POST /auth/logout`: answers where the browser should go. */
  async logout(exchange: Exchange): Promise<void> {
    const session = await this.parts.guard.session(exchange);
    this.parts.guard.checkOrigin(exchange, session);
    this.parts.guard.end(exchange);
    let location = '/';
    if (session) {
      await this.parts.sessions.remove(session);
      location = (await this.parts.provider.end(session.tokens.refreshToken)) ?? '/';
    }
    sendJson(exchange, 200, { location });
  }

  #pending(exchange: Exchange): PendingSignIn | null {
    const sealed = cookies(exchange.request).get(this.#cookie);
    const opened = sealed ? this.parts.secrets.open(Buffer.from(sealed, 'base64url'), STATE_CONTEXT) : null;
    const pending = opened ? (JSON.parse(opened) as PendingSignIn) : null;
    return pending && pending.expires > Date.now() ? pending : null;
  }

  async #reachable<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (cause) {
      this.parts.log.error({ err: cause }, 'identity provider out of reach');
      throw new HttpFault(503, 'IDENTITY_UNAVAILABLE', 'Sign-in is not available at the moment');
    }
  }
}

/** A path of this site only: `//elsewhere`, `/\elsewhere` and addresses of other sites become the front page. */
export function ownPath(path: string | null): string {
  if (!path || !/^\/(?![/\\])[\x21-\x7e]*$/.test(path) || path.startsWith('/auth/')) return '/';
  return path;
}
