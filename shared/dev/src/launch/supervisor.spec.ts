import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { freePort } from '../postgres/free-port.js';
import { Supervised } from './supervisor.js';

const SERVER = `
import { createServer } from 'node:http';
createServer((request, response) => response.end(String(process.pid))).listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
`;

describe('a supervised process', () => {
  let folder: string;
  let port: number;
  let supervised: Supervised;
  const restarted = vi.fn();
  const hopeless = vi.fn();

  beforeEach(async () => {
    vi.clearAllMocks();
    folder = mkdtempSync(join(tmpdir(), 'supervised-'));
    port = await freePort();
  });

  afterEach(async () => {
    await supervised.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  function supervise(source: string): void {
    const entry = join(folder, 'main.mjs');
    writeFileSync(entry, source);
    supervised = new Supervised({ name: 'awards', entry, port, environment: () => ({ PORT: String(port) }) }, join(folder, 'logs'), {
      restarted,
      hopeless,
    });
    supervised.start();
  }

  const pid = async (): Promise<number> => Number(await (await fetch(`http://127.0.0.1:${port}`)).text());
  const ready = (): Promise<void> => vi.waitFor(async () => expect(await supervised.ready()).toBe(true), { timeout: 20_000, interval: 50 });

  it('comes back on the same port after kill -9', async () => {
    supervise(SERVER);
    await ready();
    const first = await pid();
    process.kill(first, 'SIGKILL');
    await vi.waitFor(() => expect(restarted).toHaveBeenCalledWith('awards', 'SIGKILL'), { timeout: 20_000 });
    await ready();
    expect(await pid()).not.toBe(first);
  });

  it('is not started again once it was told to stop', async () => {
    supervise(SERVER);
    await ready();
    await supervised.stop();
    expect(await supervised.ready()).toBe(false);
    expect(restarted).not.toHaveBeenCalled();
  });

  it('is given up with its last words when it never became ready', async () => {
    supervise(`console.error('the database is not mine'); process.exit(3);`);
    await vi.waitFor(() => expect(hopeless).toHaveBeenCalledTimes(1), { timeout: 30_000 });
    expect(hopeless.mock.calls[0]?.[1]).toContain('the database is not mine');
    expect(restarted).toHaveBeenCalledTimes(3);
    expect(readFileSync(join(folder, 'logs', 'awards.log'), 'utf8').match(/not mine/g)).toHaveLength(4);
  });
});
