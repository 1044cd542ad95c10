import { inject, type App, type InjectionKey } from 'vue';
import { cacheExchange, Client, fetchExchange } from '@urql/core';
import { HEADERS } from '@thidua/contracts/web';

/** An operation written in a `*.operations.ts` file: text that carries the types of its answer and variables. */
export interface GraphDocument<Result, Variables> {
  toString(): string;
  readonly __apiType?: (variables: Variables) => Result;
}

export interface GraphClientOptions {
  /** Default `/graphql`, the host's door. */
  readonly url?: string;
  /** Token of the host's session; sent with every request, which is always a POST. */
  readonly csrfToken: () => string | null;
  readonly locale: () => string;
  readonly actingRole: () => string | null;
  /** Added last; may not be used for credentials (the session is a cookie the page cannot read). */
  readonly headers?: () => Record<string, string>;
  readonly fetch?: typeof fetch;
}

/** The graph client of the page, made once by the shell. POST only: the host refuses anything else. */
export function createGraphClient(options: GraphClientOptions): Client {
  return new Client({
    url: options.url ?? '/graphql',
    exchanges: [cacheExchange, fetchExchange],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    ...(options.fetch ? { fetch: options.fetch } : {}),
    fetchOptions: () => ({ method: 'POST', credentials: 'same-origin', headers: requestHeaders(options) }),
  });
}

function requestHeaders(options: GraphClientOptions): Record<string, string> {
  const headers: Record<string, string> = { 'accept-language': options.locale() };
  const csrf = options.csrfToken();
  const role = options.actingRole();
  if (csrf) headers[HEADERS.csrf] = csrf;
  if (role) headers[HEADERS.actingRole] = role;
  return { ...headers, ...options.headers?.() };
}

/** `Symbol.for`, so that a second copy of this package would still find the shell's client. */
export const GRAPH_CLIENT: InjectionKey<Client> = Symbol.for('thidua.graph-client');

export function provideGraphClient(app: App, client: Client): void {
  app.provide(GRAPH_CLIENT, client);
}

export function useGraphClient(): Client {
  const client = inject(GRAPH_CLIENT);
  if (!client) throw new Error('No graph client: the shell provides one with provideGraphClient().');
  return client;
}
