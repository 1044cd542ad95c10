import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A whole installation in a folder of its own, started by the same launcher as `npm start`. */
export class Launched {
  private child: ChildProcess | null = null;
  private constructor(
    private readonly folder: string,
    readonly host: string,
    readonly graph: string,
    private readonly env: NodeJS.ProcessEnv,
  ) {}

  static async prepare(): Promise<Launched> {
    const [hostPort, graphPort] = [await freePort(), await freePort()];
    // As root the database runs as `nobody`, who must be able to reach the folder.
    const base = process.getuid?.() === 0 ? '/var/lib/thidua' : tmpdir();
    mkdirSync(base, { recursive: true });
    const folder = mkdtempSync(join(base, 'bench-'));
    const env = { ...process.env, DATA_DIR: folder, HOST_PORT: String(hostPort), GATEWAY_PORT: String(graphPort), COUNT_STATEMENTS: '1' };
    return new Launched(folder, `http://localhost:${hostPort}`, `http://localhost:${graphPort}/graphql`, env);
  }

  get pid(): number {
    return this.child?.pid ?? 0;
  }

  /** Starts everything. @returns milliseconds until every process answered. */
  async start(): Promise<number> {
    const began = performance.now();
    this.child = spawn(process.execPath, [join(root, 'shared/dev/dist/start.js')], {
      cwd: root,
      env: this.env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const ended = new Promise<never>((_, reject) =>
      this.child?.once('exit', (code) => reject(new Error(`the launcher ended with ${code}`))),
    );
    await Promise.race([this.ready(), ended]);
    return performance.now() - began;
  }

  /** Ready as the launcher says it: every process has answered and the demo is loaded. */
  private async ready(): Promise<void> {
    for (;;) {
      if (this.state() === 'ready') return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  private state(): string | null {
    try {
      const told = JSON.parse(readFileSync(join(this.folder, 'launcher.json'), 'utf8')) as { pid: number; state: string };
      return told.pid === this.pid ? told.state : null;
    } catch {
      return null;
    }
  }

  async stop(): Promise<void> {
    const child = this.child;
    if (!child || child.exitCode !== null) return;
    child.removeAllListeners('exit');
    await new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
      child.kill('SIGINT');
    });
  }

  /** An access token of a demo account, by the product's own command. */
  async token(...who: string[]): Promise<string> {
    const child = spawn(process.execPath, [join(root, 'shared/dev/dist/commands/token.js'), ...who], {
      cwd: root,
      env: this.env,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let text = '';
    for await (const chunk of child.stdout!) text += String(chunk);
    return text.trim();
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
      .once('error', reject)
      .listen(0, '127.0.0.1', () => {
        const { port } = server.address() as { port: number };
        server.close(() => resolve(port));
      });
  });
}
