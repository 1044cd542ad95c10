import { describe, expect, it } from 'vitest';
import { files, isTest, read, sources } from './tree.js';

const text = files.filter((f) => /\.(ts|mjs|vue|json|md|yml|yaml|sh|css|html|graphql)$/.test(f) || f === '.ci/run');
const house = (file: string): boolean => file.startsWith('test/house/');
const hits = (where: string[], pattern: RegExp): string[] =>
  where.flatMap((file) =>
    read(file)
      .split('\n')
      .flatMap((line, i) => (pattern.test(line) ? [`${file}:${i + 1}: ${line.trim().slice(0, 120)}`] : [])),
  );

describe('what does not stand in this repository', () => {
  it('paths of one machine', () => {
    expect(
      hits(
        text.filter((f) => !house(f)),
        /(^|[^A-Za-z0-9._/-])\/(work|farm|root|home)\/[A-Za-z0-9._-]+/,
      ),
    ).toEqual([]);
  });

  it('tests that are skipped or singled out', () => {
    expect(
      hits(
        sources.filter((f) => isTest(f) && !house(f)),
        /\b(it|test|describe)\.(only|skip|todo)\b/,
      ),
    ).toEqual([]);
  });

  it('notes to do something later', () => {
    expect(
      hits(
        sources.filter((f) => !house(f)),
        /\b(TODO|FIXME|XXX)\b/,
      ),
    ).toEqual([]);
  });

  it('schema synchronisation instead of migrations', () => {
    expect(
      hits(
        sources.filter((f) => !house(f)),
        /synchronize:\s*true/,
      ),
    ).toEqual([]);
  });

  it('default exports, but in Vue files, settings and modules', () => {
    expect(
      hits(
        sources.filter((f) => f.endsWith('.ts') && !/(\.config\.ts|module\.ts|\.setup\.ts)$/.test(f)),
        /^export default /,
      ),
    ).toEqual([]);
  });

  it('settings read outside the files that validate them', () => {
    const allowed = /(env\.ts|\.config\.ts|\.cli\.ts|shared\/(dev|testing|module-kit)\/|^test\/|start\.mjs)/;
    expect(
      hits(
        sources.filter((f) => !allowed.test(f) && !isTest(f)),
        /process\.env[.[]/,
      ),
    ).toEqual([]);
  });

  it('migrations whose name does not end in YYYYMMDDhhmm0', () => {
    expect(
      hits(
        sources.filter((f) => /\/migrations\//.test(f)),
        /implements MigrationInterface/,
      ).filter((hit) => !/class \w+20\d{10}0 implements/.test(hit) && !/class \w+20\d{11} implements/.test(hit)),
    ).toEqual([]);
  });
});
