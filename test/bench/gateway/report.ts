import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { chart } from './chart.js';
import { pinning, root } from './children.js';
import type { Pace, Table } from './measure.js';
import { SIZES, type Size } from './shop.js';
import { VARIANTS, type Variant } from './variants.js';

const times = (value: number): string => (Number.isFinite(value) ? value.toFixed(value < 0.1 ? 3 : value < 10 ? 2 : 0) : '—');

export interface Outcome {
  table: Table;
  absent: ReadonlyMap<string, string>;
  pace: Pace;
  quick: boolean;
  write: boolean;
}

/** Writes docs/benchmarks/gateway.md and a chart for each size. @returns the table as text */
export function report({ table, absent, pace, quick, write }: Outcome): string {
  const folder = `${root}docs/benchmarks/`;
  const measured = VARIANTS.filter((variant) => table.has(variant.id));
  const text = rows(table, measured);
  if (!write) return `${text}\n\n${[...distances(table), ...everythingOn(table), ...tails(table)].join('\n')}`;
  mkdirSync(folder, { recursive: true });
  for (const size of SIZES) {
    const bars = measured
      .map((v) => ({ title: v.title.replace(/ \(.*/, ''), value: ratio(table, v, size, 'cpuMs'), isOurs: v.id.startsWith('ours') }))
      .filter((bar) => Number.isFinite(bar.value));
    if (bars.length > 0)
      writeFileSync(
        `${folder}gateway-${size}.svg`,
        chart(`CPU per request, ${size} query`, 'stock = 1, shorter is better, logarithmic', bars),
      );
  }
  writeFileSync(`${folder}gateway.md`, page(text, table, absent, pace, quick));
  return text;
}

function rows(table: Table, variants: readonly Variant[]): string {
  const head =
    '| variant | small CPU / rps / p50 / p99 | medium CPU / rps / p50 / p99 | large CPU / rps / p50 / p99 | MB |\n|---|---|---|---|---|';
  return [
    head,
    ...variants.map((variant) => {
      const cells = SIZES.map((size) => {
        const { same, failures } = table.get(variant.id)!.figures.get(size)!;
        const wrong = failures > 0 ? ` (${failures} not 200)` : same ? '' : ' (other data)';
        return `${(['cpuMs', 'rps', 'p50', 'p99'] as const).map((key) => times(ratio(table, variant, size, key))).join(' / ')}${wrong}`;
      });
      return `| ${variant.title} | ${cells.join(' | ')} | ${times(table.get(variant.id)!.megabytes ?? Number.NaN)} |`;
    }),
  ].join('\n');
}

function ratio(table: Table, variant: Variant, size: Size, key: 'cpuMs' | 'rps' | 'p50' | 'p99'): number {
  return table.get(variant.id)!.figures.get(size)![key] / table.get(VARIANTS[0]!.id)!.figures.get(size)![key];
}

/** Whom ours is compared with, and how many times less CPU it aims at. */
const AIMS: readonly { id: string; than: string; aim: number | null }[] = [
  { id: 'stock', than: 'stock', aim: 10 },
  { id: 'hive-rust', than: 'Hive Gateway with the Rust planner', aim: 3 },
  { id: 'hive-js', than: 'Hive Gateway with the JS planner', aim: 3 },
  { id: 'mercurius', than: 'Mercurius', aim: 1 },
  { id: 'monolith', than: 'a monolith under the same server', aim: 1 },
  { id: 'bytes', than: 'ready bytes (what is left to gain)', aim: null },
];

function distances(table: Table): string[] {
  const own = table.get('ours')?.figures;
  if (!own) return [];
  return AIMS.flatMap(({ id, than, aim }) => {
    const other = table.get(id)?.figures;
    if (!other) return [];
    const less = SIZES.map((size) => ({ size, value: other.get(size)!.cpuMs / own.get(size)!.cpuMs }));
    const short = aim === null ? [] : less.filter(({ value }) => value < aim).map(({ size }) => size);
    const told = aim === null ? '' : `; the aim is ${aim}: ${short.length === 0 ? 'reached' : `**not reached for ${short.join(', ')}**`}`;
    return [`- ${less.map(({ value }) => times(value)).join(' / ')} times less CPU (small / medium / large) than ${than}${told}.`];
  });
}

/** What signed tokens, permissions, limits, cost, usage counting, tracing and the cache cost; our own standard is 15 %. */
function everythingOn(table: Table): string[] {
  const [bare, full] = [table.get('ours')?.figures, table.get('ours-full')?.figures];
  if (!bare || !full) return [];
  const more = SIZES.map((size) => ({ size, percent: Math.round((full.get(size)!.cpuMs / bare.get(size)!.cpuMs - 1) * 100) }));
  const beyond = more.filter(({ percent }) => percent > 15).map(({ size }) => size);
  const told = beyond.length === 0 ? 'reached' : `**not reached for ${beyond.join(', ')}**`;
  return [
    `- With everything on ours uses ${more.map(({ percent }) => `${percent} %`).join(' / ')} more CPU than bare; the aim is at most 15 %: ${told}.`,
  ];
}

/** The peer whose slowest hundredth is fastest, and ours beside it. */
function tails(table: Table): string[] {
  const own = table.get('ours')?.figures;
  if (!own) return [];
  const peers = AIMS.filter(({ aim }) => aim !== null).flatMap(({ id, than }) =>
    table.has(id) ? [{ than, figures: table.get(id)!.figures }] : [],
  );
  if (peers.length === 0) return [];
  const words = SIZES.map((size) => {
    const best = peers.toSorted((a, b) => a.figures.get(size)!.p99 - b.figures.get(size)!.p99)[0]!;
    const ratio_ = own.get(size)!.p99 / best.figures.get(size)!.p99;
    return `${size}: ${times(ratio_)} of ${best.than}${ratio_ > 1 ? ' (**not reached**)' : ''}`;
  });
  return [`- p99 under this load beside the best peer, which it shall not exceed: ${words.join('; ')}.`];
}

function page(text: string, table: Table, absent: ReadonlyMap<string, string>, pace: Pace, quick: boolean): string {
  const apollo = (name: string): string =>
    (JSON.parse(readFileSync(`${root}node_modules/@apollo/${name}/package.json`, 'utf8')) as { version: string }).version;
  return `# The gateway beside its peers

Written by \`npm run bench -- gateway${quick ? ' --quick' : ''}\` on ${new Date().toISOString().slice(0, 10)}; run it again on your machine.

${text}

Multiples of stock (CPU ${SIZES.map((size) => table.get(VARIANTS[0]!.id)!.figures.get(size)!.cpuMs.toFixed(2)).join(' / ')} ms per request); CPU, p50, p99: lower is better, rps: higher is better. **CPU per request is the column to trust**; p99 is the least.

${[...distances(table), ...everythingOn(table), ...tails(table)].join('\n')}

![small](gateway-small.svg)
![medium](gateway-medium.svg)
![large](gateway-large.svg)

## How it was measured

- ${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, ${process.platform}, Node ${process.versions.node}. The machine was shared: only ratios count.
- Everything runs at once and is loaded in turn (A B C … C B A): ${pace.rounds} rounds of ${pace.roundMs / 1000} s after a warm-up of at least ${pace.warmUpMs / 1000} s and 6000 / 3000 / 1000 requests (a third of it with \`--quick\`), medians, ${pace.connections} connections, loopback${pinning() ? '; what is measured on core 0, subgraphs and load on core 1' : ''}. CPU from /proc/<pid>/stat, user and system time.
- The subgraphs answer from ready bytes, so that the gateway is what limits. The supergraph is that of the public benchmarks (accounts, inventory, products, reviews), with entities that mostly differ. small = one entity of one subgraph; medium = four fetches with an \`@requires\`; large = the public TestQuery. The same bytes are asked again and again: document and plan caches are warm everywhere; no answer is cached anywhere (Hive's in-flight sharing is off, ours joins only reads that have not been sent).
- @apollo/server ${apollo('server')}, @apollo/gateway ${apollo('gateway')}. Peers are installed beside the product at the time of measurement. Ours runs alone, without sign-in and field permissions, with its limits and request ids; "everything on" is a full gateway: RS256 tokens of an issuer, roles, field permissions, cost and budgets, usage counted into PostgreSQL, a signed word on the caller and W3C trace context to each subgraph, the response cache on (nothing of these answers may be kept). Its requests carry a token and a trace of together 900 bytes; reading these alone is about half of what it costs more on small.
- MB is the resident memory at the end, all variants after the same load. Of ours some 45 MB are Node, 80 MB libraries (the planner above all), the rest is what V8 lets grow before it collects; nothing of it grows with time. (Earlier figures of 550 MB came from libraries of the subgraphs' kit that the gateway loaded without need, a TypeScript loader, and the stock executor beside ours.)
- "other data": its answer differs from the monolith's; its figures say little then.
${[...absent].map(([title, reason]) => `- Not measured: ${title}: ${reason}`).join('\n')}
`;
}
