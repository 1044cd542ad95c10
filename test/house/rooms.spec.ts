import { describe, expect, it } from 'vitest';
import { isTest, scriptOf, sources } from './tree.js';

/** What each room may import of the others. Arrows go up only; never sideways. */
const MAY: Record<string, string[]> = {
  'shared/contracts': [],
  'shared/config': [],
  'shared/server': ['contracts'],
  'shared/web': ['contracts'],
  'shared/pages': ['contracts', 'web'],
  'shared/module-kit': ['contracts'],
  'shared/dev': ['contracts'],
  'shared/testing': ['contracts', 'server', 'dev'],
  gateway: ['contracts', 'server'],
  'frontends/host': ['contracts', 'server', 'module-kit'],
  'frontends/shell': ['contracts', 'web'],
  'frontends/portal-khcn': ['contracts', 'web', 'pages', 'module-kit'],
  'frontends/portal-taichinh': ['contracts', 'web', 'pages', 'module-kit'],
  'frontends/portal-noivu': ['contracts', 'web', 'pages', 'module-kit'],
  'subgraphs/organisations': ['contracts', 'server'],
  'subgraphs/campaigns': ['contracts', 'server'],
  'subgraphs/evaluations': ['contracts', 'server'],
  'subgraphs/awards': ['contracts', 'server'],
  test: ['contracts', 'testing'],
};

const roomOf = (file: string): string | undefined => Object.keys(MAY).find((room) => file.startsWith(`${room}/`));
const IMPORT = /(?:from|import)\s*\(?\s*['"]([^'"]+)['"]/g;

/** Build settings may use the module kit; demo data and tests may use the demo province and the test kit. */
function allowedBeside(file: string): string[] {
  if (isTest(file)) return ['testing', 'dev', 'server', 'contracts', 'web', 'module-kit'];
  if (file.includes('/demo/') || /subgraphs\/\w+\/src\/subgraph\.ts$/.test(file)) return ['dev'];
  if (/(vite|vitest)[\w.]*\.config\.ts$/.test(file)) return ['module-kit'];
  return [];
}

function imports(file: string): string[] {
  return [...scriptOf(file).matchAll(IMPORT)].map((m) => m[1] ?? '');
}

describe('the rooms of the house', () => {
  it('imports go up the picture only, never sideways', () => {
    const wrong = sources.flatMap((file) => {
      const room = roomOf(file);
      if (!room) return [];
      const own = room.split('/').at(-1);
      return imports(file)
        .filter((name) => name.startsWith('@thidua/'))
        .map((name) => name.split('/')[1]!)
        .filter((name) => name !== own && !MAY[room]!.includes(name) && !allowedBeside(file).includes(name))
        .map((name) => `${file} imports @thidua/${name}`);
    });
    expect(wrong).toEqual([]);
  });

  it('no relative import leaves its room', () => {
    const wrong = sources.flatMap((file) => {
      const room = roomOf(file);
      if (!room || room === 'test' || isTest(file)) return [];
      return imports(file)
        .filter((name) => name.startsWith('.'))
        .map((name) => new URL(name, `file:///${file}`).pathname.slice(1))
        .filter((target) => !target.startsWith(`${room}/`))
        .map((target) => `${file} reaches into ${target}`);
    });
    expect(wrong).toEqual([]);
  });

  it('a package is entered by a public door only', () => {
    const doors = /^@thidua\/[\w-]+(\/(web|process|portal|rules|testing|demo|nav|styles\.css|module\.css|spawn|browser|vite))?$/;
    const wrong = sources.flatMap((file) =>
      imports(file)
        .filter((name) => name.startsWith('@thidua/') && !doors.test(name))
        .map((name) => `${file}: ${name}`),
    );
    expect(wrong).toEqual([]);
  });
});
