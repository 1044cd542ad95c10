import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { writeOperations } from './shipped-operations.js';

const folders: string[] = [];
afterEach(async () => {
  await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const [OWN, PAGES, UNUSED] = ['query Own { a }', 'query Pages { b }', 'query Unused { c }'];

/** A room with operations of its own and those of a package it depends on. */
async function room(code: string): Promise<{ folder: string; dist: string }> {
  const folder = await mkdtemp(join(tmpdir(), 'thidua-operations-'));
  folders.push(folder);
  const [dist, generated, pages] = ['dist', 'src/generated', 'node_modules/@thidua/pages'].map((part) => join(folder, part)) as [
    string,
    string,
    string,
  ];
  for (const part of [dist, generated, pages]) await mkdir(part, { recursive: true });
  const documents = (...texts: string[]): string =>
    JSON.stringify(Object.fromEntries(texts.map((text) => [`sha256:${hashOf(text)}`, text])));
  await writeFile(join(generated, 'persisted-documents.json'), documents(OWN, UNUSED));
  await writeFile(join(pages, 'persisted-documents.json'), documents(PAGES));
  await writeFile(
    join(pages, 'package.json'),
    '{"name":"@thidua/pages","exports":{"./persisted-documents.json":"./persisted-documents.json"}}',
  );
  await writeFile(join(dist, 'page.js'), code);
  return { folder, dist };
}

describe('operations.json of a build', () => {
  it('holds exactly the documents the code names, its own and those of packages', async () => {
    const { folder, dist } = await room(`a("sha256:${hashOf(OWN)}"); b("sha256:${hashOf(PAGES)}")`);
    await expect(writeOperations(folder, dist, { '@thidua/pages': '0.1.0', vue: '3.5.45' })).resolves.toEqual({
      file: 'operations.json',
      count: 2,
    });
    expect(JSON.parse(await readFile(join(dist, 'operations.json'), 'utf8'))).toEqual({ [hashOf(OWN)]: OWN, [hashOf(PAGES)]: PAGES });
  });

  it('is not written when the text of an operation is nowhere', async () => {
    const { folder, dist } = await room(`a("sha256:${hashOf('query Lost { x }')}")`);
    await expect(writeOperations(folder, dist, {})).rejects.toThrow(/run the code generator/);
  });
});
