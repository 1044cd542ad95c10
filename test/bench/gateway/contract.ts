import { naturalId, type AssertedActor } from '@thidua/contracts';
import { spawnGraph, type SpawnedGraph } from '@thidua/testing/spawn';
import { Kind, parse, print } from 'graphql';
import { SignJWT, importJWK } from 'jose';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AROUND, here, MEASURED, root, start, type Child } from './children.js';
import { contractReport } from './contract.report.js';
import { withoutEnd } from './everything.js';
import { installPeer } from './installed-peers.js';
import { measureAll, type Pace, type Question, type Running } from './measure.js';

const SUBGRAPHS = ['organisations', 'campaigns', 'evaluations', 'awards'] as const;
/** Reads everything of the province: who asks is the same for all gateways. */
const WHO = 'THU';

/** The ten operations with values of the demo province. */
const VARIABLES: Record<string, Record<string, unknown>> = {
  Me: {},
  LegalChain: { number: '05-CT/TW' },
  LongWalk: { code: 'SKHCN', year: 2025 },
  Eligibility: { person: naturalId('person', 'SNV-15'), award: 'CSTDCS', year: 2025 },
  EligibleStaff: { code: 'SKHCN', award: 'LDTT', year: 2025, first: 20 },
  Cascade: { name: 'chung sức xây dựng nông thôn mới' },
  BlocRanking: { bloc: naturalId('bloc', 'TNH/QLNN'), year: 2025 },
  Statistics: { year: 2025 },
  Changes: { since: '2025-01-01T00:00:00Z' },
  Verify: { code: 'AAAA-AAAA-AAAA' },
};

/**
 * The operations of integrators on the running subgraphs with PostgreSQL and the demo province. Ours is the whole gateway: it checks
 * the token, permissions and cost and signs for every subgraph. The peers are handed a word on the caller that holds for hours.
 */
export async function benchContract({ pace, tell }: { pace: Pace; tell: (text: string) => void }): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'thi-dua-contract-'));
  const children: Child[] = [];
  const graph = await spawnGraph({ later: ['gateway'], env: { NODE_ENV: 'development', LOG_LEVEL: 'error', COUNT_STATEMENTS: '0' } });
  try {
    const running = await launchAll(graph, folder, children, tell);
    const load = await start({ file: `${here}load.main.ts`, core: AROUND, ipc: true });
    children.push(load);
    const questions = readQuestions();
    const table = await measureAll({
      running,
      questions,
      reference: 'ours',
      load,
      pace: { ...pace, rounds: Math.min(pace.rounds, 3) },
      tell,
    });
    process.stdout.write(`${contractReport(table, questions, pace)}\n`);
  } finally {
    await Promise.all(children.map((child) => child.stop()));
    await graph.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function readQuestions(): Question[] {
  return parse(readFileSync(`${root}test/supergraph/contract.graphql`, 'utf8')).definitions.flatMap((d) => {
    if (d.kind !== Kind.OPERATION_DEFINITION || !d.name) return [];
    const id = d.name.value;
    return [{ id, body: JSON.stringify({ query: print(d), operationName: id, variables: VARIABLES[id] ?? {} }), atLeast: 150 }];
  });
}

async function launchAll(graph: SpawnedGraph, folder: string, children: Child[], tell: (text: string) => void): Promise<Running[]> {
  const supergraph = join(folder, 'supergraph.graphql');
  writeFileSync(supergraph, addressed(graph));
  const peers = { SUPERGRAPH: supergraph, ASSERTIONS: JSON.stringify(await assertions(graph)) };
  await withoutEnd(ownSettings(graph)['PLATFORM_DATABASE_URL']!);
  const token = await graph.token(WHO, { expiresIn: 7_200 });
  const hive = async (env: Record<string, string> = {}): Promise<Child> => {
    const { folder: cwd, script } = await installPeer('hive');
    return start({ file: script, cwd, core: MEASURED, env: { ...peers, ...env } });
  };
  const stock = (): Promise<Child> => start({ file: `${here}peers/stock.main.mjs`, core: MEASURED, env: peers });
  const ours = (env: Record<string, string>) => (): Promise<Child> =>
    start({ file: `${here}peers/ours.main.mjs`, core: MEASURED, env: { ...ownSettings(graph), ...env } });
  const launches: [string, () => Promise<Child>][] = [
    ['stock', stock],
    ['ours', ours({ CACHE: 'off' })],
    ['ours-cache', ours({ CACHE: 'on' })],
    ['hive-rust', () => hive({ PLANNER: 'rust' })],
    ['hive-js', () => hive()],
  ];
  const running: Running[] = [];
  for (const [id, launch] of launches) {
    try {
      const child = await launch();
      children.push(child);
      running.push({ id, child, path: '/graphql', headers: id.startsWith('ours') ? { authorization: `Bearer ${token}` } : {} });
      tell(`ready: ${id}`);
    } catch (error) {
      tell(`absent: ${id}: ${(error as Error).message}`);
    }
  }
  return running;
}

/** The committed supergraph with the addresses of the running subgraphs. */
function addressed(graph: SpawnedGraph): string {
  const sdl = readFileSync(`${root}gateway/supergraph.graphql`, 'utf8');
  return sdl.replaceAll(/(@join__graph\(name: "(\w+)", url: )"[^"]*"/g, (_, head: string, name: string) => {
    return `${head}"${graph.url(name as (typeof SUBGRAPHS)[number])}/graphql"`;
  });
}

function ownSettings(graph: SpawnedGraph): Record<string, string> {
  const { installation } = graph;
  const entries = Object.entries(graph.environment('gateway')).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(entries),
    SUPERGRAPH: `${installation.root}/gateway/supergraph.graphql`,
    SUPERGRAPH_SOURCE: 'file',
    TRUSTED_DOCUMENTS: 'open',
  };
}

/** What our gateway says of this caller to each subgraph, valid for hours. */
async function assertions(graph: SpawnedGraph): Promise<Record<string, Record<string, string>>> {
  const jwk = graph.secrets.serviceKeys.gateway;
  const key = await importJWK(jwk, 'EdDSA');
  const sign = (audience: string, actor: AssertedActor): Promise<string> =>
    new SignJWT({ actor: actor as never })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'gateway' })
      .setIssuer('gateway')
      .setAudience(audience)
      .setIssuedAt()
      .setExpirationTime('3h')
      .sign(key);
  const self: AssertedActor = { kind: 'service', id: 'gateway', name: 'gateway', roles: [] };
  const response = await fetch(`${graph.url('organisations')}/grants?sub=${WHO}`, {
    headers: { 'x-thidua-assertion': await sign('organisations', self) },
  });
  const { actor } = (await response.json()) as { actor: AssertedActor };
  const words = await Promise.all(
    SUBGRAPHS.map(async (name) => [name, { 'x-thidua-assertion': await sign(name, actor), 'accept-language': 'vi' }] as const),
  );
  return Object.fromEntries(words);
}
