import { describe, expect, it } from 'vitest';
import { moduleStorage, STORAGE_LIMIT_CHARACTERS } from './module-storage.js';

/** The browser's storage as its standard describes it, in memory. */
function memory(): Storage {
  const values = new Map<string, string>();
  return {
    get length() {
      return values.size;
    },
    key: (index: number) => Array.from(values.keys())[index] ?? null,
    getItem: (key: string) => values.get(key) ?? null,
    setItem: (key: string, value: string) => void values.set(key, value),
    removeItem: (key: string) => void values.delete(key),
    clear: () => values.clear(),
  };
}

describe('a module’s drawer in the browser', () => {
  it('two modules keep the same key apart', () => {
    const store = memory();
    moduleStorage('alpha', store).set('draft', 'of alpha');
    moduleStorage('beta', store).set('draft', 'of beta');
    expect(moduleStorage('alpha', store).get('draft')).toBe('of alpha');
    expect(moduleStorage('alpha', store).keys()).toEqual(['draft']);
  });

  it('takes no key that leads into another drawer', () => {
    const store = memory();
    moduleStorage('beta', store).set('draft', 'of beta');
    expect(moduleStorage('alpha', store).get('../thidua:module:beta:draft')).toBeNull();
    // The id `alpha` is a beginning of `alpha-2`: the drawers stay apart.
    moduleStorage('alpha-2', store).set('draft', 'of alpha-2');
    expect(moduleStorage('alpha', store).keys()).toEqual([]);
  });

  it('is full at its limit and keeps what it has', () => {
    const drawer = moduleStorage('alpha', memory());
    drawer.set('draft', 'first');
    expect(() => drawer.set('draft', 'x'.repeat(STORAGE_LIMIT_CHARACTERS))).toThrow(RangeError);
    expect(drawer.get('draft')).toBe('first');
    drawer.set('draft', 'second');
    expect(drawer.get('draft')).toBe('second');
  });
});
