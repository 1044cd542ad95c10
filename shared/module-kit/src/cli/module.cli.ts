#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { activate, endCanary, rollback, show } from './channel.commands.js';
import { check } from './check.command.js';
import { hostAccess } from './host-api.js';
import { keys } from './keys.command.js';
import { publish } from './publish.command.js';
import { runToEnd, stop } from './say.js';

/** The tool inside a department's folder: `thidua-module dev | build | check | publish …`. */
const OPTIONS = {
  host: { type: 'string' },
  activate: { type: 'string' },
  canary: { type: 'boolean' },
  departments: { type: 'string' },
  roles: { type: 'string' },
  share: { type: 'string' },
  end: { type: 'boolean' },
  port: { type: 'string' },
  graph: { type: 'string' },
  token: { type: 'string' },
} as const;

const { values, positionals } = parseArgs({ allowPositionals: true, options: OPTIONS });
const [command = '', ...rest] = positionals;
const folder = process.cwd();

/** What the shell of this kit's version provides, written when the kit was packed. */
async function provided(): Promise<Record<string, string>> {
  const file = fileURLToPath(new URL('../../shell/provided.json', import.meta.url));
  return JSON.parse(await readFile(file, 'utf8')) as Record<string, string>;
}

/** Id of the module of this folder. */
async function ownId(): Promise<string> {
  const { readDeclaration } = await import('../portal-manifest.js');
  return (await readDeclaration(folder)).id;
}

const split = (text: string): string[] => text.split(',').filter(Boolean);

const COMMANDS: Readonly<Record<string, () => Promise<number>>> = {
  codegen: async () => (await import('./codegen.command.js')).codegen(),
  async build() {
    if (existsSync('schema.graphql')) await COMMANDS['codegen']!();
    return (await import('./build.command.js')).buildModule(folder);
  },
  async dev() {
    if (existsSync('schema.graphql')) await COMMANDS['codegen']!();
    const { dev } = await import('../dev/dev.command.js');
    return dev({
      folder,
      port: Number(values.port ?? process.env['PORT'] ?? 5174),
      graph: values.graph ?? process.env['THIDUA_GRAPH'],
      token: values.token ?? process.env['THIDUA_TOKEN'],
    });
  },
  check: async () => check({ folder, provided: await provided() }),
  keys: () => keys(folder),
  async publish() {
    const channel = values.activate;
    if (channel !== undefined && channel !== 'stable' && channel !== 'canary')
      throw stop('--activate là stable hoặc canary', '--activate is stable or canary');
    return publish({ folder, provided: await provided(), access: hostAccess(values.host), ...(channel ? { activate: channel } : {}) });
  },
  async activate() {
    const release = rest[0];
    const id = await ownId();
    if (values.canary && values.end) return endCanary(hostAccess(values.host), id);
    if (!release) throw stop('Thiếu tên bản phát hành, ví dụ 1.0.0-1a2b3c4d5e', 'name the release');
    return activate(hostAccess(values.host), id, release, {
      channel: values.canary ? 'canary' : 'stable',
      ...(values.departments ? { departments: split(values.departments) } : {}),
      ...(values.roles ? { roles: split(values.roles) } : {}),
      ...(values.share === undefined ? {} : { share: Number(values.share) }),
    });
  },
  rollback: async () => rollback(hostAccess(values.host), await ownId()),
  list: async () => show(hostAccess(values.host), await ownId()),
};

await runToEnd(async () => {
  const work = COMMANDS[command];
  if (!work) throw stop(`Lệnh: ${Object.keys(COMMANDS).join(', ')}`, 'commands');
  return work();
});
