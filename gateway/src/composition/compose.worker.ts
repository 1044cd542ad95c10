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

parentPort!.postMessage(answer());
