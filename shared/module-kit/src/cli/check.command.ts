import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CONTRACT_VERSION, PERMISSIONS } from '@thidua/contracts/web';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { filesOf, MANIFEST_FILE } from '../rules/index.js';
import { checkModule, RULES, type Verdict } from '../rules/check.js';
import type { Problem, RuleContext } from '../rules/rule.js';
import { signingKeyOf } from '../rules/signature.js';
import { signingKey } from '../signing-key.js';
import { done, note, remedy, stop, trouble } from './say.js';

export interface CheckInput {
  /** Folder of the module, with `dist` and, where operations are typed, `schema.graphql`. */
  readonly folder: string;
  /** Versions the shell provides. */
  readonly provided: Readonly<Record<string, string>>;
  readonly schemaFile?: string;
}

/**
 * Applies every rule of the registry to the built module and prints each.
 * @returns exit code: 0 when nothing speaks against publishing.
 */
export async function check(input: CheckInput): Promise<number> {
  const verdict = await verdictOf(input);
  for (const rule of RULES) {
    const problems = verdict.problems.filter((problem) => problem.rule === rule.id);
    const warnings = verdict.warnings.filter((problem) => problem.rule === rule.id);
    if (problems.length === 0 && warnings.length === 0) done(rule.what.vi, rule.what.en);
    for (const problem of problems) printProblem(problem);
    for (const warning of warnings) note(warning.message.vi, warning.message.en);
    if (problems.length > 0) remedy(rule.remedy);
  }
  const { manifest, problems } = verdict;
  if (problems.length > 0) {
    trouble({ vi: `${problems.length} điều cần sửa trước khi phát hành`, en: `${problems.length} to correct before a release` });
    return 1;
  }
  done(`${manifest?.id} ${manifest?.version} sẵn sàng phát hành`, `${manifest?.id} ${manifest?.version} is ready to be published`);
  return 0;
}

export function printProblem({ rule, file, message }: Omit<Problem, 'remedy'>): void {
  trouble(message, `[${rule}]${file ? ` ${file}:` : ''}`);
}

/** @throws Stop when nothing is built yet. */
export async function verdictOf({ folder, provided, schemaFile }: CheckInput): Promise<Verdict> {
  const files = await filesOf(join(folder, 'dist')).catch(() => null);
  if (!files?.has(MANIFEST_FILE)) {
    throw stop('Chưa có bản dựng trong dist/', 'Nothing is built in dist/', { vi: 'npm run build', en: 'npm run build' });
  }
  const key = await signingKey(folder);
  const schema = await schemaOf(schemaFile ?? join(folder, 'schema.graphql'));
  const context: RuleContext = {
    contract: CONTRACT_VERSION,
    provided,
    permissions: new Set<string>(PERMISSIONS),
    keys: key ? [signingKeyOf(key)] : null,
    ...(schema ? { schema } : {}),
  };
  return checkModule(files, context);
}

async function schemaOf(file: string): Promise<GraphQLSchema | null> {
  const sdl = await readFile(file, 'utf8').catch(() => null);
  return sdl === null ? null : buildSchema(sdl, { assumeValidSDL: true });
}
