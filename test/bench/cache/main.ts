import { naturalId } from '@thidua/contracts';
import { spawnGraph, type SpawnedGraph } from '@thidua/testing/spawn';
import { Kind, parse, print } from 'graphql';
import { readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { cpuSoFar, type Cpu } from './cpu.js';

const CONNECTIONS = 16;
const SECONDS = 4;
const ROUNDS = 3;

interface Question {
  name: string;
  who: string | null;
  body: string;
  /** A write that the answer rests on. */
  write: { database: 'campaigns' | 'awards'; sql: string };
}

interface Figures extends Cpu {
  rps: number;
  median: number;
  statements: number;
}

/** `npm run bench -- cache [operation…]`: what kept answers save, and what a write costs them. */
export async function benchCache(only: readonly string[]): Promise<void> {
  const graph = await spawnGraph({ env: { COUNT_STATEMENTS: '0', LOG_LEVEL: 'error' } });
  try {
    await withoutLimits(graph);
    const gateways = { off: await graph.replica('gateway', { CACHE: 'off' }), on: graph.url('gateway') };
    const lines: string[] = [];
    for (const question of (await questions(graph)).filter(({ name }) => only.length === 0 || only.includes(name))) {
      const table = new Map<string, Figures[]>();
      for (let round = 0; round < ROUNDS; round += 1) {
        for (const [variant, url, writes] of [
          ['without', gateways.off, 0],
          ['kept', gateways.on, 0],
          ['kept, 5 writes a second', gateways.on, 5],
        ] as const)
          table.set(variant, [...(table.get(variant) ?? []), await measure(graph, question, url, writes)]);
      }
      for (const [variant, rounds] of table) lines.push(line(question.name, variant, rounds));
    }
    process.stdout.write(`${HEAD}\n${lines.join('\n')}\n`);
  } finally {
    await graph.stop();
  }
}

/** Nobody is refused for asking too much; known to gateways that start from now on. */
async function withoutLimits(graph: SpawnedGraph): Promise<void> {
  const client = new pg.Client({ connectionString: graph.database('platform') });
  await client.connect();
  await client.query('update gateway.client set cost_per_minute = null, requests_per_minute = null, requests_per_day = null');
  await client.end();
  await graph.restart('gateway');
}

const HEAD = `operation       variant                    requests/s  median ms  statements   CPU ms per request: gateway  subgraphs  PostgreSQL   all`;

function line(name: string, variant: string, rounds: readonly Figures[]): string {
  const of = (key: keyof Figures): number => rounds.map((round) => round[key]).toSorted((a, b) => a - b)[Math.floor(rounds.length / 2)]!;
  const all = of('gateway') + of('subgraphs') + of('postgres');
  const cell = (value: number, width: number, digits = 2): string => value.toFixed(digits).padStart(width);
  return `${name.padEnd(15)} ${variant.padEnd(26)}${cell(of('rps'), 11, 0)}${cell(of('median'), 11)}${cell(of('statements'), 12)}${cell(of('gateway'), 31)}${cell(of('subgraphs'), 11)}${cell(of('postgres'), 12)}${cell(all, 7)}`;
}

async function questions(graph: SpawnedGraph): Promise<Question[]> {
  const texts = new Map(
    parse(readFileSync(new URL('../../supergraph/contract.graphql', import.meta.url), 'utf8')).definitions.flatMap((d) =>
      d.kind === Kind.OPERATION_DEFINITION ? [[d.name!.value, print(d)] as const] : [],
    ),
  );
  const ask = (name: string, variables: Record<string, unknown>): string => JSON.stringify({ query: texts.get(name), variables });
  const found = await graph.ask({
    query: '{ organisation(code: "SKHCN") { awards(year: 2025, first: 1) { nodes { certificateCode } } } }',
    token: await graph.token('LAN'),
  });
  const code = found.data.organisation.awards.nodes[0].certificateCode as string;
  const title = { database: 'campaigns', sql: `update plan set theme = theme where id = '${naturalId('plan', 'SNV-2025')}'` } as const;
  const rules = { database: 'awards', sql: `update rule_set set status = status where award_code = 'LDTT'` } as const;
  const award = { database: 'awards', sql: `update award set status = status where certificate_code = '${code}'` } as const;
  return [
    { name: 'LongWalk', who: 'THU', body: ask('LongWalk', { code: 'SNV', year: 2025 }), write: title },
    {
      name: 'EligibleStaff',
      who: 'LAN',
      body: ask('EligibleStaff', { code: 'SKHCN', award: 'LDTT', year: 2025, first: 20 }),
      write: rules,
    },
    { name: 'Statistics', who: 'BAO', body: ask('Statistics', { year: 2025 }), write: award },
    { name: 'Verify', who: null, body: ask('Verify', { code }), write: award },
  ];
}

async function measure(graph: SpawnedGraph, question: Question, url: string, writes: number): Promise<Figures> {
  const token = question.who ? await graph.token(question.who, { expiresIn: 600 }) : null;
  const client = new pg.Client({ connectionString: graph.database(question.write.database) });
  await client.connect();
  const counts = new pg.Client({ connectionString: graph.installation.bootstrapUrl });
  await counts.connect();
  const committed = async (): Promise<number> => {
    await sleep(1_500); // backends tell their counts with a delay
    const { rows } = await counts.query<{ n: string }>('select sum(xact_commit) as n from pg_stat_database');
    return Number(rows[0]!.n);
  };
  const folder = (await counts.query<{ data_directory: string }>('show data_directory')).rows[0]!.data_directory;
  const { port } = new URL(url);
  try {
    await load(question.body, url, token, 700);
    const statementsBefore = await committed();
    const before = cpuSoFar(port, folder);
    const writing = writes > 0 ? setInterval(() => void client.query(question.write.sql), 1_000 / writes) : undefined;
    const times = await load(question.body, url, token, SECONDS * 1_000);
    clearInterval(writing);
    const after = cpuSoFar(port, folder);
    const statements = (await committed()) - statementsBefore;
    const per = (key: keyof Cpu): number => (after[key] - before[key]) / times.length;
    return {
      rps: times.length / SECONDS,
      median: times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!,
      statements: statements / times.length,
      gateway: per('gateway'),
      subgraphs: per('subgraphs'),
      postgres: per('postgres'),
    };
  } finally {
    await Promise.all([client.end(), counts.end()]);
  }
}

/** A closed loop on kept connections. @returns how long each request took, ms */
async function load(body: string, url: string, token: string | null, ms: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const times: number[] = [];
  const until = performance.now() + ms;
  const headers = { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const once = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const began = performance.now();
      const sent = request(`${url}/graphql`, { method: 'POST', agent, headers }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => {
          if (response.statusCode !== 200 || text.includes('"errors"'))
            return reject(new Error(`${response.statusCode} ${text.slice(0, 300)}`));
          times.push(performance.now() - began);
          resolve();
        });
      });
      sent.on('error', reject).end(body);
    });
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      while (performance.now() < until) await once();
    }),
  );
  agent.destroy();
  return times;
}
