import { Connection, type ConnectionOwner } from './connection.js';
import { Ticket } from './ticket.js';
import type { Address, Exchange, WireFailure, WireRequest } from './wire.js';

export interface PoolOptions {
  /** Connections to one subgraph. */
  connections: number;
  /** Requests on one connection that have no answer yet. */
  depth: number;
  /** Requests that may wait for room; beyond it a caller is told at once. */
  queue: number;
  /** A connection whose oldest answer takes longer than this gets no more requests while another can be opened. */
  patienceMs: number;
  answerLimit: number;
  connectMs: number;
  idleMs: number;
}

export const POOL: PoolOptions = {
  connections: 32,
  depth: 32,
  queue: 2_000,
  patienceMs: 5,
  answerLimit: 32 * 1024 * 1024,
  connectMs: 2_000,
  idleMs: 4_000,
};

/** How often deadlines are looked at. */
const SWEEP_MS = 50;

/**
 * The connections to one subgraph. Requests of one turn of the event loop go out together; a connection that answers slowly is
 * left to its answer while the others carry on; a mutation has a connection to itself.
 */
export class SocketPool implements ConnectionOwner {
  readonly #connections = new Set<Connection>();
  #waiting: Ticket[] = [];
  #willFlush = false;
  #sweep: NodeJS.Timeout | null = null;

  constructor(
    private readonly address: Address,
    private readonly options: PoolOptions,
  ) {}

  send(request: WireRequest): Exchange {
    const ticket = new Ticket(request, (left) => this.#abandon(left));
    if (this.#waiting.length >= this.options.queue) ticket.fail('busy', `more than ${this.options.queue} requests wait for this subgraph`);
    else {
      this.#waiting.push(ticket);
      this.#flushSoon();
      this.#sweep ??= setInterval(() => this.#expire(), SWEEP_MS).unref();
    }
    return ticket;
  }

  onRoom(): void {
    if (this.#waiting.length > 0) this.#flushSoon();
  }

  onGone(connection: Connection, orphans: Ticket[], failure: WireFailure, stale: boolean): void {
    this.#connections.delete(connection);
    for (const ticket of orphans) {
      if (stale && ticket.request.isRead && !ticket.wasRetried) {
        ticket.wasRetried = true;
        ticket.isSent = false;
        this.#waiting.push(ticket);
      } else ticket.fail(failure.kind, failure.message);
    }
    if (this.#waiting.length > 0) this.#flushSoon();
  }

  close(): void {
    if (this.#sweep) clearInterval(this.#sweep);
    this.#sweep = null;
    for (const ticket of this.#waiting.splice(0)) ticket.fail('cancelled', 'the gateway stops');
    for (const connection of this.#connections) connection.close();
  }

  /** After everything of this turn: requests of many callers become one write. */
  #flushSoon(): void {
    if (this.#willFlush) return;
    this.#willFlush = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#willFlush = false;
    const now = performance.now();
    for (const connection of this.#connections) if (connection.isDoubtful(now)) connection.close();
    const waiting = this.#waiting;
    this.#waiting = [];
    let current: Connection | null = null;
    for (const [i, ticket] of waiting.entries()) {
      if (ticket.isSettled) continue;
      if (ticket.request.isRead) current = current && this.#hasRoom(current, now) ? current : this.#forRead(now);
      const chosen = ticket.request.isRead ? current : this.#forMutation();
      if (chosen) chosen.add(ticket, now);
      else {
        // Order is kept among those that wait; a mutation without a connection does not hold up reads.
        this.#waiting.push(ticket);
        if (ticket.request.isRead) {
          this.#waiting.push(...waiting.slice(i + 1));
          break;
        }
      }
    }
    for (const connection of this.#connections) connection.flush();
  }

  #hasRoom(connection: Connection, now: number): boolean {
    return (
      !connection.isGone &&
      !connection.isReserved &&
      connection.inFlight < this.options.depth &&
      now - connection.oldestSentAt < this.options.patienceMs
    );
  }

  #forRead(now: number): Connection | null {
    let least: Connection | null = null;
    for (const connection of this.#connections) {
      if (this.#hasRoom(connection, now)) return connection;
      if (!connection.isReserved && (!least || connection.inFlight < least.inFlight)) least = connection;
    }
    if (this.#connections.size < this.options.connections) return this.#open();
    return least && least.inFlight < this.options.depth ? least : null;
  }

  #forMutation(): Connection | null {
    for (const connection of this.#connections) if (connection.inFlight === 0) return connection;
    return this.#connections.size < this.options.connections ? this.#open() : null;
  }

  #open(): Connection {
    const connection = new Connection({ ...this.options, address: this.address }, this);
    this.#connections.add(connection);
    return connection;
  }

  #abandon(ticket: Ticket): void {
    if (ticket.isSent) for (const connection of this.#connections) connection.cutOff(ticket);
    else this.#waiting = this.#waiting.filter((other) => other !== ticket);
  }

  #expire(): void {
    const now = performance.now();
    for (const ticket of this.#waiting) if (!ticket.isSettled && ticket.request.deadline <= now) ticket.fail('timeout', 'no room in time');
    this.#waiting = this.#waiting.filter((ticket) => !ticket.isSettled);
    for (const connection of this.#connections) connection.expire(now);
    if (this.#waiting.length > 0 || [...this.#connections].some((connection) => connection.inFlight > 0)) return;
    clearInterval(this.#sweep!);
    this.#sweep = null;
  }
}
