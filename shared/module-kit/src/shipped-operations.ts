import { readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { ShippedOperations } from '@thidua/contracts/web';
import type { Plugin } from 'vite';
import { afterBuild } from './after-build.js';
import type { Dependencies } from './federation.js';
import { filesOf } from './integrity.js';
import { hashesIn, OPERATIONS_FILE } from './rules/operation.rules.js';

/** What the code generator of an app or package leaves: documents by `sha256:<hex>`. */
const OWN_DOCUMENTS = 'src/generated/persisted-documents.json';
const PACKED_DOCUMENTS = 'persisted-documents.json';

/**
 * Writes `operations.json` into a built folder: the documents whose hashes the emitted code names, and no others, so that the
 * registry knows exactly what this release may ask.
 * @throws Error for a hash whose text is nowhere: the code generator has to run first.
 */
export async function writeOperations(folder: string, outDir: string, dependencies: Dependencies): Promise<ShippedOperations> {
  const known = await knownDocuments(folder, dependencies);
  const asked = new Set<string>();
  for (const [file, bytes] of await filesOf(outDir)) {
    if (file.endsWith('.js')) for (const hash of hashesIn(new TextDecoder().decode(bytes))) asked.add(hash);
  }
  const documents: Record<string, string> = {};
  for (const hash of [...asked].toSorted()) {
    const text = known.get(hash);
    if (text === undefined)
      throw new Error(`The code asks operation sha256:${hash}, which no ${PACKED_DOCUMENTS} holds: run the code generator`);
    documents[hash] = text;
  }
  await writeFile(join(outDir, OPERATIONS_FILE), JSON.stringify(documents));
  return { file: OPERATIONS_FILE, count: asked.size };
}

async function knownDocuments(folder: string, dependencies: Dependencies): Promise<Map<string, string>> {
  const require = createRequire(join(folder, 'package.json'));
  const files = [join(folder, OWN_DOCUMENTS)];
  for (const name of Object.keys(dependencies).filter((name) => name.startsWith('@thidua/'))) {
    try {
      files.push(require.resolve(`${name}/${PACKED_DOCUMENTS}`));
    } catch {
      // A package without operations of its own.
    }
  }
  const maps = await Promise.all(files.map(readDocuments));
  return new Map(maps.flatMap((map) => Object.entries(map)).map(([hash, text]) => [hash.replace(/^sha256:/, ''), text]));
}

async function readDocuments(file: string): Promise<Record<string, string>> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return '{}';
    throw error;
  });
  return JSON.parse(text) as Record<string, string>;
}

/** The same for an app that is no module, such as the shell. */
export function shippedOperations(folder: string = process.cwd()): Plugin {
  return afterBuild('thidua:shipped-operations', folder, async (outDir) => {
    const { dependencies = {} } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { dependencies?: Dependencies };
    await writeOperations(folder, outDir, dependencies);
  });
}
