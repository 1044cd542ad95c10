import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ChildPlan {
  name: string;
  /** Source or built file, absolute. */
  entry: string;
  root: string;
  port: number;
  environment: () => NodeJS.ProcessEnv;
}

const READY_WITHIN_MS = 240_000;
const STOP_WITHIN_MS = 6_000;
const KEPT = 400;

/** One process of a spawned graph; its sources run as they are. */
export class Child {
  #process: ChildProcess | null = null;
  readonly #lines: string[] = [];

  constructor(readonly plan: ChildPlan) {}

  get url(): string {
    return `http://127.0.0.1:${this.plan.port}`;
  }

  /** What it said last on its outputs. */
  get log(): string {
    return this.#lines.join('');
  }

  /** @param more settings for this run only. */
  start(more: Record<string, string> = {}): void {
    const { entry, root, environment } = this.plan;
    const loader = entry.endsWith('.ts') ? ['--import', 'tsx', '--conditions=development'] : [];
    const child = spawn(process.execPath, [...loader, entry], {
      cwd: root,
      env: { ...environment(), ...more, TSX_TSCONFIG_PATH: `${root}/tsconfig.dev.json` },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const output of [child.stdout, child.stderr]) {
      output.setEncoding('utf8').on('data', (text: string) => {
        this.#lines.push(text);
        if (this.#lines.length > KEPT) this.#lines.shift();
      });
    }
    this.#process = child;
  }

  /** @throws with its last words when it ends instead. */
  async ready(): Promise<void> {
    const until = Date.now() + READY_WITHIN_MS;
    for (;;) {
      if (this.#process && (this.#process.exitCode !== null || this.#process.signalCode !== null))
        throw new Error(`${this.plan.name} ended:\n${this.log}`);
      const answer = await fetch(`${this.url}/health/ready`, { signal: AbortSignal.timeout(2_000) }).catch(() => null);
      if (answer?.ok) return;
      if (Date.now() > until) throw new Error(`${this.plan.name} is not ready:\n${this.log}`);
      await sleep(100);
    }
  }

  /** Ends it: SIGKILL as a crash would, SIGTERM as a deployment. */
  async end(signal: 'SIGKILL' | 'SIGTERM' = 'SIGTERM'): Promise<void> {
    const child = this.#process;
    this.#process = null;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    const hard = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
    await ended;
    clearTimeout(hard);
  }

  killNow(): void {
    this.#process?.kill('SIGKILL');
  }
}
