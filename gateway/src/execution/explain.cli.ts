import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { explain } from './explain.js';
import { createPlanner } from './planner.js';

const USAGE = 'npm run graph -- explain FILE [OPERATION]   (SUPERGRAPH=file for another supergraph than the committed one)\n';

/** `npm run graph -- explain FILE`: plan, generated code and fetches of an operation. */
async function run([command, file, operationName]: string[]): Promise<number> {
  if (command !== 'explain' || !file) {
    process.stderr.write(USAGE);
    return 1;
  }
  const here = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);
  const supergraph = process.env['SUPERGRAPH'] ? here(process.env['SUPERGRAPH']) : new URL('../../supergraph.graphql', import.meta.url);
  process.stdout.write(explain(createPlanner(await readFile(supergraph, 'utf8')), await readFile(here(file), 'utf8'), operationName));
  return 0;
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
