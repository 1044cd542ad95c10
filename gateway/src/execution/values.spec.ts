import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copyOf, mergeInto, own, type Json, type JsonObject } from './values.js';

const json = fc.jsonValue({ maxDepth: 5 }).map((value) => JSON.parse(JSON.stringify(value)) as Json);
const object = fc
  .dictionary(fc.oneof(fc.constantFrom('a', 'b', 'toString'), fc.string({ unit: 'grapheme', maxLength: 5 })), json)
  .map((value) => JSON.parse(JSON.stringify(value)) as JsonObject);

describe('data on its way', () => {
  it('is equal in its copy, and shares nothing with it', () => {
    fc.assert(
      fc.property(object, (value) => {
        const text = JSON.stringify(value);
        const copy = copyOf(value);
        if (!text.includes('"__proto__":')) expect(JSON.stringify(copy)).toBe(text);
        mergeInto(copy, { a: { z: 1 }, b: [[1, 2, 3]], added: true });
        expect(JSON.stringify(value)).toBe(text);
      }),
    );
  });

  it('is not changed by merging what is there already, and merging is the same twice', () => {
    fc.assert(
      fc.property(object, object, (value, more) => {
        const merged = copyOf(value);
        mergeInto(merged, copyOf(value));
        expect(merged).toEqual(copyOf(value));
        mergeInto(merged, copyOf(more));
        const once = copyOf(merged);
        mergeInto(merged, copyOf(more));
        expect(merged).toEqual(once);
      }),
    );
  });

  it('never reaches a prototype, whatever a subgraph calls its fields', () => {
    const target: JsonObject = {};
    mergeInto(
      target,
      JSON.parse(
        '{"__proto__":{"polluted":true},"a":{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}}',
      ) as JsonObject,
    );
    copyOf(JSON.parse('{"__proto__":{"polluted":true}}') as JsonObject);
    expect([
      ({} as { polluted?: boolean }).polluted,
      Object.getPrototypeOf(target),
      own(target, 'toString'),
      own(target, '__proto__'),
    ]).toEqual([undefined, Object.prototype, undefined, undefined]);
  });
});
