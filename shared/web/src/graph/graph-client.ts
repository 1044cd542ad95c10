import { inject, type App, type InjectionKey } from 'vue';
import { cacheExchange, Client, fetchExchange, type OperationContext, type OperationResult, type OperationResultSource } from '@urql/core';
import { HEADERS, MODULE_CONTEXT, type ModuleContext } from '@thidua/contracts/web';
import { DOCUMENTS, sendable, type AnyDocument } from './graph-document.js';
import { documentExchange, moduleExchange } from './graph-exchanges.js';

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
  /** How registered documents are sent; `text` is for a developer's drafts and is refused where hashes are enforced. */
  readonly documents?: () => 'hash' | 'text';
  /** `<id>@<release>` of the page itself, told where no module asks; for counting. */
  readonly module?: () => string | null;
}

/**
 * The graph client of the page, made once by the shell. POST only: the host refuses anything else. Documents with a hash are
 * sent as their hash, never as text.
 */
export function createGraphClient(options: GraphClientOptions): Client {
  return new Client({
    url: options.url ?? '/graphql',
    exchanges: [
      cacheExchange,
      moduleExchange(options.module ?? (() => null)),
      documentExchange(options.documents ?? (() => DOCUMENTS)),
      fetchExchange,
    ],
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    ...(options.fetch ? { fetch: options.fetch } : {}),
    fetchOptions: () => ({ method: 'POST', credentials: 'same-origin', headers: requestHeaders(options) }),
  });
}

/** Headers of every request of the page. */
export function requestHeaders(options: GraphClientOptions): Record<string, string> {
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

/** Asks in the name of the module whose component calls it. */
export interface GraphAsk {
  query<Result>(
    document: AnyDocument,
    variables: object,
    context?: Partial<OperationContext>,
  ): OperationResultSource<OperationResult<Result>>;
  mutation<Result>(document: AnyDocument, variables: object): OperationResultSource<OperationResult<Result>>;
}

export function useGraphAsk(): GraphAsk {
  const client = useGraphClient();
  const asking = inject<ModuleContext | null>(MODULE_CONTEXT as unknown as string, null);
  const module = asking ? (asking.release ? `${asking.moduleId}@${asking.release}` : asking.moduleId) : undefined;
  return {
    query: (document, variables, context) => client.query(sendable(document), variables, { ...context, module }),
    mutation: (document, variables) => client.mutation(sendable(document), variables, { module }),
  };
}
