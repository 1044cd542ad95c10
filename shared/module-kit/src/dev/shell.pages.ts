import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import type { Registry } from '@thidua/contracts/web';
import { type GraphRoute, sendJson } from './graph.route.js';

const KINDS: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

export interface ShellPagesOptions {
  /** Folder of the built shell. */
  readonly shell: string;
  readonly graph: GraphRoute;
  readonly registry: () => Promise<Registry>;
  /** Name shown as the person who is signed in. */
  readonly person: string;
}

/** The host's part in development: the shell's page and files, who is signed in, the registry with this one module, the graph. */
export class ShellPages {
  constructor(private readonly options: ShellPagesOptions) {}

  /** @returns false when the address belongs to the module's own files. */
  async handle(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    if (pathname === '/graphql') {
      await this.options.graph.handle(request, response);
      return true;
    }
    if (pathname === '/session') {
      sendJson(response, 200, {
        signedIn: true,
        csrf: 'development',
        person: { sub: 'developer', name: this.options.person },
        clock: null,
      });
      return true;
    }
    if (pathname === '/registry.json') {
      sendJson(response, 200, await this.options.registry());
      return true;
    }
    if (pathname === '/registry/revision') {
      sendJson(response, 200, { revision: 1 });
      return true;
    }
    if (pathname.startsWith('/platform/') && request.method === 'POST') {
      response.writeHead(204).end();
      return true;
    }
    return (await this.#file(pathname, response)) || this.#page(request, pathname, response);
  }

  async #file(pathname: string, response: ServerResponse): Promise<boolean> {
    const kind = KINDS[extname(pathname)];
    const path = join(this.options.shell, normalize(decodeURIComponent(pathname)));
    if (!kind || !path.startsWith(this.options.shell) || !(await stat(path).catch(() => null))?.isFile()) return false;
    response.writeHead(200, { 'content-type': kind, 'cache-control': 'no-cache' });
    createReadStream(path).pipe(response);
    return true;
  }

  /** Every address a person can visit is the shell's page; hot updates come in beside it. */
  async #page(request: IncomingMessage, pathname: string, response: ServerResponse): Promise<boolean> {
    if (request.method !== 'GET' || !request.headers.accept?.includes('text/html') || extname(pathname)) return false;
    const html = await readFile(join(this.options.shell, 'index.html'), 'utf8');
    const page = html.replace('<head>', '<head><script type="module" src="/@vite/client"></script>');
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' }).end(page);
    return true;
  }
}
