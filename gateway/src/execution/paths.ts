import { isObject, type Json, type JsonObject } from './values.js';

export type Path = (string | number)[];

/** An object found by a plan's path, with where it stands in the answer (real list indices). */
export interface Place {
  object: JsonObject;
  /** Built on demand: most requests have no errors. */
  path(): Path;
}

interface Step { parent: Step | null; key: string | number }

const pathOf = (step: Step | null): Path => {
  const path: Path = [];
  for (let s = step; s; s = s.parent) path.push(s.key);
  return path.reverse();
};

/** Finds every object at a plan's path: names are fields, "@" is every element of a list; nulls have nothing below. */
export function placesAt(root: JsonObject, path: readonly (string | number)[]): Place[] {
  const found: Place[] = [];
  const walk = (value: Json | undefined, depth: number, step: Step | null): void => {
    if (value === null || value === undefined) return;
    if (depth === path.length) {
      if (Array.isArray(value)) value.forEach((item, i) => walk(item, depth, { parent: step, key: i }));
      else if (isObject(value)) found.push({ object: value, path: () => pathOf(step) });
      return;
    }
    const key = path[depth]!;
    if (key === '@') {
      if (Array.isArray(value)) value.forEach((item, i) => walk(item, depth + 1, { parent: step, key: i }));
      return;
    }
    if (Array.isArray(value)) value.forEach((item, i) => walk(item, depth, { parent: step, key: i }));
    else if (isObject(value) && Object.hasOwn(value, key)) walk(value[key], depth + 1, { parent: step, key });
  };
  walk(root, 0, null);
  return found;
}
