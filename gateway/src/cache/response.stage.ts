import type { KnownOperation } from '../operation/known-operation.js';
import type { Executed, OperationRequest, Stage } from '../operation/stage.js';
import type { GraphCache } from './graph-cache.js';
import { operationPolicy, type Hints, type Policy } from './hints.js';
import { RequestKeeping } from './request-keeping.js';

/** Answers queries from what was kept, after asking every subgraph they came from whether it is still so. */
export function responseStage(cache: GraphCache, hints: Hints): Stage {
  const policies = new WeakMap<KnownOperation, { policy: Policy | null }>();
  const policyOf = (operation: KnownOperation): Policy | null => {
    let known = policies.get(operation);
    if (!known) {
      const { document, node, facts } = operation;
      policies.set(operation, (known = { policy: facts.introspects ? null : operationPolicy(hints, document, node) }));
    }
    return known.policy;
  };
  return {
    name: 'cache',
    async around(request, next) {
      const { context } = request;
      const keeping = new RequestKeeping(cache.positions);
      context.keeping = keeping;
      const policy = policyOf(request.operation);
      if (!policy) return next();
      const key = keyOf(request);
      const found = cache.kept.find(key, context.actor);
      if (found) {
        if (await keeping.isCurrent(found.kept)) {
          cache.counts.answersGiven += 1;
          keeping.isGiven = true;
          return { data: found.kept.text, errors: [], fromCache: true };
        }
        found.drop();
        cache.counts.answersStale += 1;
      } else cache.counts.answersMissed += 1;
      const executed = await next();
      if (isClean(executed)) cache.keep(key, context.actor, { text: executed.data, rests: keeping.whole(), policy });
      return executed;
    },
  };
}

const isClean = ({ errors, extensions, data }: Executed): boolean => errors.length === 0 && extensions === undefined && data !== 'null';

const keyOf = ({ operation, variables, context }: OperationRequest): string =>
  `${operation.supergraph} ${operation.hash} ${operation.name ?? ''} ${context.locale} ${canonical(variables)}`;

/** Equal values have equal texts: keys of objects in order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value)
    .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
    .toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`;
}
