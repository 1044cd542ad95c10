const NAME = /^[_A-Za-z][_0-9A-Za-z]*$/;

/** A name that may stand in generated code as a string. @throws when it is not a GraphQL name or reaches into the prototype of objects. */
export function safeName(name: string): string {
  if (!NAME.test(name) || name in Object.prototype) throw new UnsafeName(name);
  return JSON.stringify(name);
}

/** An operation names something that generated code must not contain; it is answered by the interpreter instead. */
export class UnsafeName extends Error {
  constructor(name: string) {
    super(`${JSON.stringify(name)} cannot stand in generated code`);
  }
}

/** JSON text as a JavaScript string literal. */
export const literal = (text: string): string => JSON.stringify(text);

/**
 * Turns generated source into a function. Every name in it went through `safeName`, every text through `literal`; nothing
 * of a request's variables ever does. `parameters` are the values the code may see.
 */
export function makeFunction<F>(source: string, scope: Record<string, unknown>): F {
  // eslint-disable-next-line no-new-func -- the point of this room; see docs/decisions
  return new Function(...Object.keys(scope), `"use strict";\n${source}`)(...Object.values(scope)) as F;
}
