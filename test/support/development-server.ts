import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { freePort } from '@thidua/dev';

export interface DevelopmentServer {
  readonly origin: string;
  close(): Promise<void>;
}

/** A developer's own Vite server for a fixture module, in a process of its own. @param scratch folder for its configuration. */
export async function startDevelopmentServer(id: 'alpha' | 'beta', scratch: string): Promise<DevelopmentServer> {
  const root = fileURLToPath(new URL(`../browser/fixtures/${id}`, import.meta.url));
  const vite = fileURLToPath(new URL('../../node_modules/vite/bin/vite.js', import.meta.url));
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const config = join(scratch, 'vite.config.mjs');
  const settings = { server: { port, strictPort: true, cors: true, origin }, cacheDir: join(scratch, 'vite'), clearScreen: false };
  const own = pathToFileURL(join(root, 'vite.config.ts')).href;
  await writeFile(
    config,
    `const own = (await import(${JSON.stringify(own)})).default;\nexport default { ...own, ...${JSON.stringify(settings)} };\n`,
  );
  const { NODE_ENV: _mode, VITEST: _runner, ...env } = process.env;
  const child = spawn(process.execPath, [vite, '--config', config], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  for await (const chunk of child.stdout) if (String(chunk).includes('ready in')) break;
  return {
    origin,
    close: async () => {
      const ended = once(child, 'exit');
      child.kill();
      await ended;
    },
  };
}
