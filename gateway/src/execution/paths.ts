import { isObject, type Json, type JsonObject } from './values.js';

export type Path = (string | number)[];
/** A plan's path: names are fields, "@" is every element of a list. */
export type PlanPath = readonly (string | number)[];

/** Every object at a plan's path, in order; nulls have nothing below. */
export function objectsAt(root: JsonObject, path: PlanPath): JsonObject[] {
  const found: JsonObject[] = [];
  collect(root, path, 0, found);
  return found;
}

function collect(value: Json | undefined, path: PlanPath, depth: number, found: JsonObject[]): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    const below = path[depth] === '@' ? depth + 1 : depth;
    for (let i = 0; i < value.length; i += 1) collect(value[i], path, below, found);
  } else if (depth === path.length) found.push(value);
  else {
    const key = path[depth]!;
    if (Object.hasOwn(value, key)) collect(value[key], path, depth + 1, found);
  }
}

/** Where the objects of `objectsAt` stand in the answer, in the same order, with real list indices. Only errors need it. */
export function pathsAt(root: JsonObject, path: PlanPath): Path[] {
  const found: Path[] = [];
  const walk = (value: Json | undefined, depth: number, here: Path): void => {
    if (Array.isArray(value)) value.forEach((item, i) => walk(item, path[depth] === '@' ? depth + 1 : depth, [...here, i]));
    else if (!isObject(value)) return;
    else if (depth === path.length) found.push(here);
    else if (Object.hasOwn(value, path[depth]!)) walk(value[path[depth]!], depth + 1, [...here, path[depth]!]);
  };
  walk(root, 0, []);
  return found;
}
