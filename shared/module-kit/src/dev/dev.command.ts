import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CONTRACT_VERSION, PERMISSIONS, type Registry } from '@thidua/contracts/web';
import { createServer, type Plugin } from 'vite';
import { codegen } from '../cli/codegen.command.js';
import { note, plain, stop, trouble } from '../cli/say.js';
import { type Dependencies, installedDependencies } from '../federation.js';
import { manifestOf, readDeclaration } from '../portal-manifest.js';
import { scopeOf } from '../scope-name.js';
import { GraphRoute, type LiveGraph } from './graph.route.js';
import { KnownDocuments } from './known-documents.js';
import { type Examples, MockGraph } from './mock-graph.js';
import { ShellPages } from './shell.pages.js';

export interface DevOptions {
  readonly folder: string;
  readonly port: number;
  /** Address of a running graph; absent = answers are made up from the schema. */
  readonly graph: string | undefined;
  readonly token: string | undefined;
  /** Folder of the shell built for development. */
  readonly shell?: string;
}

const PACKED_SHELL = fileURLToPath(new URL('../../shell', import.meta.url));
/** Examples for the made-up graph, in the module's folder. */
const EXAMPLES_FILE = 'graph.examples.json';

/**
 * Runs one module inside the real shell, with hot updates.
 * @returns when the server was stopped.
 */
export async function dev(options: DevOptions): Promise<number> {
  const { folder, port } = options;
  const shell = options.shell ?? PACKED_SHELL;
  const portal = await readDeclaration(folder);
  const origin = `http://localhost:${port}`;
  const graph: MockGraph | LiveGraph = options.graph
    ? { url: options.graph, token: options.token }
    : new MockGraph(await readFile(join(shell, 'api.graphql'), 'utf8'), () => examplesOf(folder, portal.departmentCode));
  const pages = new ShellPages({
    shell,
    graph: new GraphRoute(new KnownDocuments(folder, shell), graph),
    registry: () => registryOf(folder, origin),
    person: 'Người phát triển',
  });
  const server = await createServer({
    root: folder,
    appType: 'custom',
    plugins: [shellServer(pages), typedOperations(folder)],
    optimizeDeps: { entries: ['src/module.ts', 'src/**/*.vue'] },
    server: { port, strictPort: true, cors: true, origin, warmup: { clientFiles: ['./src/module.ts', './src/**/*.vue'] } },
  });
  await server.listen().catch(async (error: unknown) => {
    await server.close();
    throw String(error).includes('already in use')
      ? stop(`Cổng ${port} đang bận`, 'the port is busy', { vi: '--port 5200', en: '--port 5200' })
      : error;
  });
  note(`Cổng của sở trong vỏ tỉnh: ${origin}${portal.basePath}`, 'the portal inside the provincial shell');
  plain(
    options.graph
      ? `đồ thị / graph: ${options.graph}`
      : `đồ thị mô phỏng theo lược đồ / made-up graph (${EXAMPLES_FILE}); thật / real: --graph URL --token …`,
  );
  plain(`trên hệ thống thật / on a deployed site: Kho mô-đun → ${portal.id} → Chạy bản trên máy tôi / Run mine → ${origin}`);
  await new Promise<void>((stopped) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close().then(stopped));
  });
  return 0;
}

/** Read anew each time: the page shows a changed file after a reload. */
function examplesOf(folder: string, code: string): Examples {
  let own: Examples = {};
  try {
    own = JSON.parse(readFileSync(join(folder, EXAMPLES_FILE), 'utf8')) as Examples;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') trouble({ vi: `${EXAMPLES_FILE}: ${String(error)}`, en: 'cannot be read' });
  }
  const viewer = [{ permissions: [...PERMISSIONS], roles: [], department: { code, name: code, id: 'own' } }];
  return { Viewer: viewer, ...own };
}

async function registryOf(folder: string, origin: string): Promise<Registry> {
  const pkg = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string; dependencies?: Dependencies };
  const portal = await readDeclaration(folder);
  const dependencies = await installedDependencies(pkg.dependencies ?? {}, folder);
  const manifest = manifestOf(portal, {
    id: portal.id,
    version: pkg.version,
    scope: scopeOf(portal.id),
    dependencies,
    operations: { file: '', count: 0 },
  });
  return {
    contract: CONTRACT_VERSION,
    modules: [{ ...manifest, base: '/', listHash: '', release: 'dev', override: origin }],
    signatures: 'off',
  };
}

function shellServer(pages: ShellPages): Plugin {
  return {
    name: 'thidua:shell',
    configureServer(server) {
      server.middlewares.use((request, response, next) => {
        pages.handle(request, response).then(
          (handled) => handled || next(),
          (error: unknown) => next(error),
        );
      });
    },
  };
}

/** Types follow the operations while one works. */
function typedOperations(folder: string): Plugin {
  return {
    name: 'thidua:typed-operations',
    configureServer(server) {
      server.watcher.on('change', (file) => {
        if (file.startsWith(join(folder, 'src')) && file.endsWith('.operations.ts'))
          codegen().catch((error: unknown) => server.config.logger.error(String(error)));
      });
    },
  };
}
