import { WireFailure, type WireReply } from './wire.js';

export interface ParsedReply extends WireReply {
  /** The peer ends the connection after this answer. */
  readonly closes: boolean;
}

const HEAD_LIMIT = 16 * 1024;
const CRLF = '\r\n';
const HEAD_END = '\r\n\r\n';
const NOTHING = Buffer.alloc(0);

type State = 'head' | 'fixed' | 'chunk-size' | 'chunk' | 'chunk-end' | 'trailer' | 'until-close';

/**
 * Reads HTTP/1.1 answers from the bytes of one connection, however they are cut. The buffers given are used again by the
 * caller: what has to be kept is copied.
 */
export class ResponseParser {
  #state: State = 'head';
  /** Bytes of a head or a line that is not complete yet. */
  #rest: Buffer = NOTHING;
  #head = '';
  #parts: Buffer[] = [];
  #size = 0;
  /** Bytes the body, or the chunk, still needs. */
  #need = 0;

  constructor(
    private readonly limit: number,
    private readonly emit: (reply: ParsedReply) => void,
  ) {}

  /** Nothing of an answer has been read since the last one. */
  get isBetweenReplies(): boolean {
    return this.#state === 'head' && this.#rest.length === 0;
  }

  /** @throws WireFailure `malformed` or `too-large`; the connection cannot be used any more */
  push(bytes: Buffer): void {
    let input = bytes;
    if (this.#rest.length > 0) {
      input = Buffer.concat([this.#rest, bytes]);
      this.#rest = NOTHING;
    }
    let at = 0;
    while (at < input.length) {
      const next = this.#step(input, at);
      if (next < 0) {
        this.#rest = Buffer.from(input.subarray(at));
        return;
      }
      at = next;
    }
  }

  /** The peer has ended. @throws WireFailure in the middle of an answer */
  end(): void {
    if (this.#state === 'until-close') return this.#finish(true);
    if (!this.isBetweenReplies) throw new WireFailure('reset', 'the connection ended within an answer');
  }

  /** Reads on from `at`; where it came to, or -1 when it needs more bytes to go on. */
  #step(input: Buffer, at: number): number {
    switch (this.#state) {
      case 'head':
        return this.#readHead(input, at);
      case 'fixed':
        return this.#readBody(input, at, () => this.#finish(closesAfter(this.#head)));
      case 'chunk':
        return this.#readBody(input, at, () => {
          this.#state = 'chunk-end';
        });
      case 'until-close':
        return this.#take(input, at, input.length - at);
      default:
        return this.#readLine(input, at);
    }
  }

  #readHead(input: Buffer, at: number): number {
    const end = input.indexOf(HEAD_END, at, 'latin1');
    if (end < 0) {
      if (input.length - at > HEAD_LIMIT) throw new WireFailure('malformed', 'a head without an end');
      if (!couldBeHead(input, at)) throw new WireFailure('malformed', 'this is not HTTP');
      return -1;
    }
    if (end - at > HEAD_LIMIT) throw new WireFailure('malformed', 'a head that is too long');
    const head = input.toString('latin1', at, end + CRLF.length);
    if (!/^HTTP\/1\.[01] \d{3}[ \r]/.test(head)) throw new WireFailure('malformed', 'this is not HTTP');
    const body = end + HEAD_END.length;
    if (head.charCodeAt(9) === 49) return body; // 1xx: the answer follows
    this.#head = head;
    this.#open();
    if (this.#state !== 'fixed' || this.#need === 0) {
      if (this.#state === 'fixed') this.#finish(closesAfter(head));
      return body;
    }
    if (input.length - body < this.#need) return body;
    // The usual case: the whole body is here.
    const after = body + this.#need;
    this.#deliver(input.toString('utf8', body, after), closesAfter(head));
    return after;
  }

  /** Decides how the body is framed. Two framings at once are how answers get mixed up: refused. */
  #open(): void {
    const length = only(this.#head, 'content-length');
    const coding = only(this.#head, 'transfer-encoding');
    const status = statusOf(this.#head);
    this.#size = 0;
    this.#need = 0;
    if (status === 204 || status === 304) this.#state = 'fixed';
    else if (coding !== undefined) {
      if (length !== undefined || coding.toLowerCase() !== 'chunked')
        throw new WireFailure('malformed', 'a body framed in a way we do not read');
      this.#state = 'chunk-size';
    } else if (length !== undefined) {
      if (!/^\d{1,15}$/.test(length)) throw new WireFailure('malformed', 'a content-length that is no number');
      this.#need = this.#within(Number(length));
      this.#state = 'fixed';
    } else this.#state = 'until-close';
  }

  #readBody(input: Buffer, at: number, complete: () => void): number {
    const taken = Math.min(this.#need, input.length - at);
    this.#need -= taken;
    this.#take(input, at, taken);
    if (this.#need === 0) complete();
    return at + taken;
  }

  #readLine(input: Buffer, at: number): number {
    const end = input.indexOf(CRLF, at, 'latin1');
    if (end < 0) {
      if (input.length - at > HEAD_LIMIT) throw new WireFailure('malformed', 'a line without an end');
      return -1;
    }
    this.#line(input.toString('latin1', at, end));
    return end + CRLF.length;
  }

  #line(line: string): void {
    if (this.#state === 'trailer') {
      if (line === '') this.#finish(closesAfter(this.#head));
      return;
    }
    if (this.#state === 'chunk-end') {
      if (line !== '') throw new WireFailure('malformed', 'a chunk longer than it says');
      this.#state = 'chunk-size';
      return;
    }
    const size = /^([\da-f]{1,8})[ \t]*(?:;.*)?$/i.exec(line)?.[1];
    if (size === undefined) throw new WireFailure('malformed', 'a chunk without its size');
    this.#need = Number.parseInt(size, 16);
    this.#within(this.#size + this.#need);
    this.#state = this.#need === 0 ? 'trailer' : 'chunk';
  }

  #take(input: Buffer, at: number, length: number): number {
    this.#size = this.#within(this.#size + length);
    this.#parts.push(Buffer.from(input.subarray(at, at + length)));
    return at + length;
  }

  #within(size: number): number {
    if (size > this.limit) throw new WireFailure('too-large', `an answer of more than ${this.limit} bytes`);
    return size;
  }

  #finish(closes: boolean): void {
    const parts = this.#parts;
    this.#parts = [];
    this.#deliver(parts.length === 1 ? parts[0]!.toString('utf8') : Buffer.concat(parts).toString('utf8'), closes);
  }

  #deliver(body: string, closes: boolean): void {
    const head = this.#head;
    this.#state = 'head';
    this.#head = '';
    this.emit({ status: statusOf(head), body, closes, header: (name) => headerOf(head, name) });
  }
}

const statusOf = (head: string): number => Number(head.slice(9, 12));

/** Whether the first bytes are those of an answer, as far as they go. */
const couldBeHead = (input: Buffer, at: number): boolean =>
  'HTTP/1.'.startsWith(input.toString('latin1', at, Math.min(at + 7, input.length)));

/** The first value of a header. */
export function headerOf(head: string, name: string): string | undefined {
  const at = placeOf(head, name, 0);
  return at < 0 ? undefined : head.slice(at, head.indexOf(CRLF, at)).trim();
}

/** Where a header's value begins. */
function placeOf(head: string, name: string, from: number): number {
  for (let line = head.indexOf(CRLF, from); line >= 0; line = head.indexOf(CRLF, line + 2)) {
    const colon = line + 2 + name.length;
    if (head.charCodeAt(colon) === 58 && head.slice(line + 2, colon).toLowerCase() === name) return colon + 1;
  }
  return -1;
}

/** A header that may stand once only. */
function only(head: string, name: string): string | undefined {
  const at = placeOf(head, name, 0);
  if (at < 0) return undefined;
  if (placeOf(head, name, at) >= 0) throw new WireFailure('malformed', `two headers ${name}`);
  return head.slice(at, head.indexOf(CRLF, at)).trim();
}

function closesAfter(head: string): boolean {
  const connection = headerOf(head, 'connection')?.toLowerCase();
  return connection === undefined ? head.startsWith('HTTP/1.0') : connection.includes('close');
}
