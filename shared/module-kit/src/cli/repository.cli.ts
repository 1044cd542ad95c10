import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { buildShell, providedVersions } from '../pack/shell-build.js';
import { activate, endCanary, rollback, show } from './channel.commands.js';
import { check } from './check.command.js';
import { hostAccess } from './host-api.js';
import { keys } from './keys.command.js';
import { newModule, repack } from './new.command.js';
import { publish } from './publish.command.js';
import { runToEnd, stop } from './say.js';

/** `npm run module -- …` of the repository: new portals, and the province's own portals by their id. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dir: { type: 'string' },
    name: { type: 'string' },
    'name-en': { type: 'string' },
    code: { type: 'string' },
    path: { type: 'string' },
    host: { type: 'string' },
    activate: { type: 'string' },
    canary: { type: 'boolean' },
    end: { type: 'boolean' },
    departments: { type: 'string' },
    roles: { type: 'string' },
    share: { type: 'string' },
    port: { type: 'string' },
    graph: { type: 'string' },
    token: { type: 'string' },
  },
});
const [command = '', id = '', release = ''] = positionals;
const root = fileURLToPath(new URL('../../../..', import.meta.url));
/** npm runs scripts in the root; a folder is meant from where the person stands. */
const here = process.env['INIT_CWD'] ?? process.cwd();
const split = (text: string): string[] => text.split(',').filter(Boolean);

/** Build settings of a module speak of the folder they are called in. */
function enteredFolder(): string {
  const folder = moduleFolder();
  process.chdir(folder);
  return folder;
}

/** Folder of a module: one of the repository's portals by id, else a path. */
function moduleFolder(): string {
  const own = join(root, 'frontends', `portal-${id}`);
  if (existsSync(own)) return own;
  const given = resolve(here, values.dir ?? id);
  if (id && existsSync(join(given, 'src/portal.ts'))) return given;
  throw stop(`Không có mô-đun "${id}"`, 'no such module', {
    vi: 'khcn, taichinh, noivu hoặc một thư mục',
    en: 'khcn, taichinh, noivu or a folder',
  });
}

async function checked(): Promise<{ folder: string; provided: Record<string, string>; schemaFile: string }> {
  return { folder: moduleFolder(), provided: await providedVersions(root), schemaFile: join(root, 'gateway/api.graphql') };
}

function named(): string {
  if (!id) throw stop('Thiếu mã mô-đun', 'name the module');
  return id;
}

const COMMANDS: Readonly<Record<string, () => Promise<number>>> = {
  new: () =>
    newModule(root, {
      id: named(),
      nameVi: values.name ?? id,
      nameEn: values['name-en'] ?? values.name ?? id,
      code: values.code ?? id.replaceAll(/(?:^|-)(\w)\w*/g, '$1').toUpperCase(),
      path: values.path ?? id,
      folder: resolve(here, values.dir ?? id),
    }),
  pack: () => repack(root, resolve(here, values.dir ?? 'vendor')),
  async dev() {
    const { dev } = await import('../dev/dev.command.js');
    const shell = join(root, 'node_modules/.cache/thidua-shell');
    await buildShell(root, shell);
    return dev({ folder: enteredFolder(), port: Number(values.port ?? 5174), graph: values.graph, token: values.token, shell });
  },
  build: async () => (await import('./build.command.js')).buildModule(enteredFolder()),
  check: async () => check(await checked()),
  async publish() {
    const channel = values.activate === 'canary' ? 'canary' : values.activate === 'stable' ? 'stable' : undefined;
    return publish({ ...(await checked()), access: hostAccess(values.host), ...(channel ? { activate: channel } : {}) });
  },
  async activate() {
    if (values.canary && values.end) return endCanary(hostAccess(values.host), named());
    if (!release) throw stop('Thiếu tên bản phát hành', 'name the release');
    return activate(hostAccess(values.host), named(), release, {
      channel: values.canary ? 'canary' : 'stable',
      ...(values.departments ? { departments: split(values.departments) } : {}),
      ...(values.roles ? { roles: split(values.roles) } : {}),
      ...(values.share === undefined ? {} : { share: Number(values.share) }),
    });
  },
  rollback: () => rollback(hostAccess(values.host), named()),
  list: () => show(hostAccess(values.host), named()),
  keys: () => keys(id ? moduleFolder() : here),
};

await runToEnd(async () => {
  const work = COMMANDS[command];
  if (!work) throw stop(`Lệnh: ${Object.keys(COMMANDS).join(', ')}`, 'commands');
  return work();
});
