import { describe, expect, it } from 'vitest';
import { DocumentCache } from './document.cache.js';
import { hashOf } from './document.hash.js';

/** A registry whose questions are counted. */
function registry(...texts: string[]) {
  const known = new Map(texts.map((text) => [hashOf(text), text]));
  const asked: string[] = [];
  return {
    asked,
    add: (text: string) => known.set(hashOf(text), text),
    find: async (hash: string) => {
      asked.push(hash);
      return known.get(hash) ?? null;
    },
  };
}

describe('registered documents near at hand', () => {
  it('are looked up once, also by callers who ask at the same moment, and then told at once', async () => {
    const database = registry('{ a }');
    const cache = new DocumentCache(database);
    const hash = hashOf('{ a }');
    expect(await Promise.all([cache.find(hash), cache.find(hash), cache.find(hash)])).toEqual(['{ a }', '{ a }', '{ a }']);
    expect(cache.find(hash)).toBe('{ a }');
    expect(database.asked).toEqual([hash]);
  });

  it('count half a second after a registration on another gateway at the latest, and at once after one here', async () => {
    const database = registry();
    let now = 0;
    const cache = new DocumentCache({ ...database, now: () => now });
    const [there, here] = [hashOf('{ there }'), hashOf('{ here }')];
    expect(await cache.find(there)).toBeNull();
    database.add('{ there }');
    expect(await cache.find(there), 'just asked').toBeNull();
    now = 501;
    expect(await cache.find(there)).toBe('{ there }');
    expect(await cache.find(here)).toBeNull();
    cache.add('{ here }');
    expect(cache.find(here)).toBe('{ here }');
  });

  it('keep to their capacity: the oldest go', async () => {
    const texts = ['a', 'b', 'c'].map((name) => `{ ${name.repeat(10)} }`);
    const database = registry(...texts);
    const cache = new DocumentCache({ ...database, capacity: 30 });
    for (const text of texts) await cache.find(hashOf(text));
    expect(cache.find(hashOf(texts[2]!))).toBe(texts[2]);
    await cache.find(hashOf(texts[0]!));
    expect(database.asked.filter((hash) => hash === hashOf(texts[0]!))).toHaveLength(2);
  });

  it('does not take a database that fails for a document that is not registered', async () => {
    let isDown = true;
    const cache = new DocumentCache({
      find: async () => {
        if (isDown) throw new Error('down');
        return '{ a }';
      },
    });
    await expect(cache.find(hashOf('{ a }'))).rejects.toThrow('down');
    isDown = false;
    expect(await cache.find(hashOf('{ a }'))).toBe('{ a }');
  });
});
