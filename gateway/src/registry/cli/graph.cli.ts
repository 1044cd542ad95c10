import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readSubgraphs } from '../../composition/compose.js';
import { explain } from '../../execution/explain.js';
import { createPlanner } from '../../execution/planner.js';
import type { DeprecatedPart } from '../check/deprecated.uses.js';
import type { Verdict } from '../check/verdict.js';
import type { Publication } from '../schema.registry.js';
import type { HistoryEntry } from '../store/history.store.js';
import type { UnusedField } from '../unused.js';
import { deprecatedText, historyText, publicationText, unusedText, verdictText } from './print.js';
import { CliFault, registryClient, tokenFor, type RegistryClient } from './registry.client.js';

const USAGE = `npm run graph -- COMMAND

  check SUBGRAPH [--sdl FILE] [--url URL]      thử một thay đổi / what a change would break
  publish SUBGRAPH [--sdl FILE] [--url URL]    công bố / put it into the graph (--department ID for another's new one)
  remove SUBGRAPH                              rút phân hệ / take a subgraph out
  show SUBGRAPH [VERSION]                      in SDL của một phiên bản / SDL as published, of an older version too
  history [SUBGRAPH] [--limit N]               nhật ký thay đổi / change log
  unused [--days N]                            trường không ai dùng / fields nobody uses
  deprecated                                   phần sắp bỏ, ai còn dùng / what is on its way out, and who uses it
  sdk CLIENT --dir DIR                         gói TypeScript / typed package of an integrator's registered operations
  explain FILE [OPERATION]                     kế hoạch, mã sinh ra / plan, fetches and generated code (SUPERGRAPH=file for another graph)

Không có --sdl: tệp đã commit / without --sdl: the committed file.
THIDUA_TOKEN=… hoặc/or --as KHOI (development) · GRAPH_URL=http://localhost:4000 · --json
Mã thoát / exit code: 0 được nhận, 1 bị từ chối, 2 không chạy được
`;

const OPTIONS = {
  sdl: { type: 'string' },
  url: { type: 'string' },
  dir: { type: 'string' },
  department: { type: 'string' },
  limit: { type: 'string' },
  days: { type: 'string' },
  as: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const;
type Options = ReturnType<typeof parseArgs<{ options: typeof OPTIONS; allowPositionals: true }>>['values'];

interface Command {
  readonly args: readonly string[];
  readonly options: Options;
}

const here = (path: string): string => resolve(process.env['INIT_CWD'] ?? '.', path);
const room = new URL('../../../', import.meta.url);

const COMMANDS: Readonly<Record<string, (command: Command) => Promise<number>>> = {
  check: async (command) => {
    const client = await clientOf(command);
    const { body } = await client.ask<Verdict>('POST', `/registry/schemas/${subgraphOf(command)}/check`, await proposalOf(command));
    return answered(command, body, verdictText(body), body.accepted);
  },
  publish: async (command) => {
    const client = await clientOf(command);
    const { body } = await client.ask<Publication>('POST', `/registry/schemas/${subgraphOf(command)}/publish`, await proposalOf(command));
    return answered(command, body, publicationText(body), body.verdict.accepted);
  },
  remove: async (command) => {
    const client = await clientOf(command);
    const { body } = await client.ask<Publication>('DELETE', `/registry/schemas/${subgraphOf(command)}`);
    return answered(command, body, publicationText(body), body.verdict.accepted);
  },
  show: async (command) => {
    const query = new URLSearchParams({ subgraph: subgraphOf(command), version: command.args[1] ?? '' });
    const { body } = await (await clientOf(command)).ask<{ sdl: string }>('GET', `/registry/schemas?${query}`);
    return answered(command, body, body.sdl, true);
  },
  history: async (command) => {
    const query = new URLSearchParams({ limit: command.options.limit ?? '20', ...(command.args[0] ? { subgraph: command.args[0] } : {}) });
    const { body } = await (await clientOf(command)).ask<{ history: HistoryEntry[] }>('GET', `/registry/schemas/history?${query}`);
    return answered(command, body, historyText(body.history), true);
  },
  unused: async (command) => {
    const days = command.options.days ? `?days=${command.options.days}` : '';
    const { body } = await (await clientOf(command)).ask<{ days: number; fields: UnusedField[] }>('GET', `/registry/unused${days}`);
    return answered(command, body, unusedText(body), true);
  },
  deprecated: async (command) => {
    const { body } = await (await clientOf(command)).ask<{ days: number; parts: DeprecatedPart[] }>('GET', '/registry/deprecated');
    return answered(command, body, deprecatedText(body.parts), true);
  },
  sdk: async (command) => {
    const [id = ''] = command.args;
    const { dir } = command.options;
    if (!/^[\w.-]{1,64}$/.test(id) || !dir) throw new CliFault(USAGE);
    const { body } = await (await clientOf(command)).ask<{ files: Record<string, string> }>('GET', `/registry/clients/${id}/sdk.json`);
    await mkdir(here(dir), { recursive: true });
    for (const [file, text] of Object.entries(body.files)) await writeFile(resolve(here(dir), basename(file)), text);
    return answered(command, body, `${Object.keys(body.files).length} tệp / files → ${dir}\n`, true);
  },
  explain: async ({ args: [file, operationName] }) => {
    if (!file) throw new CliFault(USAGE);
    const supergraph = process.env['SUPERGRAPH'] ? here(process.env['SUPERGRAPH']) : new URL('supergraph.graphql', room);
    process.stdout.write(explain(createPlanner(await readFile(supergraph, 'utf8')), await readFile(here(file), 'utf8'), operationName));
    return 0;
  },
};

function answered({ options }: Command, body: unknown, text: string, accepted: boolean): number {
  process.stdout.write(options.json ? `${JSON.stringify(body, null, 2)}\n` : text);
  return accepted ? 0 : 1;
}

async function clientOf({ options }: Command): Promise<RegistryClient> {
  const { env } = process;
  const origin = env['GRAPH_URL'] ?? `http://localhost:${env['GATEWAY_PORT'] ?? 4000}`;
  return registryClient(origin, await tokenFor(options.as, env));
}

function subgraphOf({ args: [subgraph] }: Command): string {
  if (!subgraph || !/^[a-z][a-z0-9-]{1,39}$/.test(subgraph)) throw new CliFault(USAGE);
  return subgraph;
}

async function proposalOf(command: Command): Promise<Record<string, string>> {
  const { sdl, url, department } = command.options;
  const text = sdl ? await read(here(sdl)) : await committed(subgraphOf(command));
  return { sdl: text, ...(url ? { url } : {}), ...(department ? { departmentId: department } : {}) };
}

async function committed(subgraph: string): Promise<string> {
  const found = (await readSubgraphs(new URL('supergraph.json', room))).find(({ name }) => name === subgraph);
  if (!found) throw new CliFault(`${subgraph} không có tệp đã commit; dùng --sdl / has no committed file; use --sdl FILE.`);
  return found.sdl;
}

const read = (file: string): Promise<string> =>
  readFile(file, 'utf8').catch(() => {
    throw new CliFault(`Không đọc được tệp / cannot read ${file}`);
  });

async function run(argv: string[]): Promise<number> {
  const { values: options, positionals } = parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  const [name = '', ...args] = positionals;
  const command = COMMANDS[name];
  if (!command) throw new CliFault(USAGE);
  return command({ args, options });
}

try {
  process.exitCode = await run(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 2;
}
