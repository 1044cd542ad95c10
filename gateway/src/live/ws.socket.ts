import { HEADERS } from '@thidua/contracts';
import { localeOf, randomId, type Locale } from '@thidua/server/process';
import type { GraphQLFormattedError } from 'graphql';
import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import type { WebSocket } from 'ws';
import { formatErrors } from '../graph/errors.format.js';
import type { GraphParams } from '../http/graph-request.js';
import { negotiate } from '../http/media-type.js';
import { Problem, say } from '../http/problem.js';
import type { Callers } from '../identity/callers.js';
import type { Via } from '../operation/stage.js';
import { endErrors, type LiveEnd } from './live.end.js';
import { LIVE_LIMITS } from './live.limits.js';
import { LiveRefusal } from './live.pipeline.js';
import { sinceOf, streamContext, textOf } from './live.request.js';
import type { LiveSink, Reader } from './reader.js';
import type { SseParts } from './sse.route.js';
import type { Told } from './told.js';
import { CLOSE, readMessage, type ClientMessage } from './ws.protocol.js';

type Identity = Awaited<ReturnType<Callers['ofStream']>>;

const INIT_MS = 10_000;
/** Bytes on their way beyond which a socket takes nothing more for now. */
const FULL = 64 * 1024;
/** What `connection_init` may bring: a browser cannot set headers of a socket. */
const FROM_PAYLOAD = ['authorization', HEADERS.actingRole, 'accept-language'];

/** One socket of one caller, with what it subscribes to. */
export class LiveSocket {
  #identity: Identity | null = null;
  #hasInit = false;
  #headers: IncomingHttpHeaders;
  /** Null = opening. */
  readonly #open = new Map<string, Reader | null>();
  #isFull = false;

  constructor(
    private readonly parts: SseParts,
    private readonly socket: WebSocket,
    request: IncomingMessage,
  ) {
    this.#headers = { ...request.headers };
  }

  listen(): void {
    const { socket } = this;
    const late = setTimeout(() => this.#identity ?? socket.close(CLOSE.TOO_LATE, 'Connection initialisation timeout'), INIT_MS);
    socket.on('message', (data, isBinary) => {
      const message = isBinary ? null : readMessage(String(data as Buffer));
      if (!message) return socket.close(CLOSE.BAD_MESSAGE, 'Invalid message received');
      void this.#take(message).catch(() => socket.close(CLOSE.FAULT, 'Internal server error'));
    });
    socket.on('error', () => undefined); // `close` follows
    socket.on('close', () => {
      clearTimeout(late);
      for (const reader of this.#open.values()) reader?.leave();
      this.#open.clear();
    });
  }

  async #take(message: ClientMessage): Promise<void> {
    switch (message.type) {
      case 'connection_init':
        return this.#init(message.payload ?? {});
      case 'ping':
        return this.#send('{"type":"pong"}');
      case 'pong':
        return;
      case 'complete': {
        const reader = this.#open.get(message.id);
        this.#open.delete(message.id);
        return reader?.leave();
      }
      case 'subscribe':
        return this.#subscribe(message.id, message.payload as GraphParams);
    }
  }

  async #init(payload: Record<string, unknown>): Promise<void> {
    if (this.#hasInit) return this.socket.close(CLOSE.INIT_TWICE, 'Too many initialisation requests');
    this.#hasInit = true;
    for (const [name, value] of Object.entries(payload)) {
      if (FROM_PAYLOAD.includes(name.toLowerCase()) && typeof value === 'string') this.#headers[name.toLowerCase()] = value;
    }
    try {
      this.#identity = await this.parts.callers.ofStream(this.#headers);
      this.#send('{"type":"connection_ack"}');
    } catch (error) {
      if (!(error instanceof Problem)) throw error;
      this.socket.close(error.status === 503 ? CLOSE.RESTART : CLOSE.FORBIDDEN, String(error.extensions['reason'] ?? error.code));
    }
  }

  async #subscribe(id: string, params: GraphParams): Promise<void> {
    const identity = this.#identity;
    if (!identity) return this.socket.close(CLOSE.NOT_ACKNOWLEDGED, 'Unauthorized');
    if (this.#open.has(id)) return this.socket.close(CLOSE.ALREADY_THERE, `Subscriber for ${id} already exists`.slice(0, 120));
    if (identity.expiresAt !== null && Date.now() > identity.expiresAt) return this.socket.close(CLOSE.FORBIDDEN, 'TOKEN_EXPIRED');
    if (this.#open.size >= LIVE_LIMITS.perSocket) return this.#fail(id, [tooMany()]);
    this.#open.set(id, null);
    try {
      const now = { ...identity, actor: await identity.again() };
      const { params: meant, via } = await textOf(params, now.actor, this.parts.documents);
      const kind = this.parts.holder.engine?.live.kindOf(meant);
      if (kind === 'query' || kind === 'mutation') return await this.#answer(id, meant, now, via);
      const context = streamContext(now, this.#headers, randomId(), via);
      const sink = new WsSink(this, id);
      const reader = await this.parts.hub.open({ params: meant, context, identity, since: sinceOf(this.#headers, meant) }, sink);
      if (reader.isOver) return;
      // Completed while it was opening.
      if (this.#open.has(id) && this.socket.readyState === this.socket.OPEN) this.#open.set(id, reader);
      else reader.leave();
    } catch (error) {
      if (error instanceof Problem) return this.#fail(id, [errorOf(error, localeOf(this.#headers['accept-language']))]);
      if (!(error instanceof LiveRefusal)) throw error;
      this.#fail(id, formatErrors(error.reasons, this.parts.format).errors);
    }
  }

  /** Questions and acts pass the way of all others. */
  async #answer(id: string, params: GraphParams, identity: Identity, via: Via): Promise<void> {
    const context = streamContext(identity, this.#headers, randomId(), via);
    const request = {
      method: 'POST',
      params,
      body: params,
      search: '',
      headers: this.#headers,
      accepts: negotiate('application/json'),
    } as const;
    const { body } = await this.parts.holder.answer(request, context);
    if (!this.#open.delete(id)) return;
    const { data, errors } = JSON.parse(body) as { data?: unknown; errors?: GraphQLFormattedError[] };
    if (data === undefined && errors) return this.#fail(id, errors);
    this.#send(`{"id":${JSON.stringify(id)},"type":"next","payload":${body}}`);
    this.#send(`{"id":${JSON.stringify(id)},"type":"complete"}`);
  }

  #fail(id: string, errors: readonly GraphQLFormattedError[]): void {
    this.#open.delete(id);
    this.#send(`{"id":${JSON.stringify(id)},"type":"error","payload":${JSON.stringify(errors)}}`);
  }

  /** @returns whether there is room for more */
  next(id: string, { text }: Told): boolean {
    this.#send(`{"id":${JSON.stringify(id)},"type":"next","payload":${text}}`);
    return !this.#isFull;
  }

  end(id: string, end: LiveEnd): void {
    this.#open.delete(id);
    if (end.reason === 'TOKEN_EXPIRED') return this.socket.close(CLOSE.FORBIDDEN, end.reason);
    if (end.reason === 'DRAINING') return this.socket.close(CLOSE.RESTART, end.reason);
    if (end.reason === 'SLOW') return this.#cut();
    const errors = endErrors(end, localeOf(this.#headers['accept-language']));
    if (errors.length > 0) this.#fail(id, errors);
    else this.#send(`{"id":${JSON.stringify(id)},"type":"complete"}`);
  }

  #cut(): void {
    this.socket.close(CLOSE.SLOW, 'SLOW');
    setTimeout(() => this.socket.terminate(), 2_000).unref();
  }

  #send(text: string): void {
    if (this.socket.readyState !== this.socket.OPEN) return;
    this.socket.send(text, () => {
      if (!this.#isFull || this.socket.bufferedAmount > FULL / 2) return;
      this.#isFull = false;
      for (const reader of this.#open.values()) reader?.drained();
    });
    if (this.socket.bufferedAmount > FULL) this.#isFull = true;
  }
}

class WsSink implements LiveSink {
  constructor(
    private readonly socket: LiveSocket,
    private readonly id: string,
  ) {}

  write(told: Told): boolean {
    return this.socket.next(this.id, told);
  }

  end(end: LiveEnd): void {
    this.socket.end(this.id, end);
  }
}

const errorOf = ({ vi, en, code, extensions }: Problem, locale: Locale): GraphQLFormattedError => ({
  message: say(locale, vi, en),
  extensions: { ...extensions, code },
});

const tooMany = (): GraphQLFormattedError => ({
  message: `A socket carries at most ${LIVE_LIMITS.perSocket} subscriptions.`,
  extensions: { code: 'BAD_USER_INPUT', limit: { name: 'perSocket', allowed: LIVE_LIMITS.perSocket } },
});
