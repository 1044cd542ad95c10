import { originOf } from './stray-errors.js';

/** One realm: a module that computes without end or keeps everything cannot be stopped by the shell, but it can be named. */
export interface WatchPorts {
  /** Blocked the page for `milliseconds` out of the last ten seconds. `module` = id, by its script or by the page in view. */
  onSlow(module: string, milliseconds: number): void;
  /** Module whose page is shown; null on pages of the shell. */
  inView(): string | null;
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

/**
 * Adds up what long frames cost by module. The browser names the script a task began in; clicks begin in the shell's copy of Vue,
 * so what does not begin in a module's script counts for the module in view. Browsers without `long-animation-frame` are not measured.
 */
export function watchLongFrames(ports: Pick<WatchPorts, 'onSlow' | 'inView'>): void {
  if (!PerformanceObserver.supportedEntryTypes.includes('long-animation-frame')) return;
  let spent: { at: number; module: string; milliseconds: number }[] = [];
  new PerformanceObserver((list) => {
    for (const frame of list.getEntries() as LongFrame[]) {
      for (const script of frame.scripts) {
        const module = originOf(script.sourceURL)?.module ?? ports.inView();
        if (module) spent.push({ at: frame.startTime, module, milliseconds: script.duration });
      }
    }
    spent = spent.filter(({ at }) => at > performance.now() - WINDOW_MS);
    const sums = new Map<string, number>();
    for (const { module, milliseconds } of spent) sums.set(module, (sums.get(module) ?? 0) + milliseconds);
    for (const [module, milliseconds] of sums) if (milliseconds > SLOW_MS) ports.onSlow(module, milliseconds);
  }).observe({ type: 'long-animation-frame', buffered: false });
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
