import { POOL, SocketPool, type PoolOptions } from './socket-pool.js';
import type { Exchange, Wire, WireRequest } from './wire.js';

/**
 * Our own HTTP/1.1 over plain sockets, for peers we trust: subgraphs on this machine or in this cluster. Answers are matched to
 * questions by their order on the connection, so a peer that lies about its lengths could mix them up; `undici.wire.ts` is
 * for everything else, TLS included.
 */
export class SocketWire implements Wire {
  readonly #pools = new Map<string, SocketPool>();

  constructor(
    private readonly elsewhere: Wire,
    private readonly options: PoolOptions = POOL,
  ) {}

  send(request: WireRequest): Exchange {
    const { address } = request;
    if (address.protocol !== 'http:') return this.elsewhere.send(request);
    let pool = this.#pools.get(address.host);
    if (!pool) this.#pools.set(address.host, (pool = new SocketPool(address, this.options)));
    return pool.send(request);
  }

  async close(): Promise<void> {
    for (const pool of this.#pools.values()) pool.close();
    await this.elsewhere.close();
  }
}
