import { spawn } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { runningLauncher } from '../launch/lock.js';
import { resetRequest } from '../launch/platform.js';
import { SUBGRAPHS } from '../launch/processes.js';
import { done, note, trouble } from '../launch/say.js';
import { dataFolder } from '../postgres/data-folder.js';

/** `npm run demo:reset`: empties and reloads the demo province, in the running system if there is one. */
const folder = dataFolder();
const launcher = runningLauncher(folder);
if (launcher) await askRunning(launcher.pid);
else await runOnce();

async function askRunning(pid: number): Promise<void> {
  const request = resetRequest(folder);
  writeFileSync(request, '');
  note('đang nạp lại tỉnh mẫu trong hệ thống đang chạy / reloading in the running system');
  while (existsSync(request)) {
    if (runningLauncher(folder)?.pid !== pid) {
      trouble('Hệ thống đã dừng giữa chừng; hãy chạy lại npm run demo:reset / The system stopped meanwhile: run npm run demo:reset again.');
      process.exit(1);
    }
    await sleep(200);
  }
  done('Tỉnh mẫu đã được nạp lại / The demo province is loaded again');
}

async function runOnce(): Promise<void> {
  const start = fileURLToPath(new URL('../start.js', import.meta.url));
  const child = spawn(process.execPath, [start, '--reset', '--once', '--only', SUBGRAPHS.join(',')], { stdio: 'inherit' });
  process.exitCode = await new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
}
