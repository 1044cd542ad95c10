import { connect, type Socket } from 'node:net';
import { ResponseParser, type ParsedReply } from './response-parser.js';
import type { Ticket } from './ticket.js';
import { WireFailure, type Address } from './wire.js';

export interface ConnectionOptions {
  address: Address;
  answerLimit: number;
  connectMs: number;
  /** A connection that was idle this long may be about to be closed by the peer, unless the peer promised more. */
  idleMs: number;
}

export interface ConnectionOwner {
  /** An answer came, or there is room for another request. */
  onRoom(): void;
  /** It is gone; these were sent and have no answer. `stale` = they may never have been read: nothing of an answer had come. */
  onGone(connection: Connection, orphans: Ticket[], failure: WireFailure, stale: boolean): void;
}

const READ_BUFFER = 64 * 1024;
/** Peers that announce how long they keep a connection are believed, less this. */
const KEEP_ALIVE_MARGIN_MS = 1_000;

/** One kept-alive connection. Requests go out in one write per turn, answers come back in their order. */
export class Connection {
  readonly #socket: Socket;
  readonly #parser: ResponseParser;
  readonly #sent: Ticket[] = [];
  #toWrite: Ticket[] = [];
  #isGone = false;
  #isConnected = false;
  #idleSince = performance.now();
  #idleLimit: number;

  constructor(
    private readonly options: ConnectionOptions,
    private readonly owner: ConnectionOwner,
  ) {
    this.#idleLimit = options.idleMs;
    this.#parser = new ResponseParser(options.answerLimit, (reply) => this.#answer(reply));
    this.#socket = connect({
      host: options.address.hostname,
      port: options.address.port,
      noDelay: true,
      keepAlive: true,
      onread: {
        buffer: Buffer.allocUnsafe(READ_BUFFER),
        callback: (length: number, buffer: Uint8Array) => this.#read((buffer as Buffer).subarray(0, length)),
      },
    });
    const slow = setTimeout(() => this.#fail(new WireFailure('refused', 'no connection in time')), options.connectMs);
    this.#socket.once('connect', () => {
      this.#isConnected = true;
      clearTimeout(slow);
    });
    this.#socket.once('end', () => this.#end());
    this.#socket.once('error', (error) => this.#fail(new WireFailure(this.#isConnected ? 'reset' : 'refused', error.message)));
    this.#socket.once('close', () => {
      clearTimeout(slow);
      this.#fail(new WireFailure('reset', 'the connection was closed'));
    });
  }

  get inFlight(): number {
    return this.#sent.length + this.#toWrite.length;
  }

  /** A mutation is on its way: nothing else comes near it. */
  get isReserved(): boolean {
    return [this.#sent[0], this.#toWrite[0]].some((ticket) => ticket?.request.isRead === false);
  }

  get isGone(): boolean {
    return this.#isGone;
  }

  /** Since when the oldest request waits; +∞ when none does. */
  get oldestSentAt(): number {
    return this.#sent[0]?.sentAt ?? Number.POSITIVE_INFINITY;
  }

  /** Idle for so long that the peer may be closing it right now. */
  isDoubtful(now: number): boolean {
    return this.inFlight === 0 && now - this.#idleSince > this.#idleLimit;
  }

  /** Puts a request into the write of this turn. */
  add(ticket: Ticket, now: number): void {
    ticket.isSent = true;
    ticket.sentAt = now;
    this.#toWrite.push(ticket);
  }

  flush(): void {
    if (this.#toWrite.length === 0) return;
    let text = '';
    let isAscii = true;
    for (const ticket of this.#toWrite) {
      text += ticket.text;
      isAscii &&= ticket.isAscii;
      this.#sent.push(ticket);
    }
    this.#toWrite = [];
    this.#socket.write(text, isAscii ? 'latin1' : 'utf8');
  }

  /** Nobody waits for a request that was sent: alone on its connection it is cut off, else its answer is read and dropped. */
  cutOff(ticket: Ticket): void {
    if (this.#sent.includes(ticket) && this.#sent.every((other) => other === ticket || other.isSettled))
      this.#fail(new WireFailure('cancelled', 'nobody waits for the answer'));
  }

  /** Ends what is overdue. When that is the oldest answer, nothing behind it would come: it is asked elsewhere. */
  expire(now: number): void {
    const isStuck = (this.#sent[0]?.request.deadline ?? Number.POSITIVE_INFINITY) <= now;
    for (const ticket of this.#sent) if (!ticket.isSettled && ticket.request.deadline <= now) ticket.fail('timeout', 'no answer in time');
    if (isStuck) this.#fail(new WireFailure('reset', 'given up behind an answer that did not come'), true);
  }

  close(): void {
    this.#fail(new WireFailure('cancelled', 'the gateway stops'));
  }

  #read(bytes: Buffer): boolean {
    if (this.#isGone) return false;
    try {
      if (this.#sent.length === 0) throw new WireFailure('malformed', 'an answer nobody asked for');
      this.#parser.push(bytes);
    } catch (failure) {
      this.#fail(failure as WireFailure);
    }
    return !this.#isGone;
  }

  #answer(reply: ParsedReply): void {
    const ticket = this.#sent.shift();
    if (!ticket) throw new WireFailure('malformed', 'more answers than questions');
    if (this.#sent.length === 0) this.#rest(reply);
    else this.#sent[0]!.sentAt = Math.max(this.#sent[0]!.sentAt, performance.now());
    if (!ticket.isSettled) ticket.resolve(reply);
    if (reply.closes) this.#fail(new WireFailure('reset', 'the subgraph ended the connection'));
    else this.owner.onRoom();
  }

  #rest(reply: ParsedReply): void {
    this.#idleSince = performance.now();
    const promised = /timeout=(\d+)/.exec(reply.header('keep-alive') ?? '')?.[1];
    this.#idleLimit = promised ? Math.max(0, Number(promised) * 1_000 - KEEP_ALIVE_MARGIN_MS) : this.options.idleMs;
  }

  #end(): void {
    try {
      this.#parser.end();
      this.#fail(new WireFailure('reset', 'the subgraph ended the connection'));
    } catch (failure) {
      this.#fail(failure as WireFailure);
    }
  }

  #fail(failure: WireFailure, stale = failure.kind === 'reset' && this.#parser.isBetweenReplies): void {
    if (this.#isGone) return;
    this.#isGone = true;
    this.#socket.destroy();
    const orphans = [...this.#sent, ...this.#toWrite].filter((ticket) => !ticket.isSettled);
    this.#sent.length = 0;
    this.#toWrite = [];
    this.owner.onGone(this, orphans, failure, stale);
  }
}
