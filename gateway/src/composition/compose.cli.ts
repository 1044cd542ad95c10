import { readFile, writeFile } from 'node:fs/promises';
import { compose, readSubgraphs, type Composed } from './compose.js';

const room = new URL('../../', import.meta.url);
const FILES: Record<keyof Composed, URL> = { supergraph: new URL('supergraph.graphql', room), api: new URL('api.graphql', room) };

/** `npm run compose` writes the composed files, `npm run compose -- --check` fails when the committed ones differ. */
async function run(check: boolean): Promise<number> {
  const composed = compose(await readSubgraphs(new URL('supergraph.json', room)));
  let stale = 0;
  for (const [name, file] of Object.entries(FILES) as [keyof Composed, URL][]) {
    const committed = await readFile(file, 'utf8').catch(() => '');
    if (committed === composed[name]) continue;
    if (!check) await writeFile(file, composed[name]);
    else stale += 1;
    process.stdout.write(`${check ? 'differs' : 'written'}: gateway/${name}.graphql\n`);
  }
  return stale;
}

try {
  process.exitCode = (await run(process.argv.includes('--check'))) > 0 ? 1 : 0;
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
