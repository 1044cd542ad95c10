import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import type { CeremonyRoutes } from './ceremony/ceremony.routes.js';
import type { GraphPages } from './graph/graph.pages.js';
import { type GraphProxy, REGISTRY_PATH } from './graph/graphql.proxy.js';
import { type Exchange, exchangeOf, header, HttpFault, send, sendJson } from './http/exchange.js';
import { setSecurityHeaders } from './http/security-headers.js';
import type { FramePages } from './modules/frame.page.js';
import type { ModuleRoutes } from './modules/module.routes.js';
import { PlatformFault } from './modules/platform.fault.js';
import type { PlatformRoutes } from './modules/platform.routes.js';
import { type ShellRoutes, wantsPage } from './shell/shell.routes.js';
import type { SignInRoutes } from './sign-in/sign-in.routes.js';

export interface AppParts {
  readonly signIn: SignInRoutes;
  readonly shell: ShellRoutes;
  readonly modules: ModuleRoutes;
  readonly frames: FramePages;
  readonly platform: PlatformRoutes;
  readonly graph: GraphProxy;
  readonly graphPages: GraphPages;
  readonly ceremony: CeremonyRoutes;
  readonly ready: () => Promise<boolean>;
  readonly https: boolean;
  readonly log: Logger;
}

type Handler = (exchange: Exchange) => Promise<unknown> | void;

/** All addresses of the host. */
export class App {
  readonly #routes: Readonly<Record<string, Handler>>;

  constructor(private readonly parts: AppParts) {
    const { signIn, shell, modules, graph } = parts;
    this.#routes = {
      'GET /health/live': (exchange) => sendJson(exchange, 200, { status: 'live' }),
      'GET /health/ready': async (exchange) =>
        (await parts.ready()) ? sendJson(exchange, 200, { status: 'ready' }) : sendJson(exchange, 503, { status: 'not ready' }),
      'GET /auth/login': (exchange) => signIn.login(exchange),
      'GET /auth/callback': (exchange) => signIn.callback(exchange),
      'POST /auth/logout': (exchange) => signIn.logout(exchange),
      'GET /session': (exchange) => shell.session(exchange),
      'GET /registry.json': (exchange) => modules.registry(exchange),
      'GET /registry/revision': (exchange) => modules.revision(exchange),
      'POST /graphql': (exchange) => graph.graphql(exchange),
    };
  }

  /** Answers one request; never rejects. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    setSecurityHeaders(response, this.parts.https);
    let exchange: Exchange;
    try {
      exchange = exchangeOf(request, response);
    } catch {
      response.writeHead(400).end();
      return;
    }
    try {
      await this.#route(exchange);
    } catch (error) {
      this.#fail(exchange, error);
    }
  }

  async #route(exchange: Exchange): Promise<void> {
    const { request, url } = exchange;
    // A worker registered by a module would stand between all pages and this host.
    if (header(request, 'service-worker') !== undefined) throw new HttpFault(403, 'NO_WORKERS', 'This site has no service worker');
    const method = request.method === 'HEAD' ? 'GET' : request.method;
    const exact = this.#routes[`${method} ${url.pathname}`];
    if (exact) return void (await exact(exchange));
    const upload = /^\/upload\/([a-z]+)$/.exec(url.pathname);
    if (upload?.[1] && method === 'POST') return this.parts.graph.upload(exchange, upload[1]);
    if (url.pathname.startsWith(REGISTRY_PATH)) return this.parts.graph.registry(exchange);
    if (await this.parts.platform.handle(exchange)) return;
    if (await this.parts.graphPages.handle(exchange)) return;
    if (await this.parts.ceremony.handle(exchange)) return;
    if (method !== 'GET') throw new HttpFault(405, 'METHOD', 'Not allowed here');
    if (await this.parts.frames.handle(exchange)) return;
    if (url.pathname.startsWith('/modules/')) return this.parts.modules.file(exchange);
    if (await this.parts.shell.file(exchange)) return;
    if (wantsPage(exchange)) return this.parts.shell.page(exchange);
    send(exchange, 404, 'text/plain; charset=utf-8', 'Not found');
  }

  #fail(exchange: Exchange, error: unknown): void {
    const fault = error instanceof HttpFault ? error : new HttpFault(500, 'INTERNAL', 'Something went wrong here');
    const level = gaveUp(exchange, error) ? 'debug' : fault.status >= 500 ? 'error' : 'info';
    this.parts.log[level]({ err: error, requestId: exchange.requestId, path: exchange.url.pathname, status: fault.status }, fault.code);
    if (exchange.response.headersSent) return void exchange.response.destroy();
    // What was not read of a refused upload goes nowhere; without this the connection would wait for it.
    exchange.request.resume();
    if (fault instanceof PlatformFault) {
      const { code, text, problems } = fault;
      return sendJson(exchange, fault.status, {
        error: { code, message: text, requestId: exchange.requestId },
        ...(problems.length > 0 ? { problems } : {}),
      });
    }
    // Same form as a fault of the graph, so that the client has one way to read failures.
    sendJson(exchange, fault.status, {
      errors: [{ message: fault.message, extensions: { code: fault.code, requestId: exchange.requestId } }],
    });
  }
}

/** The browser went away before the answer was there: nobody's error, and nobody reads the answer. */
function gaveUp({ response }: Exchange, error: unknown): boolean {
  return (response.closed && !response.writableFinished) || (error as NodeJS.ErrnoException | null)?.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
