import { randomBytes } from 'node:crypto';
import { HEADERS } from '@thidua/contracts';
import { type Exchange, header, send, sendJson } from '../http/exchange.js';
import { localeOf, themeOf } from '../http/preferences.js';
import { shellPolicy } from '../http/security-headers.js';
import { serveFile } from '../http/static-files.js';
import type { ModuleRoutes } from '../modules/module.routes.js';
import type { SessionGuard } from '../session/session.guard.js';
import type { Session } from '../session/session.store.js';
import type { ShellPage } from './shell.page.js';
import type { ShellReleases } from './shell.releases.js';

/** Answer of `GET /session`: who is signed in, as far as the browser may know. No token. */
export interface SessionView {
  readonly signedIn: boolean;
  readonly csrf: string;
  readonly person: { readonly sub: string; readonly name: string } | null;
  /** Business clock of the province, when it is not the real one. */
  readonly clock: string | null;
}

export interface ShellParts {
  readonly page: ShellPage;
  readonly releases: ShellReleases;
  readonly guard: SessionGuard;
  readonly modules: ModuleRoutes;
  /** Offset of the business clock in milliseconds; null in production. */
  readonly clockOffset: number | null;
}

export class ShellRoutes {
  constructor(private readonly parts: ShellParts) {}

  async session(exchange: Exchange): Promise<void> {
    sendJson(exchange, 200, this.#view(await this.parts.guard.session(exchange)));
  }

  /** Any address that is not a file is the shell's: its router decides. */
  async page(exchange: Exchange): Promise<void> {
    const session = await this.parts.guard.session(exchange);
    const nonce = randomBytes(18).toString('base64');
    const boot = { session: this.#view(session), registry: await this.parts.modules.registryFor(session) };
    const developers = await this.parts.modules.overridesOf(session);
    exchange.response.setHeader('content-security-policy', shellPolicy(nonce, developers));
    // A module that is being written has no hashes yet.
    if (developers.length === 0) exchange.response.setHeader('integrity-policy', 'blocked-destinations=(script)');
    exchange.response.setHeader(HEADERS.requestId, exchange.requestId);
    const html = this.parts.page.render({ nonce, locale: localeOf(exchange.request), theme: themeOf(exchange.request), boot });
    send(exchange, 200, 'text/html; charset=utf-8', html);
  }

  /** Files of the shell; hashed names are immutable. */
  async file(exchange: Exchange): Promise<boolean> {
    const { pathname } = exchange.url;
    const file = pathname.slice(1);
    const folder = isFileName(file) ? await this.parts.releases.folderOf(file) : null;
    return folder !== null && serveFile(exchange, folder, file, { immutable: pathname.startsWith('/assets/') });
  }

  #view(session: Session | null): SessionView {
    const { clockOffset } = this.parts;
    return {
      signedIn: session !== null,
      csrf: this.parts.guard.csrfOf(session),
      person: session ? { sub: session.subject, name: session.name } : null,
      clock: clockOffset === null ? null : new Date(Date.now() + clockOffset).toISOString(),
    };
  }
}

/** True for a browser that opens an address, as against a script or image that asks for a file that does not exist. */
export function wantsPage(exchange: Exchange): boolean {
  return (header(exchange.request, 'accept') ?? '').includes('text/html');
}

/** A plain relative path with an ending; everything else is an address of the shell's router. */
function isFileName(path: string): boolean {
  return /^[\w@-][\w@.-]*(?:\/[\w@-][\w@.-]*)*\.\w+$/.test(path);
}
