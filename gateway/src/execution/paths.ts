import { isObject, type Json, type JsonObject } from './values.js';

export type Path = (string | number)[];
/** A plan's path: names are fields, "@" is every element of a list. */
export type PlanPath = readonly (string | number)[];

/**
 * Every object at a plan's path, in order; nulls have nothing below.
 * @param seen where objects share lists, the lists that were walked already; null where none do
 */
export function objectsAt(root: JsonObject, path: PlanPath, seen: Set<Json[]> | null = null): JsonObject[] {
  const found: JsonObject[] = [];
  collect(root, path, 0, found, seen);
  return found;
}

function collect(value: Json | undefined, path: PlanPath, depth: number, found: JsonObject[], seen: Set<Json[]> | null): void {
  if (value === null || typeof value !== 'object') return;
  if (Array.isArray(value)) {
    if (seen) {
      if (seen.has(value)) return;
      seen.add(value);
    }
    const below = path[depth] === '@' ? depth + 1 : depth;
    for (let i = 0; i < value.length; i += 1) collect(value[i], path, below, found, seen);
  } else if (depth === path.length) found.push(value);
  else {
    const key = path[depth]!;
    if (Object.hasOwn(value, key)) collect(value[key], path, depth + 1, found, seen);
  }
}

/** Where the objects at a plan's path stand in the answer, with real list indices; shared ones stand in several places. Only errors need it. */
export function placesAt(root: JsonObject, path: PlanPath): Map<JsonObject, Path[]> {
  const found = new Map<JsonObject, Path[]>();
  const walk = (value: Json | undefined, depth: number, here: Path): void => {
    if (Array.isArray(value)) value.forEach((item, i) => walk(item, path[depth] === '@' ? depth + 1 : depth, [...here, i]));
    else if (!isObject(value)) return;
    else if (depth === path.length) found.set(value, [...(found.get(value) ?? []), here]);
    else if (Object.hasOwn(value, path[depth]!)) walk(value[path[depth]!], depth + 1, [...here, path[depth]!]);
  };
  walk(root, 0, []);
  return found;
}
