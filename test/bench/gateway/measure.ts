import { isDeepStrictEqual } from 'node:util';
import { cpuOf, memoryOf, type Child } from './children.js';
import type { LoadOrder, LoadResult } from './load.main.js';
import { requestBody, SIZES, type Size } from './shop.js';
import type { Variant } from './variants.js';

export interface Pace {
  rounds: number;
  roundMs: number;
  warmUpMs: number;
  warmUp: Record<Size, number>;
  connections: number;
}

export interface Running {
  variant: Variant;
  child: Child;
}

/** One round of one variant with one operation. */
export interface Sample {
  cpuMs: number;
  rps: number;
  p50: number;
  p99: number;
}

export interface Figures extends Sample {
  same: boolean;
  failures: number;
}
export type Table = Map<string, { figures: Map<Size, Figures>; megabytes: number | null }>;

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Everything runs at once and is loaded in turn, A B C … C B A: what else happens on the machine happens to all. */
export async function measureAll(running: readonly Running[], load: Child, pace: Pace, tell: (text: string) => void): Promise<Table> {
  const table: Table = new Map(running.map(({ variant }) => [variant.id, { figures: new Map(), megabytes: null }]));
  for (const size of SIZES) {
    const expected = await answerOf(running.find(({ variant }) => variant.id === 'monolith') ?? running[0]!, size);
    const samples = new Map<string, Sample[]>(running.map(({ variant }) => [variant.id, []]));
    const failures = new Map<string, number>();
    for (const one of running)
      await drive(load, one, { size, ms: pace.warmUpMs, connections: pace.connections, atLeast: pace.warmUp[size] });
    for (let round = 0; round < pace.rounds; round += 1) {
      for (const one of round % 2 === 0 ? running : running.toReversed()) {
        const { sample, failed } = await sampleOf(load, one, size, pace);
        samples.get(one.variant.id)!.push(sample);
        failures.set(one.variant.id, (failures.get(one.variant.id) ?? 0) + failed);
      }
      tell(`${size}: round ${round + 1} of ${pace.rounds}`);
    }
    for (const one of running) {
      const own = samples.get(one.variant.id)!;
      const of = (key: keyof Sample): number => median(own.map((sample) => sample[key]));
      const same = isDeepStrictEqual(await answerOf(one, size), expected);
      table.get(one.variant.id)!.figures.set(size, {
        cpuMs: of('cpuMs'),
        rps: of('rps'),
        p50: of('p50'),
        p99: of('p99'),
        same,
        failures: failures.get(one.variant.id)!,
      });
    }
  }
  for (const { variant, child } of running) table.get(variant.id)!.megabytes = memoryOf(child.process.pid!);
  return table;
}

async function sampleOf(load: Child, one: Running, size: Size, pace: Pace): Promise<{ sample: Sample; failed: number }> {
  const before = cpuOf(one.child.process.pid!);
  const result = await drive(load, one, { size, ms: pace.roundMs, connections: pace.connections });
  const after = cpuOf(one.child.process.pid!);
  const cpuMs = before === null || after === null ? Number.NaN : (after - before) / result.requests;
  return { sample: { cpuMs, rps: result.requests / result.seconds, p50: result.p50, p99: result.p99 }, failed: result.failures };
}

function drive(
  load: Child,
  { variant, child }: Running,
  { size, ...order }: { size: Size } & Pick<LoadOrder, 'ms' | 'connections' | 'atLeast'>,
): Promise<LoadResult> {
  return new Promise((resolve) => {
    load.process.once('message', (result) => resolve(result as LoadResult));
    load.process.send({ port: child.port, path: variant.path, body: requestBody(size), ...order } satisfies LoadOrder);
  });
}

async function answerOf({ variant, child }: Running, size: Size): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${child.port}${variant.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: requestBody(size),
  });
  return ((await response.json()) as { data?: unknown }).data;
}
