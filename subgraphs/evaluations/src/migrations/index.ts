import { CreateEvaluations2025120109000 } from './create-evaluations.js';

/** In order. */
export const migrations = [CreateEvaluations2025120109000];
