import { composeServices } from '@apollo/composition';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { AROUND, cpuOf, here, MEASURED, pinning, root, start, type Child } from '../children.js';
import { installPeer, versionsOf } from '../installed-peers.js';
import { SERVICES } from '../shop.js';
import type { ReadOrder, ReadResult } from './readers.main.js';
import { liveDocumentOf, SUBSCRIPTION } from './shop.js';

interface Pace {
  rounds: number;
  warmUpMs: number;
  ms: number;
}

const FULL: Pace = { rounds: 4, warmUpMs: 2_000, ms: 4_000 };
const QUICK: Pace = { rounds: 2, warmUpMs: 1_000, ms: 2_000 };
const READERS = 20;
const EVERY_MS = 25;

interface Variant {
  id: string;
  title: string;
  launch(supergraph: string): Promise<Child>;
}

const hive = async (supergraph: string, planner: string): Promise<Child> => {
  const { folder, script } = await installPeer('hive');
  return start({ file: script, cwd: folder, core: MEASURED, env: { SUPERGRAPH: supergraph, PLANNER: planner } });
};

const VARIANTS: readonly Variant[] = [
  {
    id: 'ours',
    title: 'ours: one line to the subgraph, each event completed and written once',
    launch: (supergraph) => start({ file: `${here}peers/ours.main.mjs`, core: MEASURED, env: { SUPERGRAPH: supergraph } }),
  },
  {
    id: 'hive-js',
    title: `Hive Gateway, JS planner (${versionsOf('hive').split(', ')[0]})`,
    launch: (supergraph) => hive(supergraph, 'js'),
  },
  {
    id: 'hive-rust',
    title: `Hive Gateway, Rust planner (${versionsOf('hive').split(', ')[1]})`,
    launch: (supergraph) => hive(supergraph, 'rust'),
  },
];

/** All readers ask the same, or each something of his own (another name is another operation to everybody). */
const CASES = ['shared', 'apart'] as const;
type Case = (typeof CASES)[number];
const bodiesOf = (which: Case): string[] =>
  Array.from({ length: READERS }, (_, n) =>
    JSON.stringify({ query: which === 'shared' ? SUBSCRIPTION : SUBSCRIPTION.replace('subscription', `subscription Reader${n}`) }),
  );

interface Figure {
  cpuMs: number;
  eventsPerSecond: number;
  same: boolean;
}
type Figures = Record<Case, Figure>;

/** CPU per delivered event of a subscription that many read: every event is completed by three subgraphs. */
export async function benchLive({ quick, tell }: { quick: boolean; tell: (text: string) => void }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-bench-live-'));
  const children: Child[] = [];
  const keep = async (starting: Promise<Child>): Promise<Child> => {
    const child = await starting;
    children.push(child);
    return child;
  };
  try {
    const subgraphs = await keep(start({ file: `${here}live/subgraphs.main.ts`, core: AROUND, env: { EVERY_MS: String(EVERY_MS) } }));
    const supergraph = join(folder, 'supergraph.graphql');
    writeFileSync(
      supergraph,
      compose((service) => `http://127.0.0.1:${subgraphs.port}/${service}`),
    );
    const readers = await keep(start({ file: `${here}live/readers.main.ts`, core: AROUND, ipc: true }));
    const running = new Map<Variant, Child>();
    const absent: string[] = [];
    for (const variant of VARIANTS) {
      try {
        running.set(variant, await keep(variant.launch(supergraph)));
      } catch (error) {
        absent.push(`${variant.title}: ${(error as Error).message.split('\n')[0]}`);
      }
    }
    const pace = quick ? QUICK : FULL;
    const figures = await measure(running, readers, pace, tell);
    const text = table(figures);
    process.stdout.write(`${text}\n${absent.map((line) => `absent: ${line}`).join('\n')}\n`);
    if (!quick && absent.length === 0) write(text, figures, pace);
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Interleaved, A B C … C B A: what else happens on the machine happens to all. */
async function measure(
  running: Map<Variant, Child>,
  readers: Child,
  pace: Pace,
  tell: (text: string) => void,
): Promise<Map<Variant, Figures>> {
  const samples = new Map<Variant, Record<Case, Sample[]>>([...running.keys()].map((v) => [v, { shared: [], apart: [] }]));
  for (const which of CASES) {
    for (let round = 0; round < pace.rounds; round += 1) {
      const order = [...running];
      for (const [variant, child] of round % 2 === 0 ? order : order.toReversed()) {
        samples.get(variant)![which].push(await sampleOf(readers, child, which, pace));
        tell(`${which}, round ${round + 1}: ${variant.id}`);
      }
    }
  }
  const expected = samples.get(VARIANTS[0]!)?.shared[0]?.data;
  const figure = (own: Sample[]): Figure => ({
    cpuMs: median(own.map(({ cpuMs }) => cpuMs)),
    eventsPerSecond: median(own.map(({ eventsPerSecond }) => eventsPerSecond)),
    same: own.every(({ data }) => sameShape(data, expected)),
  });
  return new Map([...samples].map(([variant, { shared, apart }]) => [variant, { shared: figure(shared), apart: figure(apart) }]));
}

interface Sample {
  cpuMs: number;
  eventsPerSecond: number;
  data: unknown;
}

async function sampleOf(readers: Child, { process: own, port }: Child, which: Case, { warmUpMs, ms }: Pace): Promise<Sample> {
  const order: ReadOrder = { port, path: '/graphql', bodies: bodiesOf(which), warmUpMs, ms };
  let before: number | null = null;
  const result = await new Promise<ReadResult>((resolve) => {
    const listen = (message: unknown): void => {
      if (message === 'begin') return void (before = cpuOf(own.pid!));
      readers.process.off('message', listen);
      resolve(message as ReadResult);
    };
    readers.process.on('message', listen);
    readers.process.send(order);
  });
  const after = cpuOf(own.pid!);
  const cpuMs = before === null || after === null ? Number.NaN : (after - before) / result.events;
  await new Promise((resolve) => setTimeout(resolve, 500)); // lines close
  return {
    cpuMs,
    eventsPerSecond: result.events / result.seconds,
    data: result.sample ? (JSON.parse(result.sample) as { data: unknown }).data : null,
  };
}

/** Events of different products: what must be equal is everything but the values. */
function sameShape(one: unknown, other: unknown): boolean {
  const shape = (value: unknown): unknown =>
    Array.isArray(value)
      ? [...new Set(value.map((item) => JSON.stringify(shape(item))))].toSorted()
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(
            Object.keys(value)
              .toSorted()
              .map((key) => [key, shape((value as Record<string, unknown>)[key])]),
          )
        : value === null
          ? null
          : typeof value;
  return isDeepStrictEqual(shape(one), shape(other));
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

function bestOfHive(figures: Map<Variant, Figures>, which: Case): number {
  return Math.min(...[...figures].flatMap(([{ id }, own]) => (id.startsWith('hive') ? [own[which].cpuMs] : [])));
}

function table(figures: Map<Variant, Figures>): string {
  const cell = (own: Figures, which: Case): string => {
    const { cpuMs, eventsPerSecond, same } = own[which];
    const times = (cpuMs / bestOfHive(figures, which)).toFixed(2);
    return `${(cpuMs * 1_000).toFixed(0)} µs / ${times} / ${eventsPerSecond.toFixed(0)}${same ? '' : ' (other data)'}`;
  };
  const rows = [...figures].map(([{ title }, own]) => `| ${title} | ${cell(own, 'shared')} | ${cell(own, 'apart')} |`);
  return ['| gateway | all ask the same: CPU / × best of Hive / events per s | each asks his own |', '|---|---|---|', ...rows].join('\n');
}

function write(text: string, figures: Map<Variant, Figures>, pace: Pace): void {
  const ours = figures.get(VARIANTS[0]!)!;
  const times = (which: Case): string => (ours[which].cpuMs / bestOfHive(figures, which)).toFixed(2);
  mkdirSync(`${root}docs/benchmarks/`, { recursive: true });
  writeFileSync(
    `${root}docs/benchmarks/gateway-live.md`,
    `# Subscriptions: CPU per delivered event

${READERS} readers over server-sent events, an event every ${EVERY_MS} ms for each, every event completed by fetches from three other subgraphs.
${pace.rounds} interleaved rounds of ${pace.ms / 1_000} s after ${pace.warmUpMs / 1_000} s, medians; ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.versions.node}${pinning() ? ', the gateway on one core, everything else on the other' : ''}.

${text}

Ours: ${times('shared')} of the CPU of Hive's best where all ask the same (the aim is at most 0.25): one line to the subgraph, one completion, one text for all of them.
Where each reader asks something of his own (an inbox), nothing can be shared, an event costs what a question costs, and it is ${times('apart')}.
Fewer events per second than ${(READERS * 1_000) / EVERY_MS} mean that the machine was busy, mostly with the subgraphs' share of the work. Made by \`npm run bench -- gateway --live\`;
only ratios of one table count.
`,
  );
}

function compose(addressOf: (service: string) => string): string {
  const composed = composeServices(SERVICES.map((name) => ({ name, url: addressOf(name), typeDefs: liveDocumentOf(name) })));
  if (composed.errors) throw new Error(composed.errors.map((error) => error.message).join('\n'));
  return composed.supergraphSdl;
}
