import {
  HEADERS,
  READS_HEADER,
  SUBGRAPH_UNAVAILABLE,
  type AssertedActor,
  type ChangesAnswer,
  type ChangesQuestion,
} from '@thidua/contracts';
import type { Log } from '@thidua/server';
import { SubgraphUnavailable, type SubgraphError } from '../execution/errors.js';
import type { SubgraphAnswer } from '../execution/client.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import { say } from '../http/problem.js';
import { CircuitBreaker } from '../transport/circuit-breaker.js';
import { Sharing } from '../transport/sharing.js';
import { WireFailure, type Address, type Exchange, type FailureKind, type Wire, type WireReply } from '../transport/wire.js';
import type { HeadersOf } from './subgraph.headers.js';

export interface PeerParts {
  wire: Wire;
  headersOf: HeadersOf;
  log: Log;
  timeoutMs: number;
}

/** A request to a subgraph, ready to be sent. */
export interface PeerRequest {
  body: string;
  isRead: boolean;
}

/** Who asks for changes. */
const GATEWAY: AssertedActor = { kind: 'service', id: 'gateway', name: 'gateway', roles: [] };
const CHANGES_MS = 1_000;

/** Its words about our own request are of no use to the caller. */
const OURS = /^GRAPHQL_|^OPERATION_RESOLUTION_FAILURE$|^PERSISTED_QUERY/;
/** These end a request, but say nothing about the subgraph. */
const INNOCENT = new Set<FailureKind>(['cancelled', 'busy', 'too-large']);

/** One subgraph: its circuit breaker and what its callers share. Outlives supergraphs. */
export class SubgraphPeer {
  readonly breaker = new CircuitBreaker();
  readonly #sharing = new Sharing();

  constructor(
    readonly name: string,
    private readonly address: Address,
    private readonly parts: PeerParts,
  ) {}

  /** @throws SubgraphUnavailable in the caller's language when there is no usable answer */
  async ask(request: PeerRequest, context: GatewayContext): Promise<SubgraphAnswer> {
    if (request.isRead && context.departure?.hasLeft) throw this.#unavailable(context);
    if (!this.breaker.admit()) throw this.#unavailable(context);
    let exchange: Exchange | null = null;
    const leave = (): void => exchange?.cancel();
    try {
      const headers = this.parts.headersOf(this.name, context);
      const { exchange: started, isFirst } = this.#start(request, headers instanceof Promise ? await headers : headers, context);
      exchange = started;
      if (request.isRead) context.departure?.on(leave);
      const reply = await exchange.reply;
      const answer = read(reply);
      const reads = reply.header(READS_HEADER);
      if (reads !== undefined) answer.reads = reads;
      this.breaker.succeeded();
      if (isFirst) context.cost.statements += Number(reply.header('x-sql-statements') ?? 0) || 0;
      this.#checkUnderstood(answer);
      return answer;
    } catch (error) {
      throw this.#failed(error, context);
    } finally {
      context.departure?.off(leave);
    }
  }

  /** What was committed since a position; our own question, so it neither waits long nor counts for the circuit. @throws when it does not say */
  async changes(since: string | null): Promise<ChangesAnswer> {
    if (this.breaker.state === 'open') throw new WireFailure('cancelled', 'the circuit is open');
    const { wire, headersOf } = this.parts;
    const fixedHeaders = await headersOf(this.name, { actor: GATEWAY, locale: 'vi', requestId: 'changes', cost: { statements: 0 } });
    const question: ChangesQuestion = { since };
    const { reply } = wire.send({
      address: { ...this.address, path: '/changes' },
      fixedHeaders,
      ownHeaders: [],
      body: JSON.stringify(question),
      isRead: true,
      deadline: performance.now() + CHANGES_MS,
    });
    const { status, body } = await reply;
    if (status !== 200) throw new WireFailure('malformed', `answered ${status}`);
    return JSON.parse(body) as ChangesAnswer;
  }

  #start(
    { body, isRead }: PeerRequest,
    fixedHeaders: readonly string[],
    context: GatewayContext,
  ): { exchange: Exchange; isFirst: boolean } {
    const deadline = Math.min(performance.now() + this.parts.timeoutMs, context.deadline ?? Number.POSITIVE_INFINITY);
    const ownHeaders = [HEADERS.requestId, context.requestId, ...(context.trace ?? [])];
    const start = (): Exchange => this.parts.wire.send({ address: this.address, fixedHeaders, ownHeaders, body, isRead, deadline });
    return isRead ? this.#sharing.join(fixedHeaders, body, start) : { exchange: start(), isFirst: true };
  }

  #checkUnderstood(answer: SubgraphAnswer): void {
    const misunderstood = answer.errors?.find((e) => OURS.test(String(e.extensions?.['code'] ?? '')));
    if (misunderstood)
      throw new SubgraphUnavailable(
        this.name,
        `${this.name} does not understand the gateway: ${misunderstood.message}`,
        'INTERNAL_SERVER_ERROR',
      );
  }

  #failed(error: unknown, context: GatewayContext): SubgraphUnavailable {
    if (error instanceof SubgraphUnavailable) return error;
    const kind = error instanceof WireFailure ? error.kind : 'malformed';
    if (INNOCENT.has(kind)) this.breaker.released();
    else this.breaker.failed(kind);
    if (kind !== 'cancelled')
      this.parts.log.warn(
        { service: this.name, reason: (error as Error).message, kind, circuit: this.breaker.state, requestId: context.requestId },
        'subgraph does not answer',
      );
    return this.#unavailable(context);
  }

  #unavailable({ locale }: GatewayContext): SubgraphUnavailable {
    const message = say(
      locale,
      `Không có dữ liệu: phân hệ «${this.name}» không trả lời.`,
      `No data: the subgraph “${this.name}” does not answer.`,
    );
    return new SubgraphUnavailable(this.name, message, SUBGRAPH_UNAVAILABLE);
  }
}

/** @throws WireFailure when it is no GraphQL answer */
function read(reply: WireReply): SubgraphAnswer {
  if (reply.status === 401 || reply.status >= 500) throw new WireFailure('malformed', `answered ${reply.status}`);
  let answer: { data?: unknown; errors?: unknown } | null;
  try {
    answer = JSON.parse(reply.body) as typeof answer;
  } catch {
    throw new WireFailure('malformed', `answered ${reply.status} without JSON`);
  }
  if (typeof answer !== 'object' || answer === null || !('data' in answer || 'errors' in answer))
    throw new WireFailure('malformed', 'answered JSON that is no GraphQL answer');
  const errors = Array.isArray(answer.errors) ? (answer.errors.filter((e) => typeof e === 'object' && e !== null) as SubgraphError[]) : [];
  return { data: answer.data as never, ...(errors.length > 0 ? { errors } : {}) };
}
