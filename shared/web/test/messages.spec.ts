import { describe, expect, it } from 'vitest';
import { webMessagesEn } from '../src/i18n/messages.en.js';
import { webMessagesVi } from '../src/i18n/messages.vi.js';

type Tree = { readonly [key: string]: string | Tree };
const keysOf = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)));

describe('words of the design system', () => {
  it('exist in Vietnamese and English', () => {
    expect(keysOf(webMessagesEn).toSorted()).toEqual(keysOf(webMessagesVi).toSorted());
  });
});
