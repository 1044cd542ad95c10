import type { ChangesAnswer } from '@thidua/contracts';
import type { Log } from '@thidua/server';
import type { SubgraphAnswer, SubgraphClient as ExecutionClient } from '../execution/client.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import { SocketWire } from '../transport/socket.wire.js';
import { UndiciWire } from '../transport/undici.wire.js';
import { addressOf, type Wire } from '../transport/wire.js';
import type { Assert } from './assertions.js';
import { subgraphHeaders, type HeadersOf } from './subgraph.headers.js';
import { SubgraphPeer } from './subgraph.peer.js';

/** `socket` = our own HTTP over plain sockets, for trusted peers; `undici` = the plain alternative. */
export type Transport = 'socket' | 'undici';

export interface SubgraphOperation {
  query: string;
  variables?: Record<string, unknown> | undefined;
  operationName?: string | undefined;
}

export interface SubgraphClientOptions {
  /** Origins by name; other subgraphs are found at the address the supergraph states. */
  origins: Record<string, string | undefined>;
  /** Null = the gateway alone: nothing is asserted. */
  assert: Assert | null;
  log: Log;
  transport?: Transport;
  timeoutMs?: number;
  /** Ask subgraphs what their answers rest on. */
  reads?: boolean;
}

const TIMEOUT_MS = 10_000;

/** Asks subgraphs over kept-alive connections. One for the whole process; supergraphs come and go. */
export class SubgraphClient {
  readonly #wire: Wire;
  readonly #headersOf: HeadersOf;
  readonly #peers = new Map<string, SubgraphPeer>();
  /** Addresses of the newest supergraph. */
  #stated: ReadonlyMap<string, string> = new Map();

  constructor(private readonly options: SubgraphClientOptions) {
    const undici = new UndiciWire();
    this.#wire = options.transport === 'undici' ? undici : new SocketWire(undici);
    this.#headersOf = subgraphHeaders(options.assert, options.reads);
  }

  addressOf(name: string, stated: string | undefined): string {
    const origin = this.options.origins[name];
    return origin ? new URL('/graphql', origin).href : (stated ?? '');
  }

  /** @throws TypeError when there is no address */
  peer(name: string, address: string): SubgraphPeer {
    const key = `${name} ${address}`;
    const known = this.#peers.get(key);
    if (known) return known;
    const { log, timeoutMs = TIMEOUT_MS } = this.options;
    const peer = new SubgraphPeer(name, addressOf(address), { wire: this.#wire, headersOf: this.#headersOf, log, timeoutMs });
    this.#peers.set(key, peer);
    return peer;
  }

  /** @throws SubgraphUnavailable naming the subgraph when it gives no answer in time. */
  ask(
    name: string,
    address: string,
    { query, variables, operationName }: SubgraphOperation,
    context: GatewayContext,
  ): Promise<SubgraphAnswer> {
    return this.peer(name, address).ask(
      { body: JSON.stringify({ query, variables, operationName }), isRead: !/^\s*mutation\b/.test(query) },
      context,
    );
  }

  /** What was committed in a subgraph of ours since a position. @throws when it does not say */
  changes(name: string, since: string | null): Promise<ChangesAnswer> {
    return this.peer(name, this.addressOf(name, this.#stated.get(name))).changes(since);
  }

  /** For the compiled executor: its texts are sent as they are. */
  forExecution(stated: ReadonlyMap<string, string>): ExecutionClient<GatewayContext> {
    this.#stated = stated;
    const peers = new Map([...stated].map(([name, url]) => [name, this.peer(name, this.addressOf(name, url))]));
    return {
      send: (service, request, variables, context) =>
        peers.get(service)!.ask({ body: `${request.bodyHead}${variables}}`, isRead: request.kind === 'query' }, context),
    };
  }

  close(): Promise<void> {
    return this.#wire.close();
  }
}
