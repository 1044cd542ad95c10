import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parsePlan } from './parse-plan.rules.js';
import { readSourceFile } from './source-file.js';
import { UNREADABLE, UnreadableFile } from './unreadable.js';

/** `plan:preview -- FILE`: reads one plan and prints what the importer understands, as JSON. Writes nothing. */
async function main(path: string | undefined): Promise<number> {
  if (!path) {
    process.stderr.write('npm run -s plan:preview -- FILE\n');
    return 2;
  }
  try {
    const { text } = await readSourceFile(await readFile(path), basename(path));
    process.stdout.write(`${JSON.stringify({ seed: basename(path), ...parsePlan(text) }, null, 1)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${explain(error, path)}\n`);
    return 1;
  }
}

function explain(error: unknown, path: string): string {
  if (error instanceof UnreadableFile) {
    const { vi, en, remedy } = UNREADABLE[error.code];
    return `${error.code}\n${vi} ${remedy[0]}\n${en} ${remedy[1]}`;
  }
  return `Không đọc được tệp / cannot read ${path}: ${error instanceof Error ? error.message : String(error)}`;
}

process.exitCode = await main(process.argv[2]);
