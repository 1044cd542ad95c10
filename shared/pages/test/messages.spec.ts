import { globSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'vue/compiler-sfc';
import { pageMessages } from '../src/messages.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const sources = globSync('{web,pages}/src/**/*.{vue,ts}', { cwd: ROOT }).map((file) => ({
  file,
  text: readFileSync(`${ROOT}/${file}`, 'utf8'),
}));
const templates = sources
  .filter(({ file }) => file.endsWith('.vue'))
  .map(({ file, text }) => ({ file, template: /<template>([\s\S]*)<\/template>/.exec(text)?.[1] ?? '' }));

const TEXT_NODE = 2;
interface TemplateNode {
  readonly type: number;
  readonly content?: unknown;
  readonly children?: readonly unknown[];
  readonly props?: readonly unknown[];
  readonly name?: string;
  readonly value?: { readonly content: string };
}
/** Attributes that people read or hear; a fixed one would not be translated. */
const SPOKEN = ['aria-label', 'title', 'placeholder', 'alt', 'label', 'hint'];

function ownWords(node: unknown): string[] {
  const { type, content, children = [], props = [] } = (node ?? {}) as TemplateNode;
  const own = type === TEXT_NODE && typeof content === 'string' && /\p{L}{2,}/u.test(content) ? [content.trim()] : [];
  const spoken = (props as readonly TemplateNode[]).flatMap((prop) =>
    prop.name && SPOKEN.includes(prop.name) && prop.value ? [prop.value.content] : [],
  );
  return [...own, ...spoken, ...children.flatMap(ownWords)];
}

type Tree = { readonly [key: string]: string | Tree };
const keysOf = (tree: Tree, prefix = ''): string[] =>
  Object.entries(tree).flatMap(([key, value]) => (typeof value === 'string' ? [prefix + key] : keysOf(value, `${prefix}${key}.`)));
const valuesOf = (tree: Tree): [string, string][] =>
  keysOf(tree).map((key) => [key, key.split('.').reduce<unknown>((node, part) => (node as Tree)[part], tree) as string]);
const placeholders = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)]
    .map((match) => match[1]!)
    .toSorted()
    .filter((name, index, all) => all.indexOf(name) === index);

describe('words in both languages', () => {
  it('every text exists in Vietnamese and English', () => {
    expect(keysOf(pageMessages.en as unknown as Tree).toSorted()).toEqual(keysOf(pageMessages.vi as unknown as Tree).toSorted());
  });
  it('every text takes the same values in both languages', () => {
    const english = new Map(valuesOf(pageMessages.en as unknown as Tree));
    const different = valuesOf(pageMessages.vi as unknown as Tree).filter(
      ([key, text]) => String(placeholders(text)) !== String(placeholders(english.get(key) ?? '')),
    );
    expect(different).toEqual([]);
  });
  it('no text holds a sign that the message format would read as syntax', () => {
    const bad = [...valuesOf(pageMessages.vi as unknown as Tree), ...valuesOf(pageMessages.en as unknown as Tree)].filter(([, text]) =>
      /[@|]/.test(text),
    );
    expect(bad).toEqual([]);
  });
});

describe('what the pages say', () => {
  it('every fixed key that a page asks for exists', () => {
    const known = new Set(keysOf(pageMessages.vi as unknown as Tree));
    const missing = sources
      .filter(({ file }) => file.startsWith('pages/'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/\bt\(\s*'([\w.]+)'/g)]
          .map((match) => match[1]!)
          .filter((key) => !known.has(key))
          .map((key) => `${basename(file)}: ${key}`),
      );
    expect(missing).toEqual([]);
  });
  it('every computed key starts with a branch that exists', () => {
    const branches = new Set(
      keysOf(pageMessages.vi as unknown as Tree).flatMap((key) =>
        key.split('.').map((_part, index, parts) => parts.slice(0, index).join('.')),
      ),
    );
    const missing = sources
      .filter(({ file }) => file.startsWith('pages/'))
      .flatMap(({ file, text }) =>
        [...text.matchAll(/\bt\(`([\w.]+)\.(?:\w*)\$\{/g)]
          .map((match) => match[1]!)
          .filter((key) => !branches.has(key))
          .map((key) => `${basename(file)}: ${key}`),
      );
    expect(missing).toEqual([]);
  });
  it('no template holds words of its own', () => {
    const found = sources
      .filter(({ file }) => file.endsWith('.vue'))
      .flatMap(({ file, text }) => ownWords(parse(text).descriptor.template?.ast).map((words) => `${file}: ${words}`));
    expect(found).toEqual([]);
  });
  it('no template sets an inline style, which the page policy would refuse', () => {
    expect(templates.filter(({ template }) => /\s:?style=/.test(template)).map(({ file }) => file)).toEqual([]);
  });
  it('GraphQL stands in *.operations.ts alone', () => {
    expect(
      sources
        .filter(
          ({ file, text }) =>
            file.startsWith('pages/') && !file.includes('/generated/') && !file.endsWith('.operations.ts') && /\bgraphql\(`/.test(text),
        )
        .map(({ file }) => file),
    ).toEqual([]);
  });
});
