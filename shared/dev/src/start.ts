import { statfsSync } from 'node:fs';
import { join } from 'node:path';
import { DEMO_INSTANT, demoClock, fixedStartClock, realClock } from './launch/clock.js';
import type { BusinessClock } from './launch/clock.js';
import type { DatabaseServer } from './launch/database.js';
import { openDatabaseServer } from './launch/database.js';
import { DEMO_PASSWORD } from './launch/demo-password.js';
import { releaseLock, takeLock, tell } from './launch/lock.js';
import type { RunningLauncher } from './launch/lock.js';
import type { LaunchOptions } from './launch/options.js';
import { readOptions, wantsDemo } from './launch/options.js';
import { Platform } from './launch/platform.js';
import { choosePorts } from './launch/ports.js';
import type { Installation } from './launch/processes.js';
import { issuerOf, publicUrl } from './launch/processes.js';
import { heading, trouble } from './launch/say.js';
import { loadSecrets } from './launch/secrets.js';
import { printSummary } from './launch/summary.js';
import { openDataFolder, repositoryRoot } from './postgres/data-folder.js';

const NEEDED_BYTES = 300 * 1024 * 1024;

const env = process.env;
const began = Date.now();
const closers: (() => Promise<void> | void)[] = [];
let ending: Promise<never> | undefined;

listenForTheEnd();
try {
  await run(readOptions(process.argv.slice(2)));
} catch (error) {
  await fail(error);
}

async function fail(error: unknown): Promise<never> {
  trouble(sentence(error));
  return end(1);
}

async function run(options: LaunchOptions): Promise<void> {
  const folder = openDataFolder();
  refuseFullDisk(folder);
  await takeLock(folder);
  closers.push(() => releaseLock(folder));
  heading('Thi Đua đang khởi động / is starting');
  const secrets = await loadSecrets(folder);
  const foreignIssuer = env['OIDC_ISSUER'];
  const only = options.only.filter((name) => name !== 'identity' || !foreignIssuer);
  const ports = await choosePorts(folder, only, env);
  const server = await openDatabaseServer(folder, secrets.databasePasswords, env);
  closers.push(() => server.close());
  const demo = wantsDemo(server.embedded, env);
  const clock = chooseClock(folder, demo);
  closers.push(() => clock.close());
  const installation: Installation = {
    root: repositoryRoot,
    folder,
    bootstrapUrl: server.bootstrapUrl,
    secrets,
    ports,
    clock,
    demo,
    demoPassword: env['DEMO_PASSWORD'] ?? DEMO_PASSWORD,
    env,
    ...(foreignIssuer ? { foreignIssuer: foreignIssuer.replace(/\/$/, '') } : {}),
  };
  await bringUp(options, installation, only, server, clock);
}

async function bringUp(
  options: LaunchOptions,
  installation: Installation,
  only: LaunchOptions['only'],
  server: DatabaseServer,
  clock: BusinessClock,
): Promise<void> {
  const { folder, demo } = installation;
  const about = describe(installation);
  tell(folder, about);
  const platform = new Platform(installation, only, server, clock);
  closers.push(() => platform.stop());
  closers.push(() => tell(folder, { ...about, state: 'stopping' }));
  if (options.reset) {
    if (!demo)
      throw new Error(
        'Chỉ xoá tỉnh mẫu trong cơ sở dữ liệu kèm theo hoặc khi DEMO=1 / The demo is only reset in the embedded database or with DEMO=1, never in production.',
      );
    await platform.reset();
  } else {
    await platform.start();
  }
  if (options.once) return void (await end(0));
  platform.obeyResets(fail);
  tell(folder, { ...about, state: 'ready' });
  const summary = { url: about.url, graph: about.graph, logs: join(folder, 'logs'), seconds: (Date.now() - began) / 1000 };
  printSummary(demo && !installation.foreignIssuer ? { ...summary, demoPassword: installation.demoPassword } : summary);
}

function describe(installation: Installation): RunningLauncher {
  const graph = `http://localhost:${installation.ports.gateway}/graphql`;
  const issuer = installation.foreignIssuer ? {} : { issuer: issuerOf(installation) };
  return { pid: process.pid, url: publicUrl(installation), graph, ...issuer, state: 'starting' };
}

function chooseClock(folder: string, demo: boolean): BusinessClock {
  const set = env['APP_CLOCK'];
  if (set && set !== DEMO_INSTANT) return fixedStartClock(set);
  return demo ? demoClock(folder) : realClock;
}

function refuseFullDisk(folder: string): void {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED_BYTES)
    throw new Error('Đĩa sắp đầy: hãy giải phóng ít nhất 1 GB / The disk is nearly full: free at least 1 GB and start again.');
}

/** Everything is closed in the reverse order of its opening; a second request, made by hand, ends at once. */
function listenForTheEnd(): void {
  const asked = (): void => {
    const first = ending === undefined;
    if (first) heading('Đang dừng / stopping');
    else if (Date.now() - askedAt > 1_000) process.exit(130);
    if (first) askedAt = Date.now();
    void end(0);
  };
  let askedAt = 0;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, asked);
  // The bootstrap that started us is gone: nobody could stop us any more.
  if (process.channel) {
    process.on('disconnect', asked);
    process.channel.unref();
  }
}

function end(code: number): Promise<never> {
  ending ??= (async () => {
    for (const close of closers.toReversed()) await Promise.resolve(close()).catch((error: unknown) => trouble(sentence(error)));
    process.exit(code);
  })();
  return ending;
}

function sentence(error: unknown): string {
  if ((error as NodeJS.ErrnoException | undefined)?.code === 'ENOSPC')
    return 'Đĩa đã đầy: hãy giải phóng ít nhất 1 GB / The disk is full: free at least 1 GB and start again.';
  return error instanceof Error ? error.message : String(error);
}
