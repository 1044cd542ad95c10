/** Data as it travels: plain JSON. */
export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json | undefined;
}

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object's own key; nothing of a prototype, whatever a subgraph calls its fields. */
export const own = (object: JsonObject, key: string): Json | undefined => (Object.hasOwn(object, key) ? object[key] : undefined);

/** Merges what a fetch brought into what is there: objects by key, lists by index, the rest replaces. Never touches prototypes. */
export function mergeInto(target: JsonObject, source: JsonObject): void {
  for (const key of Object.keys(source)) {
    if (key === '__proto__') continue;
    const value = source[key];
    const there = target[key];
    if (value === undefined) continue;
    if (isObject(value) && isObject(there)) mergeInto(there, value);
    else if (Array.isArray(value) && Array.isArray(there)) mergeLists(there, value);
    else target[key] = value;
  }
}

function mergeLists(target: Json[], source: Json[]): void {
  source.forEach((value, i) => {
    const there = target[i];
    if (isObject(value) && isObject(there)) mergeInto(there, value);
    else if (Array.isArray(value) && Array.isArray(there)) mergeLists(there, value);
    else target[i] = value;
  });
}

/** A copy that shares nothing. */
export function copyOf<T extends Json>(value: T): T {
  if (Array.isArray(value)) return value.map((item) => copyOf(item)) as T;
  if (!isObject(value)) return value;
  const copy: JsonObject = {};
  for (const key of Object.keys(value)) {
    const inner = value[key];
    if (key !== '__proto__' && inner !== undefined) copy[key] = typeof inner === 'object' ? copyOf(inner) : inner;
  }
  return copy as T;
}
