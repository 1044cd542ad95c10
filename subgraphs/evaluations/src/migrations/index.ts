import { CreateEvaluations2025120109000 } from './create-evaluations.js';
import { TargetWarnDays2025120209000 } from './target-warn-days.js';

/** In order. */
export const migrations = [CreateEvaluations2025120109000, TargetWarnDays2025120209000];
