import { originOf, type Origin } from './stray-errors.js';

/** One realm: a module that computes without end or keeps everything cannot be stopped by the shell, but it can be named. */
export interface WatchPorts {
  /** Blocked the page for `milliseconds` out of the last ten seconds. */
  onSlow(origin: Origin, milliseconds: number): void;
  /** The page grew by `megabytes` while the module's pages were shown. */
  onMemory(megabytes: number): void;
}

const WINDOW_MS = 10_000;
const SLOW_MS = 1500;
const MEMORY_MEGABYTES = 200;
const SAMPLE_MS = 2000;

interface LongFrame extends PerformanceEntry {
  readonly scripts: readonly { readonly sourceURL: string; readonly duration: number }[];
}
interface HeapPerformance extends Performance {
  readonly memory?: { readonly usedJSHeapSize: number };
}

/** Adds up what scripts of each module cost in long frames. Browsers without `long-animation-frame` are not measured. */
export function watchLongFrames(ports: Pick<WatchPorts, 'onSlow'>): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('long-animation-frame')) return;
  const spent: { at: number; origin: Origin; milliseconds: number }[] = [];
  new PerformanceObserver((list) => {
    for (const frame of list.getEntries() as LongFrame[]) {
      for (const script of frame.scripts) {
        const origin = originOf(script.sourceURL);
        if (origin) spent.push({ at: frame.startTime, origin, milliseconds: script.duration });
      }
    }
    const from = performance.now() - WINDOW_MS;
    while (spent[0] && spent[0].at < from) spent.shift();
    for (const [release, milliseconds] of sums(spent)) if (milliseconds > SLOW_MS) ports.onSlow(release, milliseconds);
  }).observe({ type: 'long-animation-frame', buffered: false });
}

function sums(spent: readonly { origin: Origin; milliseconds: number }[]): [Origin, number][] {
  const byRelease = new Map<string, [Origin, number]>();
  for (const { origin, milliseconds } of spent) {
    const known = byRelease.get(origin.release);
    byRelease.set(origin.release, [origin, (known?.[1] ?? 0) + milliseconds]);
  }
  return Array.from(byRelease.values());
}

/** Compares the heap with what it was when the part came into view. Chromium only; elsewhere there is nothing to compare. */
export class MemoryWatch {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly ports: Pick<WatchPorts, 'onMemory'>) {}

  /** A part of the page came into view. */
  enter(): void {
    clearInterval(this.#timer);
    const { memory } = performance as HeapPerformance;
    if (!memory) return;
    const before = memory.usedJSHeapSize;
    this.#timer = setInterval(() => {
      const grown = Math.round((((performance as HeapPerformance).memory?.usedJSHeapSize ?? before) - before) / 1_048_576);
      if (grown < MEMORY_MEGABYTES) return;
      clearInterval(this.#timer);
      this.ports.onMemory(grown);
    }, SAMPLE_MS);
  }

  leave(): void {
    clearInterval(this.#timer);
  }
}
