import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BusinessClock } from './clock.js';
import type { DatabaseServer } from './database.js';
import type { Installation, ProcessName } from './processes.js';
import { planProcess } from './processes.js';
import { done, note } from './say.js';
import { Supervised } from './supervisor.js';

const POLL_MS = 120;
const TELL_EVERY_MS = 15_000;
const READY_WITHIN_MS = 10 * 60_000;
const RESET_POLL_MS = 500;

/** The running processes of an installation. */
export class Platform {
  private readonly processes: Supervised[];
  private failure: Error | undefined;
  private resets: NodeJS.Timeout | undefined;

  constructor(
    private readonly installation: Installation,
    names: readonly ProcessName[],
    private readonly server: DatabaseServer,
    private readonly clock: BusinessClock,
  ) {
    const plans = names.map((name) => planProcess(name, installation));
    const missing = plans.filter((plan) => !existsSync(plan.entry)).map((plan) => plan.name);
    if (missing.length > 0) throw new Error(`Chưa được dựng / Not built: ${missing.join(', ')}; npm run build`);
    const events = {
      restarted: (name: ProcessName, reason: string) => note(`${name} đã dừng (${reason}), đang khởi động lại / ended, starting again`),
      hopeless: (name: ProcessName, lastWords: string) => {
        this.failure ??= new Error(`${name} không khởi động được / does not start:\n${lastWords}`);
      },
    };
    this.processes = plans.map((plan) => new Supervised(plan, join(installation.folder, 'logs'), events));
  }

  /** Starts all and waits until each answers that it can work, the demo included. */
  async start(): Promise<void> {
    this.failure = undefined;
    for (const process of this.processes) process.start();
    const waiting = new Set(this.processes);
    const began = Date.now();
    for (let told = began; waiting.size > 0; await sleep(POLL_MS)) {
      if (this.failure) throw this.failure;
      const ready = await Promise.all([...waiting].map(async (process) => ((await process.ready()) ? process : null)));
      for (const process of ready) if (process) this.report(process, waiting, began);
      if (Date.now() - told > TELL_EVERY_MS) {
        told = Date.now();
        note(`đang chờ / waiting for: ${names(waiting)}`);
      }
      if (Date.now() - began > READY_WITHIN_MS) throw new Error(`Quá lâu chưa sẵn sàng / Not ready in time: ${names(waiting)}`);
    }
  }

  /** Stops the doors first, then what stands behind them. */
  async stop(): Promise<void> {
    clearInterval(this.resets);
    const behind = this.processes.filter(({ plan }) => plan.name !== 'host' && plan.name !== 'gateway');
    await Promise.all(this.processes.filter((process) => !behind.includes(process)).map((process) => process.stop()));
    await Promise.all(behind.map((process) => process.stop()));
  }

  /** Empties the demo province, sets its clock back and loads it again. */
  async reset(): Promise<void> {
    await this.stop();
    await this.server.emptySubgraphs();
    this.clock.reset();
    await this.start();
  }

  /** `npm run demo:reset` beside a running system asks by a file, which is removed when the demo stands again. */
  obeyResets(failed: (error: unknown) => void): void {
    const request = resetRequest(this.installation.folder);
    rmSync(request, { force: true });
    this.resets = setInterval(() => {
      if (!existsSync(request)) return;
      clearInterval(this.resets);
      note('đang nạp lại tỉnh mẫu / reloading the demo province');
      this.reset().then(() => this.obeyResets(failed), failed);
    }, RESET_POLL_MS);
  }

  private report(process: Supervised, waiting: Set<Supervised>, began: number): void {
    waiting.delete(process);
    done(process.plan.name.padEnd(14), `:${process.plan.port}  ${((Date.now() - began) / 1000).toFixed(1)} s`);
  }
}

/** File whose presence asks a running launcher to reload the demo. */
export function resetRequest(folder: string): string {
  return join(folder, 'reset.request');
}

function names(processes: Iterable<Supervised>): string {
  return [...processes].map((process) => process.plan.name).join(', ');
}
