import { Kind, parse, print } from 'graphql';
import { readFileSync } from 'node:fs';
import type { Launched } from './launcher.js';

export interface OperationCost {
  name: string;
  caller: string;
  statements: number;
  bytes: number;
  first: number;
  median: number;
  errors: number;
}

interface Wanted {
  caller: 'LAN' | 'THU' | 'BAO' | 'public';
  variables?: (ids: Ids) => Record<string, unknown>;
}
interface Ids {
  person: string;
  bloc: string;
}

/** Who asks each starter operation, and for what. */
const WANTED: Record<string, Wanted> = {
  Me: { caller: 'LAN' },
  LegalChain: { caller: 'BAO', variables: () => ({ number: '05-CT/TW' }) },
  LongWalk: { caller: 'THU', variables: () => ({ code: 'SNV', year: 2025 }) },
  Eligibility: { caller: 'LAN', variables: ({ person }) => ({ person, award: 'CSTDCS', year: 2025 }) },
  EligibleStaff: { caller: 'LAN', variables: () => ({ code: 'SKHCN', award: 'LDTT', year: 2025, first: 45 }) },
  Cascade: { caller: 'BAO', variables: () => ({ name: 'xây dựng nông thôn mới' }) },
  BlocRanking: { caller: 'BAO', variables: ({ bloc }) => ({ bloc, year: 2025 }) },
  Statistics: { caller: 'BAO', variables: () => ({ year: 2025 }) },
  Changes: { caller: 'BAO', variables: () => ({ since: '2025-01-01T00:00:00Z' }) },
  Verify: { caller: 'public', variables: () => ({ code: 'unknown' }) },
};
const REPEATS = 9;

/** Statements, bytes and milliseconds of each operation of the contract, through the gateway. */
export async function measureOperations(installation: Launched): Promise<OperationCost[]> {
  const source = readFileSync(new URL('../../supergraph/contract.graphql', import.meta.url), 'utf8');
  const operations = new Map(
    parse(source)
      .definitions.filter((d) => d.kind === Kind.OPERATION_DEFINITION)
      .map((d) => [d.name?.value ?? '', print(d)]),
  );
  const tokens: Record<string, string> = {
    LAN: await installation.token('LAN'),
    THU: await installation.token('THU'),
    BAO: await installation.token('--client', 'bao'),
    public: '',
  };
  const ids = await findIds(installation, tokens['LAN']!);
  const costs: OperationCost[] = [];
  for (const [name, query] of operations) {
    const wanted = WANTED[name];
    if (!wanted) throw new Error(`The bench does not know who asks ${name}.`);
    const body = JSON.stringify({ query, variables: wanted.variables?.(ids) ?? {} });
    const runs: Sample[] = [];
    for (let i = 0; i < REPEATS; i += 1) runs.push(await ask(installation.graph, body, tokens[wanted.caller]!));
    const times = runs
      .slice(1)
      .map((run) => run.ms)
      .toSorted((a, b) => a - b);
    costs.push({ name, caller: wanted.caller, ...runs.at(-1)!, first: runs[0]!.ms, median: times[Math.floor(times.length / 2)]! });
  }
  return costs;
}

interface Sample {
  statements: number;
  bytes: number;
  ms: number;
  errors: number;
}

async function ask(url: string, body: string, token: string): Promise<Sample> {
  const began = performance.now();
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
  });
  const text = await response.text();
  const { errors } = JSON.parse(text) as { errors?: unknown[] };
  return {
    statements: Number(response.headers.get('x-sql-statements') ?? 0),
    bytes: Buffer.byteLength(text),
    ms: performance.now() - began,
    errors: errors?.length ?? 0,
  };
}

async function findIds(installation: Launched, token: string): Promise<Ids> {
  const body = JSON.stringify({ query: '{ people(search: "Huynh Ngoc Mai", first: 1) { nodes { id } } blocs { id kind } }' });
  const response = await fetch(installation.graph, {
    method: 'POST',
    body,
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
  });
  const { data } = (await response.json()) as { data: { people: { nodes: { id: string }[] }; blocs: { id: string; kind: string }[] } };
  return { person: data.people.nodes[0]!.id, bloc: (data.blocs.find((bloc) => bloc.kind === 'PROVINCIAL') ?? data.blocs[0]!).id };
}
