import type { FetchNode } from '@apollo/query-planner';
import type { TypeConditions } from './type-conditions.js';
import { isObject, type Json, type JsonObject } from './values.js';

type Rewrite = NonNullable<FetchNode['outputRewrites']>[number];

/** Applies a plan's rewrites to what a subgraph answered: renamed keys get their names, set values their value. In place. */
export function applyRewrites(rewrites: readonly Rewrite[] | undefined, data: JsonObject, conditions: TypeConditions): void {
  for (const rewrite of rewrites ?? []) follow(data, rewrite, 0, conditions);
}

function follow(value: Json | undefined, rewrite: Rewrite, depth: number, conditions: TypeConditions): void {
  if (Array.isArray(value)) return value.forEach((item) => follow(item, rewrite, depth, conditions));
  if (!isObject(value)) return;
  const step = rewrite.path[depth]!;
  if (step.startsWith('... on ')) {
    const typename = value['__typename'];
    if (typeof typename !== 'string' || conditions(step.slice('... on '.length)).has(typename))
      follow(value, rewrite, depth + 1, conditions);
    return;
  }
  if (depth < rewrite.path.length - 1) return follow(value[step], rewrite, depth + 1, conditions);
  if (!Object.hasOwn(value, step)) return;
  if (rewrite.kind === 'ValueSetter') value[step] = rewrite.setValueTo as Json;
  else if (rewrite.renameKeyTo !== '__proto__') {
    value[rewrite.renameKeyTo] = value[step];
    delete value[step];
  }
}
