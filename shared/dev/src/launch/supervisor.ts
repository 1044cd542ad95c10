import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { ProcessName, ProcessPlan } from './processes.js';

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 10_000;
/** A process that ran this long is healthy again: its next crash is answered at once. */
const STABLE_MS = 30_000;
const GRACE_MS = 5_000;
/** So many ends before the first readiness mean that it cannot start at all. */
const HOPELESS = 4;
const LOG_LIMIT = 10 * 1024 * 1024;

export interface SupervisorEvents {
  restarted(name: ProcessName, reason: string): void;
  hopeless(name: ProcessName, lastWords: string): void;
}

/** Keeps one process running: starts it again with growing pauses when it ends, until it is told to stop. */
export class Supervised {
  private child: ChildProcess | undefined;
  private stopping = false;
  private wasReady = false;
  private failures = 0;
  private pause = FIRST_WAIT_MS;
  private readonly log: string;

  constructor(
    readonly plan: ProcessPlan,
    logs: string,
    private readonly events: SupervisorEvents,
  ) {
    mkdirSync(logs, { recursive: true });
    this.log = join(logs, `${plan.name}.log`);
  }

  start(): void {
    rotate(this.log);
    this.stopping = false;
    this.wasReady = false;
    this.failures = 0;
    this.pause = FIRST_WAIT_MS;
    this.spawn();
  }

  /** True when the process answers that it can work. */
  async ready(): Promise<boolean> {
    try {
      const answer = await fetch(`http://127.0.0.1:${this.plan.port}/health/ready`, { signal: AbortSignal.timeout(5_000) });
      await answer.body?.cancel();
      if (answer.ok) this.wasReady = true;
      return answer.ok;
    } catch {
      return false;
    }
  }

  /** Asks the process to finish and waits; after five seconds it is killed. */
  async stop(): Promise<void> {
    this.stopping = true;
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    await Promise.race([ended, sleep(GRACE_MS)]);
    child.kill('SIGKILL');
    await ended;
  }

  private spawn(): void {
    const output = openSync(this.log, 'a', 0o600);
    const started = Date.now();
    const watch = fileURLToPath(new URL(`parent-watch${extname(import.meta.url)}`, import.meta.url));
    const child = spawn(process.execPath, ['--import', watch, this.plan.entry], {
      cwd: dirname(dirname(this.plan.entry)),
      env: this.plan.environment(),
      // Its own group: Ctrl-C reaches the launcher alone, which then stops all in order. The channel ends it with the launcher.
      detached: process.platform !== 'win32',
      stdio: ['ignore', output, output, 'ipc'],
    });
    closeSync(output);
    this.child = child;
    child.once('error', () => undefined);
    child.once('exit', (code, signal) => void this.ended(Date.now() - started, signal ?? `exit ${code ?? ''}`));
  }

  private async ended(ranMs: number, reason: string): Promise<void> {
    if (this.stopping) return;
    if (!this.wasReady && ++this.failures >= HOPELESS) return this.events.hopeless(this.plan.name, lastLines(this.log));
    if (ranMs >= STABLE_MS) this.pause = FIRST_WAIT_MS;
    this.events.restarted(this.plan.name, reason);
    await sleep(this.pause);
    this.pause = Math.min(this.pause * 2, LONGEST_WAIT_MS);
    if (!this.stopping) this.spawn();
  }
}

function rotate(log: string): void {
  const size = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(log, `${log}.1`);
}

function lastLines(log: string): string {
  return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-12).join('\n');
}
