import { describe, expect, it } from 'vitest';
import { literal, makeFunction, safeName, UnsafeName } from './code.js';

describe('what may stand in generated code', () => {
  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'a-b', 'a"b', 'a.b', 'ố', '', '1a', 'a\u2028'])(
    'is not the name %j',
    (name) => {
      expect(() => safeName(name)).toThrow(UnsafeName);
    },
  );

  it('is any other name of GraphQL, as a string', () => {
    expect(['name', '_a1', '__typename'].map(safeName)).toEqual(['"name"', '"_a1"', '"__typename"']);
  });

  it('is any text, as a literal that means itself', () => {
    for (const text of ['"', '\\', '${1}', '`', '\u2028\u2029', '</script>', "'; process.exit(1); '", '\n', '🎉']) {
      expect(makeFunction<() => string>(`return () => ${literal(text)};`, {})()).toBe(text);
    }
  });
});
