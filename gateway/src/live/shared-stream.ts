import type { Log } from '@thidua/server/process';
import { formatErrors } from '../graph/errors.format.js';
import type { ErrorFormat } from '../operation/fault.format.js';
import { backOff, LASTING_MS } from './back-off.rules.js';
import { endOf, type LiveEnd } from './live.end.js';
import type { LiveOperation } from './live.pipeline.js';
import type { Reader } from './reader.js';
import { Told } from './told.js';
import { UpstreamRefusal, type UpstreamEvent, type Upstreams } from './upstream.js';

export interface StreamParts {
  upstreams: Upstreams;
  format: ErrorFormat;
  log: Log;
}

/** Events kept for readers that come back. */
const KEPT = 64;
const KEPT_TEXT = 1024 * 1024;
/** Without readers the line stays open this long: somebody is changing a page or a token. */
const LINGER_MS = 3_000;
/** A newcomer is told what was told last when it is not older than this; else what is now is asked for him. */
const FRESH_MS = 1_000;
/** To complete an event takes no longer. */
const COMPLETE_MS = 10_000;

/** One line to one subgraph, and everybody who reads the same: each event is completed and written once for all. */
export class SharedStream {
  readonly #readers = new Set<Reader>();
  #kept: Told[] = [];
  #keptText = 0;
  /** Nothing told was forgotten since `start`. */
  #isWhole = true;
  #position: string | null;
  /** Ends the line at hand: for good, or to open another. */
  #line = new AbortController();
  #wasOpen = false;
  #isOver = false;
  #linger: NodeJS.Timeout | undefined;

  /** @param start position after which the first line begins; null = now */
  constructor(
    private readonly parts: StreamParts,
    private live: LiveOperation,
    private readonly start: string | null,
    private readonly ended: () => void,
  ) {
    this.#position = start;
    void this.#run();
  }

  get operation(): LiveOperation {
    return this.live;
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Whether a reader who has everything up to `since` (null = who has nothing) misses nothing here. */
  covers(since: string | null): boolean {
    if (since === null) return this.start === null || this.#kept.length > 0;
    return (this.#isWhole && this.start === since) || this.#kept.some(({ position }) => position === since);
  }

  add(reader: Reader, since: string | null): void {
    clearTimeout(this.#linger);
    this.#readers.add(reader);
    if (since === null) return this.#welcome(reader);
    const from = this.#kept.findIndex(({ position }) => position === since) + 1;
    for (const told of this.#kept.slice(from)) reader.tell(told);
  }

  remove(reader: Reader): void {
    if (!this.#readers.delete(reader) || this.#readers.size > 0 || this.#isOver) return;
    this.#linger = setTimeout(() => this.stop(), LINGER_MS).unref();
  }

  /** From the next event on by another plan; the line is opened anew only when the subgraph is asked something else. */
  replan(live: LiveOperation): void {
    const before = lineOf(this.live);
    this.live = live;
    const now = lineOf(live);
    if (now.address !== before.address || now.body !== before.body) this.#line.abort();
  }

  end(end: LiveEnd): void {
    this.stop();
    for (const reader of this.#readers) reader.end(end);
  }

  stop(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    clearTimeout(this.#linger);
    this.#line.abort();
    this.ended();
  }

  async #run(): Promise<void> {
    const { upstreams, log } = this.parts;
    for (let failures = 0, lostAt = 0; !this.#isOver;) {
      this.#line = new AbortController();
      const { signal } = this.#line;
      let openedAt = Number.POSITIVE_INFINITY;
      try {
        const opened = (): void => {
          openedAt = Date.now();
          this.#wasOpen = true;
        };
        for await (const event of upstreams.open(lineOf(this.live), this.live.request.context, this.#position, signal, opened)) {
          failures = 0;
          if (signal.aborted) break;
          await this.#tell(event);
        }
        if (!signal.aborted) return this.end(endOf('COMPLETE'));
      } catch (error) {
        if (signal.aborted) continue;
        if (error instanceof UpstreamRefusal) return this.end(endOf('REFUSED', formatErrors(error.errors, this.parts.format).errors));
        if (Date.now() - openedAt > LASTING_MS) failures = 0;
        if (failures === 0) lostAt = Date.now();
        const wait = backOff(failures, Date.now() - lostAt, this.#wasOpen);
        log.debug({ service: this.live.source.service, reason: (error as Error).message, failures, wait }, 'line of events lost');
        if (wait === null) return this.end(endOf('SOURCE_GONE'));
        failures += 1;
        await new Promise((resolve) => setTimeout(resolve, wait).unref());
      }
    }
  }

  async #tell(event: UpstreamEvent): Promise<void> {
    if (event.position !== null && event.position === this.#position) return;
    const told = await this.#complete(event);
    if (this.#isOver) return;
    this.#position = event.position;
    this.#keep(told);
    for (const reader of this.#readers) reader.tell(told);
  }

  async #complete({ answer, position }: UpstreamEvent): Promise<Told> {
    const { source, request } = this.live;
    const context = { ...request.context, cost: { statements: 0 }, deadline: performance.now() + COMPLETE_MS };
    try {
      const executed = await source.complete(answer, request.variables, context);
      const errors = executed.errors.length > 0 ? formatErrors(executed.errors, this.parts.format).errors : [];
      return new Told(executed, errors, position);
    } catch (error) {
      return new Told({ data: 'null' }, formatErrors([error], this.parts.format).errors, position);
    }
  }

  #keep(told: Told): void {
    this.#kept.push(told);
    this.#keptText += told.text.length;
    while (this.#kept.length > KEPT || (this.#keptText > KEPT_TEXT && this.#kept.length > 1)) {
      this.#keptText -= this.#kept.shift()!.text.length;
      this.#isWhole = false;
    }
  }

  /** A stream with positions says what is now: a newcomer is told at once. One without tells only what comes. */
  #welcome(reader: Reader): void {
    const last = this.#kept.at(-1);
    if (!last || last.position === null) return;
    if (Date.now() - last.at < FRESH_MS) return reader.tell(last);
    reader.hold();
    void this.#now()
      .catch(() => null)
      .then((now) => reader.release(now ?? last));
  }

  /** What is now, asked apart from the shared line. */
  async #now(): Promise<Told | null> {
    const line = new AbortController();
    const timer = setTimeout(() => line.abort(), COMPLETE_MS);
    try {
      for await (const event of this.parts.upstreams.open(lineOf(this.live), this.live.request.context, null, line.signal))
        return await this.#complete(event);
      return null;
    } finally {
      clearTimeout(timer);
      line.abort();
    }
  }
}

const lineOf = ({ source, request }: LiveOperation) => ({
  service: source.service,
  address: source.address,
  body: source.body(request.variables),
});
