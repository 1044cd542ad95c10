import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { here } from './children.js';

interface Peer {
  script: string;
  dependencies: Record<string, string>;
  overrides: Record<string, string>;
}

/** Gateways that are no part of this product: installed beside it, at the time of a measurement, in versions that are stated. */
const PEERS = {
  hive: {
    script: 'hive.mjs',
    dependencies: { '@graphql-hive/gateway': '2.15.1', '@graphql-hive/router-runtime': '1.4.23', graphql: '16.15.0' },
    overrides: { '@graphql-tools/delegate': '12.2.1', '@graphql-tools/batch-execute': '10.2.0', graphql: '16.15.0' },
  },
  mercurius: {
    script: 'mercurius.mjs',
    dependencies: { mercurius: '16.10.1', '@mercuriusjs/gateway': '5.2.0', fastify: '5.12.8', graphql: '16.12.0' },
    overrides: { graphql: '16.12.0' },
  },
} satisfies Record<string, Peer>;
export type PeerName = keyof typeof PEERS;

const INSTALL_MS = 300_000;

export const versionsOf = (name: PeerName): string =>
  Object.entries(PEERS[name].dependencies)
    .filter(([dependency]) => dependency !== 'graphql')
    .map(([dependency, version]) => `${dependency} ${version}`)
    .join(', ');

/** Folder with a peer and its script; installed once per version. @throws when it cannot be installed */
export async function installPeer(name: PeerName): Promise<{ folder: string; script: string }> {
  const { script, dependencies, overrides }: Peer = PEERS[name];
  const folder = join(
    tmpdir(),
    `thi-dua-bench-${name}-${Object.values(dependencies)
      .join('-')
      .replaceAll(/[^\w-]/g, '_')}`,
  );
  const done = join(folder, 'installed');
  mkdirSync(folder, { recursive: true });
  if (!existsSync(done)) {
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ name: `bench-${name}`, private: true, type: 'module', dependencies, overrides }),
    );
    await npmInstall(folder);
    writeFileSync(done, '');
  }
  copyFileSync(join(here, 'peers', script), join(folder, script));
  return { folder, script: join(folder, script) };
}

function npmInstall(folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'pipe'],
      shell: process.platform === 'win32',
    });
    let words = '';
    child.stderr.on('data', (text: Buffer) => {
      words += text.toString();
    });
    const late = setTimeout(() => child.kill('SIGKILL'), INSTALL_MS);
    child.once('error', reject);
    child.once('exit', (code) => {
      clearTimeout(late);
      if (code === 0) resolve();
      else reject(new Error(`npm install ended with ${code}: ${words.slice(-300)}`));
    });
  });
}
