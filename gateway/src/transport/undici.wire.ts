import { Agent, errors, type Dispatcher } from 'undici';
import { WireFailure, type Exchange, type FailureKind, type Wire, type WireReply, type WireRequest } from './wire.js';

export interface UndiciOptions {
  connections: number;
  connectMs: number;
  answerLimit: number;
}

const UNDICI: UndiciOptions = { connections: 64, connectMs: 2_000, answerLimit: 32 * 1024 * 1024 };
/** The connection died before an answer began: a subgraph that restarted. */
const STALE = new Set(['UND_ERR_SOCKET', 'ECONNRESET', 'EPIPE']);
const KINDS: Record<string, FailureKind> = {
  ECONNREFUSED: 'refused',
  ENOTFOUND: 'refused',
  EHOSTUNREACH: 'refused',
  UND_ERR_CONNECT_TIMEOUT: 'refused',
  UND_ERR_ABORTED: 'cancelled',
  UND_ERR_RES_EXCEEDED_MAX_SIZE: 'too-large',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'malformed',
};

/** The plain alternative: one request on a connection at a time, by undici's own dispatcher. */
export class UndiciWire implements Wire {
  readonly #agent: Agent;

  constructor(private readonly options: UndiciOptions = UNDICI) {
    this.#agent = new Agent({
      connections: options.connections,
      pipelining: 1,
      keepAliveTimeout: 30_000,
      connect: { timeout: options.connectMs },
      maxResponseSize: options.answerLimit,
      headersTimeout: 0,
      bodyTimeout: 0, // ended by the deadline
    });
  }

  send(request: WireRequest): Exchange {
    const answer = new Answering(request, this.options.answerLimit);
    answer.dispatch(this.#agent);
    return answer;
  }

  close(): Promise<void> {
    return this.#agent.destroy();
  }
}

class Answering implements Exchange {
  readonly reply: Promise<WireReply>;
  isWaiting = true;
  #resolve!: (reply: WireReply) => void;
  #reject!: (failure: WireFailure) => void;
  #abort: ((reason?: Error) => void) | null = null;
  #isOver = false;
  #timer: NodeJS.Timeout;

  constructor(
    private readonly request: WireRequest,
    private readonly limit: number,
  ) {
    this.reply = new Promise((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    this.#timer = setTimeout(() => this.#end('timeout', 'no answer in time'), Math.max(0, request.deadline - performance.now()));
  }

  dispatch(agent: Agent, mayRetry = this.request.isRead): void {
    const { address, fixedHeaders, ownHeaders, body } = this.request;
    const retry = (): void => this.dispatch(agent, false);
    agent.dispatch(
      {
        origin: `${address.protocol}//${address.host}`,
        path: address.path,
        method: 'POST',
        headers: [...fixedHeaders, ...ownHeaders],
        body,
      },
      this.#handler(mayRetry ? retry : null),
    );
  }

  cancel(): void {
    if (this.request.isRead) this.#end('cancelled', 'the caller left');
  }

  #handler(retry: (() => void) | null): Dispatcher.DispatchHandler {
    const parts: Buffer[] = [];
    let size = 0;
    let status = 0;
    let headers: Record<string, string | string[] | undefined> = {};
    return {
      onRequestStart: (controller) => {
        this.#abort = (reason) => controller.abort(reason ?? new Error('over'));
        this.isWaiting = false;
        if (this.#isOver) this.#abort();
      },
      onResponseStart: (_controller, statusCode, received) => {
        status = statusCode;
        headers = received as typeof headers;
      },
      onResponseData: (_controller, chunk) => {
        size += chunk.length;
        if (size > this.limit) return this.#end('too-large', `an answer of more than ${this.limit} bytes`);
        parts.push(chunk);
      },
      onResponseEnd: () => {
        if (status < 200) return;
        const body = (parts.length === 1 ? parts[0]! : Buffer.concat(parts)).toString('utf8');
        this.#settle();
        this.#resolve({ status, body, header: (name) => headers[name]?.toString() });
      },
      onResponseError: (_controller, error) => {
        if (retry && !this.#isOver && status === 0 && STALE.has(codeOf(error))) return retry();
        this.#end(kindOf(error), error.message);
      },
    };
  }

  #end(kind: FailureKind, message: string): void {
    if (this.#isOver) return;
    this.#settle();
    this.#reject(new WireFailure(kind, message));
    this.#abort?.();
  }

  #settle(): void {
    this.#isOver = true;
    this.isWaiting = false;
    clearTimeout(this.#timer);
  }
}

const codeOf = (error: Error): string => (error as { code?: string }).code ?? '';
const kindOf = (error: Error): FailureKind => KINDS[codeOf(error)] ?? (error instanceof errors.HTTPParserError ? 'malformed' : 'reset');
