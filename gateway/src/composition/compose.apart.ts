import { Worker } from 'node:worker_threads';
import type { Composed, SubgraphSdl } from './compose.js';
import type { WorkerAnswer } from './compose.worker.js';

/** Longer than any graph of ours takes by far. */
const PATIENCE_MS = 30_000;
const MEMORY_MB = 1_024;
/** Sources run by tsx; what is built runs as it is. */
const isSource = import.meta.url.endsWith('.ts');
const FILE = new URL(isSource ? './compose.worker.ts' : './compose.worker.js', import.meta.url);
const LOADER = isSource ? ['--conditions=development', '--import', 'tsx'] : [];

/**
 * Composes in a thread of its own: a schema somebody sends may take long or want all memory, and requests go on meanwhile.
 * @throws Error with every composition error on a line of its own, or when there is no answer in time
 */
export function composeApart(subgraphs: readonly SubgraphSdl[], patienceMs = PATIENCE_MS): Promise<Composed> {
  const parts = subgraphs.map(({ name, url, sdl }) => ({ name, url, sdl }));
  const worker = new Worker(FILE, { workerData: parts, execArgv: LOADER, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  return new Promise<Composed>((resolve, reject) => {
    const timer = setTimeout(() => reject(notComposed(`no answer within ${patienceMs / 1000} s`)), patienceMs);
    worker.once('message', (answer: WorkerAnswer) => ('composed' in answer ? resolve(answer.composed) : reject(new Error(answer.fault))));
    worker.once('error', (error: Error) => reject(notComposed(error.message)));
    worker.once('exit', () => {
      clearTimeout(timer);
      reject(notComposed('it ended'));
    });
  }).finally(() => void worker.terminate());
}

const notComposed = (why: string): Error => new Error(`The subgraphs do not compose:\n  ${why}`);
