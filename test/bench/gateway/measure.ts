import { isDeepStrictEqual } from 'node:util';
import { cpuOf, memoryOf, type Child } from './children.js';
import type { LoadOrder, LoadResult } from './load.main.js';

export interface Pace {
  rounds: number;
  roundMs: number;
  warmUpMs: number;
  connections: number;
}

/** What is asked, again and again. */
export interface Question {
  id: string;
  body: string;
  /** Requests of the warm-up. */
  atLeast: number;
}

export interface Running {
  id: string;
  /** Where its graph is. */
  path: string;
  child: Child;
  /** Sent with every request: who asks. */
  headers?: Readonly<Record<string, string>>;
}

/** One round of one variant with one question. */
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
/** Figures by variant and question. */
export type Table = Map<string, { figures: Map<string, Figures>; megabytes: number | null }>;

export interface Measurement {
  running: readonly Running[];
  questions: readonly Question[];
  /** Whose answers are taken as right. */
  reference: string;
  load: Child;
  pace: Pace;
  tell: (text: string) => void;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Everything runs at once and is loaded in turn, A B C … C B A: what else happens on the machine happens to all. */
export async function measureAll(measurement: Measurement): Promise<Table> {
  const { running, questions, tell } = measurement;
  const table: Table = new Map(running.map(({ id }) => [id, { figures: new Map(), megabytes: null }]));
  for (const question of questions) {
    for (const [id, figures] of await measureOne(measurement, question)) table.get(id)!.figures.set(question.id, figures);
    tell(`${question.id}: done`);
  }
  for (const { id, child } of running) table.get(id)!.megabytes = memoryOf(child.process.pid!);
  return table;
}

async function measureOne({ running, reference, load, pace }: Measurement, question: Question): Promise<Map<string, Figures>> {
  const expected = await answerOf(running.find(({ id }) => id === reference) ?? running[0]!, question);
  const samples = new Map<string, { sample: Sample; failed: number }[]>(running.map(({ id }) => [id, []]));
  for (const one of running)
    await drive(load, one, question, { ms: pace.warmUpMs, connections: pace.connections, atLeast: question.atLeast });
  for (let round = 0; round < pace.rounds; round += 1) {
    for (const one of round % 2 === 0 ? running : running.toReversed())
      samples.get(one.id)!.push(await sampleOf(load, one, question, pace));
  }
  const figures = new Map<string, Figures>();
  for (const one of running) {
    const own = samples.get(one.id)!;
    const of = (key: keyof Sample): number => median(own.map(({ sample }) => sample[key]));
    figures.set(one.id, {
      cpuMs: of('cpuMs'),
      rps: of('rps'),
      p50: of('p50'),
      p99: of('p99'),
      same: isDeepStrictEqual(await answerOf(one, question), expected),
      failures: own.reduce((sum, { failed }) => sum + failed, 0),
    });
  }
  return figures;
}

async function sampleOf(load: Child, one: Running, question: Question, pace: Pace): Promise<{ sample: Sample; failed: number }> {
  const before = cpuOf(one.child.process.pid!);
  const result = await drive(load, one, question, { ms: pace.roundMs, connections: pace.connections });
  const after = cpuOf(one.child.process.pid!);
  const cpuMs = before === null || after === null ? Number.NaN : (after - before) / result.requests;
  return { sample: { cpuMs, rps: result.requests / result.seconds, p50: result.p50, p99: result.p99 }, failed: result.failures };
}

function drive(
  load: Child,
  { child, path, headers = {} }: Running,
  { body }: Question,
  order: Pick<LoadOrder, 'ms' | 'connections' | 'atLeast'>,
): Promise<LoadResult> {
  return new Promise((resolve) => {
    load.process.once('message', (result) => resolve(result as LoadResult));
    load.process.send({ port: child.port, path, body, headers, ...order } satisfies LoadOrder);
  });
}

async function answerOf({ child, path, headers = {} }: Running, { body }: Question): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${child.port}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/json', ...headers },
    body,
  });
  const answer = (await response.json()) as { data?: unknown; errors?: unknown };
  return answer.data ?? answer;
}
