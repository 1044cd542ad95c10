import { parentPort, workerData } from 'node:worker_threads';
import { compose, type Composed, type SubgraphSdl } from './compose.js';

/** What a worker answers: the graph, or why there is none. */
export type WorkerAnswer = { readonly composed: Composed } | { readonly fault: string };

function answer(): WorkerAnswer {
  try {
    return { composed: compose(workerData as SubgraphSdl[]) };
  } catch (error) {
    return { fault: (error as Error).message };
  }
}

// eslint-disable-next-line unicorn/require-post-message-target-origin -- a thread, not a window
parentPort!.postMessage(answer());
