/** Where a subgraph listens. */
export interface Address {
  readonly protocol: 'http:' | 'https:';
  readonly hostname: string;
  readonly port: number;
  readonly path: string;
  /** Value of the Host header. */
  readonly host: string;
}

/** @throws TypeError when it is no http(s) address */
export function addressOf(url: string): Address {
  const { protocol, hostname, port, host, pathname, search } = new URL(url);
  if (protocol !== 'http:' && protocol !== 'https:') throw new TypeError(`${protocol} is not spoken here`);
  return {
    protocol,
    hostname: hostname.replace(/^\[(.*)\]$/, '$1'),
    port: Number(port) || (protocol === 'https:' ? 443 : 80),
    path: pathname + search,
    host,
  };
}

export interface WireRequest {
  readonly address: Address;
  /** Names and values in turn. The same array for the same values: wires keep what they make of it. */
  readonly fixedHeaders: readonly string[];
  /** Names and values of this request alone. */
  readonly ownHeaders: readonly string[];
  readonly body: string;
  /** A read: may be sent again when a kept connection turns out to be dead, and is cut off when nobody waits for it. */
  readonly isRead: boolean;
  /** Instant of `performance.now()` after which nobody waits. */
  readonly deadline: number;
}

export interface WireReply {
  readonly status: number;
  readonly body: string;
  /** Value of a header; lower-case name. */
  header(name: string): string | undefined;
}

/** One request on its way. */
export interface Exchange {
  /** @throws WireFailure */
  readonly reply: Promise<WireReply>;
  /** It has neither failed nor been sent yet. From then on the answer belongs to the past. */
  readonly isWaiting: boolean;
  /** Nobody waits any more. A mutation goes on. */
  cancel(): void;
}

/** Carries requests to subgraphs and answers back. Knows nothing of GraphQL. */
export interface Wire {
  send(request: WireRequest): Exchange;
  close(): Promise<void>;
}

/**
 * `refused`: no connection. `reset`: it broke before the whole answer. `timeout`: nothing in time. `malformed`: no HTTP, or less or
 * more than announced. `too-large`, `busy`: beyond our limits. `cancelled`: the caller left.
 */
export type FailureKind = 'refused' | 'reset' | 'timeout' | 'malformed' | 'too-large' | 'busy' | 'cancelled';

export class WireFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}
