import { describe, expect, it } from 'vitest';
import { isUnchanged, taggedAnswer } from './entity-tag.js';

const answer = (body: string, status = 200) => ({ status, contentType: 'application/json', body });

describe('the tag of an answer', () => {
  it('is the same for the same words only, and every use has to ask', () => {
    const one = taggedAnswer(answer('{"data":{"a":1}}'), 'GET', 'client')!;
    expect(one.headers).toContainEqual(['cache-control', 'private, no-cache']);
    expect(one.headers).toContainEqual(['vary', 'authorization, accept, accept-language, x-acting-role']);
    expect(isUnchanged(one.tag, one)).toBe(true);
    expect(isUnchanged(`"x", ${one.tag.slice(2)}`, one)).toBe(true);
    const other = taggedAnswer(answer('{"data":{"a":2}}'), 'GET', 'client')!;
    for (const header of [undefined, other.tag, '*', '""']) expect(isUnchanged(header, one)).toBe(false);
  });

  it('is none for people, for what was posted, and for what failed', () => {
    expect(taggedAnswer(answer('{}'), 'GET', 'person')).toBeNull();
    expect(taggedAnswer(answer('{}'), 'POST', 'client')).toBeNull();
    expect(taggedAnswer(answer('{}', 429), 'GET', 'public')).toBeNull();
  });
});
