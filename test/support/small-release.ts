import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { INTEGRITY_FILE, integrityListOf, signFolder } from '@thidua/module-kit/rules';
import { create } from 'tar';

export interface SmallRelease {
  readonly id: string;
  readonly version: string;
  /** What its one script says: other words are another release. */
  readonly code: string;
  readonly department?: string;
  readonly manifest?: Readonly<Record<string, unknown>>;
  /** Graph documents it ships. */
  readonly documents?: readonly string[];
  /** PEM of the key that signs it; absent = not signed. */
  readonly key?: string;
}

export const hashOfDocument = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Writes a release that keeps every rule, small enough to read, as the module kit would leave it in `dist`. */
export async function writeRelease(dist: string, release: SmallRelease): Promise<string> {
  await rm(dist, { recursive: true, force: true });
  for (const [file, text] of Object.entries(filesOf(release))) {
    await mkdir(dirname(join(dist, file)), { recursive: true });
    await writeFile(join(dist, file), text);
  }
  await writeFile(join(dist, INTEGRITY_FILE), JSON.stringify(await integrityListOf(dist)));
  if (release.key) await signFolder(dist, release.key);
  return dist;
}

/** The same as a `tar.gz`, as departments send it. */
export async function packRelease(release: SmallRelease): Promise<Buffer> {
  const dist = await mkdtemp(join(tmpdir(), 'thidua-release-'));
  try {
    return await pack(await writeRelease(dist, release));
  } finally {
    await rm(dist, { recursive: true, force: true });
  }
}

export async function pack(dist: string): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of create({ gzip: true, cwd: dist, portable: true }, ['.'])) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

function filesOf({ id, version, code, department = 'X1', manifest = {}, documents = [] }: SmallRelease): Record<string, string> {
  const hashes = documents.map(hashOfDocument);
  const shipped = documents.length > 0 ? { operations: { file: 'operations.json', count: documents.length } } : {};
  const portal = {
    id,
    version,
    contract: '1.1.0',
    name: { vi: `Mô-đun ${id}`, en: `Module ${id}` },
    departmentCode: department,
    basePath: `/${id}`,
    scope: `portal_${id.replaceAll('-', '_')}`,
    entry: 'mf-manifest.json',
    shared: {},
    nav: [],
    permissions: [],
    slots: [],
    ...shipped,
    ...manifest,
  };
  const container = {
    name: portal.scope,
    metaData: { remoteEntry: { name: 'remoteEntry.js', path: '' } },
    exposes: [{ path: './module', assets: { js: { sync: ['assets/a.js'], async: [] }, css: { sync: [], async: [] } } }],
  };
  const asked = hashes.map((hash) => `'sha256:${hash}'`).join(', ');
  return {
    'portal.json': JSON.stringify(portal),
    'mf-manifest.json': JSON.stringify(container),
    'remoteEntry.js': 'export const init = () => {}; export const get = () => import("./assets/a.js");',
    'assets/a.js': `export const word = ${JSON.stringify(code)}; export const asked = [${asked}];`.padEnd(2000, ' '),
    ...(documents.length > 0
      ? { 'operations.json': JSON.stringify(Object.fromEntries(documents.map((text, at) => [hashes[at], text]))) }
      : {}),
  };
}
