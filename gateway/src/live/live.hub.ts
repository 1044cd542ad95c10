import type { Log } from '@thidua/server/process';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { callerKey } from '../cache/caller.js';
import { formatErrors } from '../graph/errors.format.js';
import type { GatewayContext, GraphEngine } from '../graph/graph.engine.js';
import type { GraphHolder } from '../graph/graph.holder.js';
import type { GraphParams } from '../http/graph-request.js';
import { Problem, say } from '../http/problem.js';
import type { LiveIdentity } from '../identity/callers.js';
import type { ErrorFormat } from '../operation/fault.format.js';
import type { HeadersOf } from '../subgraphs/subgraph.headers.js';
import { endOf } from './live.end.js';
import { LiveCount } from './live.limits.js';
import { LiveRefusal, type LiveOperation } from './live.pipeline.js';
import { Reader, type LiveSink } from './reader.js';
import { SharedStream } from './shared-stream.js';
import { Upstreams } from './upstream.js';

export interface LiveParts {
  holder: GraphHolder;
  headersOf: HeadersOf;
  format: ErrorFormat;
  log: Log;
}

/** Who opens a stream, and what he asks. */
export interface LiveAsk {
  readonly params: GraphParams;
  readonly context: GatewayContext;
  readonly identity: LiveIdentity;
  /** Position of the last event he has; null = he has nothing. */
  readonly since: string | null;
}

interface Member {
  ask: LiveAsk;
  reader: Reader;
  stream: SharedStream | null;
  expiry: NodeJS.Timeout | undefined;
}

/** Grants that end by their date are noticed without an event. */
const RECHECK_MS = 60_000;
/** Callers whose grants are asked for at the same moment. */
const AT_ONCE = 50;
/** Positions go into a header of the next request. */
const POSITION = /^[\w:.+/=-]{1,200}$/;

/** All streams of this gateway: who reads what, over which line, and for how long. */
export class LiveHub {
  readonly #upstreams: Upstreams;
  readonly #streams = new Map<string, SharedStream[]>();
  readonly #members = new Set<Member>();
  readonly #count = new LiveCount();
  readonly #recheck: NodeJS.Timeout;
  #isDraining = false;

  constructor(private readonly parts: LiveParts) {
    this.#upstreams = new Upstreams(parts.headersOf);
    this.#recheck = setInterval(() => void this.recheck(false), RECHECK_MS).unref();
    parts.holder.onSwap((engine) => void this.#swapped(engine));
  }

  /** @throws LiveRefusal when the stream does not open */
  async open(ask: LiveAsk, sink: LiveSink): Promise<Reader> {
    this.#checkRoom(ask);
    if (ask.since !== null && !POSITION.test(ask.since)) throw refusal('BAD_USER_INPUT', 400, 'This position was not made by this graph.');
    const { subject } = ask.identity;
    const engine = this.#engine();
    this.#count.add(subject);
    const live = await this.#prepare(engine, ask).catch((error: unknown) => {
      this.#count.remove(subject);
      throw error;
    });
    const reader: Reader = new Reader(sink, () => this.#left(member));
    const member: Member = { ask, reader, stream: null, expiry: expiryOf(ask, reader) };
    this.#members.add(member);
    try {
      await this.#enter(member, live, engine);
    } catch (error) {
      reader.leave();
      throw error;
    }
    return reader;
  }

  /** Grants or the graph may have changed since a reader was admitted; from here on he is among those who are told. */
  async #enter(member: Member, admitted: LiveOperation, engine: GraphEngine): Promise<void> {
    const { ask, reader } = member;
    reader.hold();
    if (ask.identity.subject !== null) await this.#recheckOne(member);
    const now = this.#engine();
    const live = now === engine ? admitted : await this.#prepare(now, member.ask);
    if (!member.stream && !reader.isOver) this.#join(member, live, ask.since);
    reader.release();
  }

  /**
   * Asks anew who may still read: after grants have changed, and from time to time.
   * @param isSuspect nothing is written until the answer is there
   */
  async recheck(isSuspect: boolean): Promise<void> {
    const known = [...this.#members].filter(({ ask }) => ask.identity.subject !== null);
    if (isSuspect) for (const { reader } of known) reader.hold();
    for (let from = 0; from < known.length; from += AT_ONCE) {
      await Promise.all(
        known.slice(from, from + AT_ONCE).map(async (member) => {
          await this.#recheckOne(member);
          if (isSuspect) member.reader.release();
        }),
      );
    }
  }

  /** Ends all streams with a word that their readers understand. */
  drain(): void {
    this.#isDraining = true;
    clearInterval(this.#recheck);
    for (const { reader } of this.#members) reader.end(endOf('DRAINING'));
    for (const streams of this.#streams.values()) for (const stream of streams.toReversed()) stream.stop();
  }

  close(): Promise<void> {
    this.drain();
    return this.#upstreams.close();
  }

  #checkRoom({ context, identity }: LiveAsk): void {
    if (this.#isDraining) throw refusal('UNAVAILABLE', 503, say(context.locale, 'Máy chủ đang dừng.', 'The server is stopping.'));
    const excess = this.#count.excess(identity.subject);
    if (!excess) return;
    const { limit, allowed } = excess;
    const message = say(context.locale, `Đang mở quá nhiều luồng, tối đa ${allowed}.`, `Too many streams are open, at most ${allowed}.`);
    throw refusal('BAD_USER_INPUT', 429, message, { limit: { name: limit, allowed } });
  }

  #engine(): GraphEngine {
    const { engine } = this.parts.holder;
    if (!engine) throw refusal('UNAVAILABLE', 503, 'The graph is not ready.');
    return engine;
  }

  #prepare(engine: GraphEngine, { params, context }: Pick<LiveAsk, 'params' | 'context'>): Promise<LiveOperation> {
    return engine.live.prepare(params, context);
  }

  #join(member: Member, live: LiveOperation, since: string | null): void {
    const streams = this.#streams.get(live.key) ?? [];
    const found = streams.findLast((stream) => !stream.isOver && stream.covers(since));
    const stream = found ?? this.#start(live, since, streams);
    member.stream = stream;
    stream.add(member.reader, since);
  }

  #start(live: LiveOperation, since: string | null, streams: SharedStream[]): SharedStream {
    const { format, log } = this.parts;
    const stream: SharedStream = new SharedStream({ upstreams: this.#upstreams, format, log }, live, since, () => {
      streams.splice(streams.indexOf(stream), 1);
      if (streams.length === 0 && this.#streams.get(live.key) === streams) this.#streams.delete(live.key);
    });
    streams.push(stream);
    this.#streams.set(live.key, streams);
    return stream;
  }

  #left(member: Member): void {
    clearTimeout(member.expiry);
    this.#members.delete(member);
    member.stream?.remove(member.reader);
    this.#count.remove(member.ask.identity.subject);
  }

  async #recheckOne(member: Member): Promise<void> {
    const { ask, reader } = member;
    try {
      const actor = await ask.identity.again();
      if (reader.isOver || callerKey(actor) === callerKey(ask.context.actor)) return;
      const changed: LiveAsk = { ...ask, context: { ...ask.context, actor } };
      const live = await this.#prepare(this.#engine(), changed);
      if (reader.isOver) return;
      member.ask = changed;
      member.stream?.remove(reader);
      reader.forget();
      this.#join(member, live, reader.position ?? ask.since);
    } catch (error) {
      if (error instanceof Problem && error.status === 503) return reader.end(endOf('SOURCE_GONE'));
      reader.end(endOf('GRANTS_CHANGED', this.#errorsOf(error)));
    }
  }

  /** Another supergraph answers from now on: streams it can serve go over to it, the others end. */
  async #swapped(engine: GraphEngine): Promise<void> {
    const streams = [...this.#streams.values()].flat();
    await Promise.all(
      streams.map(async (stream) => {
        try {
          const { context } = stream.operation.request;
          const asked = [...this.#members].find((member) => member.stream === stream)?.ask;
          if (!asked) return stream.stop();
          stream.replan(await this.#prepare(engine, { params: asked.params, context }));
        } catch (error) {
          stream.end(endOf('SCHEMA_CHANGED', this.#errorsOf(error)));
        }
      }),
    );
  }

  #errorsOf(error: unknown): readonly GraphQLFormattedError[] {
    const reasons = error instanceof LiveRefusal ? error.reasons : error instanceof Problem ? [asError(error)] : [error];
    return formatErrors(reasons, this.parts.format).errors;
  }
}

const asError = ({ en, code, extensions }: Problem): GraphQLError => new GraphQLError(en, { extensions: { ...extensions, code } });

/** A timer takes no more than this. */
const LONGEST_TIMER = 2 ** 31 - 1;

function expiryOf({ identity }: LiveAsk, reader: Reader): NodeJS.Timeout | undefined {
  if (identity.expiresAt === null) return undefined;
  const left = Math.min(Math.max(identity.expiresAt - Date.now(), 0), LONGEST_TIMER);
  return setTimeout(() => reader.end(endOf('TOKEN_EXPIRED')), left).unref();
}

const refusal = (code: string, status: number, message: string, extensions: Record<string, unknown> = {}): LiveRefusal =>
  new LiveRefusal([new GraphQLError(message, { extensions: { ...extensions, code, http: { status } } })]);
