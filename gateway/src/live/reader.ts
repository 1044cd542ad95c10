import { endOf, type LiveEnd } from './live.end.js';
import type { Told } from './told.js';

/** Where a reader's events go: one stream of server-sent events, or one subscription of a socket. */
export interface LiveSink {
  /** Writes an event. False = written, but there is no room for another yet: `Reader.drained` tells when. */
  write(told: Told): boolean;
  end(end: LiveEnd): void;
}

/** What waits for a reader that takes nothing. Beyond it, states that newer ones replace are dropped. */
const MOST_WAITING = 16;
/** A reader that takes nothing for this long is let go. */
const SLOW_MS = 20_000;

/** One reader of a shared stream, at its own pace. */
export class Reader {
  /** Position of the last event written. */
  position: string | null = null;
  #waiting: Told[] = [];
  #hasRoom = true;
  /** Reasons for which nothing may be written yet. */
  #holds = 0;
  #isOver = false;
  #slow: NodeJS.Timeout | undefined;

  constructor(
    private readonly sink: LiveSink,
    /** Called once, whoever ended it. */
    private readonly left: () => void,
    private readonly slowMs: number = SLOW_MS,
  ) {}

  get isOver(): boolean {
    return this.#isOver;
  }

  tell(told: Told): void {
    if (this.#isOver) return;
    if (this.#hasRoom && this.#holds === 0 && this.#waiting.length === 0) return this.#write(told);
    this.#waiting.push(told);
    if (this.#waiting.length <= MOST_WAITING) return;
    // An event with a position says what is now: the newest says it all. One without cannot be left out.
    if (told.position === null) return this.end(endOf('SLOW'));
    this.#waiting.splice(0, this.#waiting.length - 1);
  }

  /** Nothing is written until it is known whether this reader may still read. */
  hold(): void {
    this.#holds += 1;
  }

  /** @param first written before what waited */
  release(first?: Told): void {
    this.#holds -= 1;
    if (first) this.#waiting.unshift(first);
    this.#flush();
  }

  /** What waits will be told again by another stream. */
  forget(): void {
    this.#waiting = [];
  }

  drained(): void {
    this.#hasRoom = true;
    clearTimeout(this.#slow);
    this.#flush();
  }

  end(end: LiveEnd): void {
    if (this.#isOver) return;
    this.leave();
    this.sink.end(end);
  }

  /** The other side has gone. */
  leave(): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#waiting = [];
    clearTimeout(this.#slow);
    this.left();
  }

  #flush(): void {
    while (this.#hasRoom && this.#holds === 0 && !this.#isOver) {
      const next = this.#waiting.shift();
      if (!next) return;
      this.#write(next);
    }
  }

  #write(told: Told): void {
    this.position = told.position;
    this.#hasRoom = this.sink.write(told);
    if (!this.#hasRoom) this.#slow = setTimeout(() => this.end(endOf('SLOW')), this.slowMs).unref();
  }
}
