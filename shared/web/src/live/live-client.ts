import { HEADERS } from '@thidua/contracts/web';
import { createClient, type ExecutionResult } from 'graphql-sse';
import { inject, type App, type InjectionKey } from 'vue';
import { requestHeaders, type GraphClientOptions } from '../graph/graph-client.js';
import { DOCUMENTS, type AnyDocument } from '../graph/graph-document.js';
import { waitBefore } from './live-retry.rules.js';
import { watchedFetch } from './watched-fetch.js';

/**
 * `connecting`: the first line is being opened. `live`: what is shown is what is. `reconnecting`: the line was lost, another is
 * being opened. `off`: there will be none (not allowed, not offered); what was there before goes on as it did.
 */
export type LiveState = 'connecting' | 'live' | 'reconnecting' | 'off';

export interface LiveSink<Result> {
  next(data: Result): void;
  state(state: LiveState): void;
}

/** Subscriptions of the page: one line each, opened again when it is lost, from where it was. */
export interface LiveClient {
  /** @returns ends it */
  subscribe<Result>(document: AnyDocument, variables: object, sink: LiveSink<Result>): () => void;
}

/** A page that nobody sees lets its lines go after this: a browser has six of them for all its pages. */
const HIDDEN_MS = 15_000;

export function createLiveClient(options: GraphClientOptions): LiveClient {
  return { subscribe: (document, variables, sink) => new LiveLine(options, document, variables, sink as LiveSink<unknown>).close };
}

class LiveLine {
  #position: string | null = null;
  #failures = 0;
  #stop: (() => void) | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #state: LiveState | null = null;

  constructor(
    private readonly options: GraphClientOptions,
    private readonly document: AnyDocument,
    private readonly variables: object,
    private readonly sink: LiveSink<unknown>,
  ) {
    document_().addEventListener('visibilitychange', this.#seen);
    this.#tell('connecting');
    if (!document_().hidden) this.#open();
  }

  readonly close = (): void => {
    clearTimeout(this.#timer);
    document_().removeEventListener('visibilitychange', this.#seen);
    this.#cut();
    this.#state = 'off';
  };

  readonly #seen = (): void => {
    if (this.#state === 'off') return;
    if (document_().hidden) {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => {
        this.#cut();
        this.#tell('reconnecting');
      }, HIDDEN_MS);
    } else if (this.#stop) clearTimeout(this.#timer);
    else this.#again(0);
  };

  #open(): void {
    const client = createClient({
      url: this.options.url ?? '/graphql',
      credentials: 'same-origin',
      headers: () => this.#headers(),
      retryAttempts: 0, // whether and when to try again is decided here
      fetchFn: watchedFetch(this.options.fetch ?? ((input, init) => fetch(input, init)), () => this.#off()),
      on: { connected: () => this.#tell('live') },
    });
    const request = this.#request() as { query: string };
    const stop = client.subscribe(request, {
      next: (result) => this.#next(result),
      error: () => this.#lost(stop),
      complete: () => this.#lost(stop),
    });
    this.#stop = stop;
  }

  #request(): object {
    const { variables } = this;
    const hash = this.document.__meta__?.['hash'];
    const isHash = typeof hash === 'string' && (this.options.documents?.() ?? DOCUMENTS) === 'hash';
    return isHash ? { documentId: hash, variables } : { query: String(this.document), variables };
  }

  #headers(): Record<string, string> {
    const module = this.options.module?.();
    return {
      ...requestHeaders(this.options),
      ...(module ? { [HEADERS.module]: module } : {}),
      ...(this.#position === null ? {} : { 'last-event-id': this.#position }),
    };
  }

  #next({ data, errors, extensions }: ExecutionResult<unknown, unknown>): void {
    if (this.#state === 'off') return;
    const end = errors?.map((error) => error.extensions ?? {}).find((given) => given['code'] === 'LIVE_ENDED');
    if (end) return end['retry'] === true ? undefined : this.#off();
    if (data === null || data === undefined) return this.#off();
    this.#failures = 0;
    const position = (extensions as { position?: unknown } | undefined)?.position;
    if (typeof position === 'string') this.#position = position;
    this.#tell('live');
    this.sink.next(data);
  }

  #lost(stop: () => void): void {
    if (this.#state === 'off' || this.#stop !== stop) return;
    this.#stop = null;
    this.#tell('reconnecting');
    this.#again(waitBefore(this.#failures));
    this.#failures += 1;
  }

  #again(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      if (this.#state !== 'off' && !this.#stop && !document_().hidden) this.#open();
    }, wait);
  }

  #off(): void {
    this.close();
    this.sink.state('off');
  }

  #cut(): void {
    const stop = this.#stop;
    this.#stop = null;
    stop?.();
  }

  #tell(state: LiveState): void {
    if (this.#state === 'off' || this.#state === state) return;
    this.#state = state;
    this.sink.state(state);
  }
}

/** `document` is taken by what is subscribed to. */
const document_ = (): Document => globalThis.document;

/** `Symbol.for`, so that a second copy of this package would still find the shell's client. */
export const LIVE_CLIENT: InjectionKey<LiveClient> = Symbol.for('thidua.live-client');

export function provideLiveClient(app: App, client: LiveClient): void {
  app.provide(LIVE_CLIENT, client);
}

/** Null where nobody provides one: everything works without. */
export const useLiveClient = (): LiveClient | null => inject(LIVE_CLIENT, null);
