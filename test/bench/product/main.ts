import { Launched } from './launcher.js';
import { memoryOf } from './memory.js';
import { measureOperations } from './operations.js';
import { measurePages } from './pages.js';

const print = (line = ''): boolean => process.stdout.write(`${line}\n`);
const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;

/** The product's own cost on this machine: starts, memory, the ten operations, the first page. Nothing here is asserted. */
export async function benchProduct(): Promise<void> {
  const installation = await Launched.prepare();
  try {
    print('## Khởi động / start');
    print(`first start with an empty database: ${seconds(await installation.start())}   (bar 90 s)`);
    await installation.stop();
    print(`second start: ${seconds(await installation.start())}   (bar 20 s)`);

    await new Promise((resolve) => setTimeout(resolve, 8_000));
    const processes = memoryOf(installation.pid);
    print('\n## Bộ nhớ khi nghỉ / idle memory (PSS)');
    for (const [name, parts] of Map.groupBy(processes, (p) => p.name))
      print(
        `${name.padEnd(16)} ${parts
          .reduce((sum, p) => sum + p.megabytes, 0)
          .toFixed(0)
          .padStart(6)} MB`,
      );
    print(
      `${'all'.padEnd(16)} ${processes
        .reduce((sum, p) => sum + p.megabytes, 0)
        .toFixed(0)
        .padStart(6)} MB   (bar 1200 MB)`,
    );

    print('\n## Mười câu hỏi của hợp đồng / the ten operations of the contract');
    print('operation       caller  statements   bytes  first ms  median ms  errors');
    for (const cost of await measureOperations(installation)) {
      print(
        `${cost.name.padEnd(15)} ${cost.caller.padEnd(7)} ${String(cost.statements).padStart(10)} ${String(cost.bytes).padStart(7)} ${cost.first.toFixed(1).padStart(9)} ${cost.median.toFixed(1).padStart(10)} ${String(cost.errors).padStart(7)}`,
      );
    }

    print('\n## Trang đầu / first page');
    for (const page of await measurePages(installation.host))
      print(
        `${page.name.padEnd(24)} ${page.requests} requests, ${page.kilobytes.toFixed(0)} kB, ${page.milliseconds.toFixed(0)} ms to the first heading`,
      );
  } finally {
    await installation.remove();
  }
}
