import { naturalId } from '@thidua/contracts';
import { spawnGraph, type Reply, type SpawnedGraph } from '@thidua/testing/spawn';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** J-13: BAO's nightly synchronisation over the graph, step by step. */
const CONTRACT = readFileSync(new URL('../supergraph/contract.graphql', import.meta.url), 'utf8');
const MIDNIGHT = '2025-12-14T17:00:00Z';

interface Row {
  id: string;
  entity: { id: string };
  supersedes: { id: string } | null;
}
interface Rows {
  nodes: Row[];
  pageInfo: { hasNextPage: boolean; endCursor: string };
}

describe('J-13 the integrator’s night', () => {
  let graph: SpawnedGraph;
  let bao: string;
  let binh: string;

  const ask = (query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Reply> =>
    graph.ask({ query, variables: variables as Record<string, unknown>, token: bao, headers });
  const data = async (query: string, variables: object = {}) => {
    const answer = await ask(query, variables);
    expect(answer.errors).toEqual([]);
    return answer.data;
  };
  const contract = (operationName: string, variables: object) =>
    fetch(`${graph.url('gateway')}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bao}` },
      body: JSON.stringify({ query: CONTRACT, operationName, variables }),
    }).then((response) => response.json());

  beforeAll(async () => {
    graph = await spawnGraph();
    [bao, binh] = await Promise.all([graph.token('BAO'), graph.token('BINH')]);
  });
  afterAll(() => graph?.stop());

  it('1 PF-05 may look at the schema of its contract, where the acts of people and drafts do not stand', async () => {
    const { __schema } = await data('{ __schema { mutationType { fields { name } } types { name fields { name } } } }');
    const person = __schema.types.find((type: { name: string }) => type.name === 'Person');
    expect(person.fields.map((field: { name: string }) => field.name)).toContain('fullName');
    const acts = (__schema.mutationType?.fields ?? []).map((field: { name: string }) => field.name);
    for (const act of ['castBallot', 'importPlan', 'createNomination']) expect(acts).not.toContain(act);
  });

  it('2 R-263 walks from the department to its awards in one request, with ids that hold in every subgraph', async () => {
    const walk = await contract('LongWalk', { code: 'SKHCN', year: 2025 });
    expect(walk.errors).toBeUndefined();
    expect(walk.data.organisation.id).toBe(naturalId('organisation', 'SKHCN'));
    expect(walk.data.organisation.plans.nodes.some((plan: { campaigns: { nodes: unknown[] } }) => plan.campaigns.nodes.length > 0)).toBe(
      true,
    );
    const [award] = walk.data.organisation.awards.nodes;
    if (award.nominee.__typename === 'Person') {
      const person = 'query ($id: ID!) { person(id: $id) { fullName } }';
      // Named in a decision, so released to it; the projection that knows this starts with the graph.
      await expect
        .poll(async () => (await ask(person, { id: award.nominee.id })).data?.person?.fullName, { timeout: 20_000 })
        .toBe(award.nominee.fullName);
    }
  });

  it('3 PF-07 pages through every body without a repeat or a gap', async () => {
    const page =
      'query ($after: String) { organisations(first: 20, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }';
    const seen: string[] = [];
    let after: string | null = null;
    let total = 0;
    do {
      const { organisations } = await data(page, { after });
      seen.push(...organisations.nodes.map((node: { id: string }) => node.id));
      total = organisations.totalCount;
      after = organisations.pageInfo.hasNextPage ? organisations.pageInfo.endCursor : null;
    } while (after);
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(total);
    expect(total).toBeGreaterThan(50);
  });

  it('4 PF-05 personal data that it may not read is an error at its path, and the rest is answered', async () => {
    const answer = await ask(
      'query ($code: String!) { organisation(code: $code) { name plans(year: 2025, first: 5) { nodes { title targets(first: 50) { nodes { text actual { value members(list: COUNTED, first: 1) { totalCount } } } } } } } }',
      { code: 'SNV' },
    );
    const targets = answer.data.organisation.plans.nodes.flatMap((plan: { targets: { nodes: object[] } }) => plan.targets.nodes) as {
      text: string;
      actual: { value: string | null; members: unknown } | null;
    }[];
    const computed = targets.filter(({ actual }) => actual?.value);
    expect(computed.length).toBeGreaterThan(0);
    expect(answer.errors.length).toBeGreaterThan(0);
    expect(answer.errors.every((error) => error.extensions['code'] === 'FORBIDDEN' && error.path?.at(-1) === 'members')).toBe(true);
  });

  it('5 R-106 R-100 follows a national campaign to its provincial and departmental waves', async () => {
    const { data: found } = await contract('Cascade', { name: 'Cả nước chung sức xây dựng nông thôn mới' });
    const [national] = found.campaigns.nodes;
    expect(national.children.nodes.map((wave: { name: string }) => wave.name)).toContain('Tây Ninh chung sức xây dựng nông thôn mới');
  });

  it('6 R-069 R-074 tells a document of the centre from one of the province with the same number', async () => {
    const [centre, province] = await Promise.all(['05-CT/TW', '05-CT/TU'].map((number) => contract('LegalChain', { number })));
    expect([centre, province].map((answer) => answer.data.legalDocument.citingPlans.totalCount)).toEqual([3, 1]);
  });

  it('7 PF-07 is refused an operation of depth 12, with the limit', async () => {
    const deep = `{ organisation(code: "SKHCN") ${'{ parent '.repeat(11)} { id } ${'}'.repeat(11)} }`;
    const { status, errors } = await ask(deep);
    expect(status).toBe(400);
    expect(errors[0]!.extensions['limit']).toMatchObject({ name: 'depth', allowed: 10 });
  });

  it('9 PF-09 the same request after a time-out is answered the same, without being worked twice', async () => {
    const headers = { 'x-request-id': 'bao-night-0001' };
    const first = await graph.ask({ query: CONTRACT_STATISTICS, variables: { year: 2025 }, token: bao, headers });
    const second = await graph.ask({ query: CONTRACT_STATISTICS, variables: { year: 2025 }, token: bao, headers });
    expect(second.text).toBe(first.text);
    expect(Number(second.headers.get('x-sql-statements'))).toBe(0);
  });

  it('10 R-276 statistics by form and level are the sums of the paged awards', async () => {
    const { data: statistics } = await contract('Statistics', { year: 2025 });
    const rows = statistics.awardStatistics.rows as { individuals: number; collectives: number; households: number }[];
    const counted = rows.reduce((sum, row) => sum + row.individuals + row.collectives + row.households, 0);
    const page =
      'query ($after: String) { organisation(code: "TNH") { awards(year: 2025, first: 100, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }';
    const { organisation } = await data(page);
    expect(organisation.awards.totalCount).toBe(counted);
  });

  it('11 R-244 reads what changed since midnight, and a later change leads to the one before it', async () => {
    const id = naturalId('plan', '000');
    const { data: seen } = await graph.ask({ query: 'query ($id: ID!) { plan(id: $id) { version } }', variables: { id }, token: binh });
    const signed = await graph.ask({
      query: 'mutation ($input: IssuePlanInput!) { issuePlan(input: $input) { __typename } }',
      variables: { input: { clientMutationId: 'bao-night-issue', planId: id, version: seen.plan.version } },
      token: binh,
    });
    expect(signed.data.issuePlan.__typename).toBe('PlanIssued');
    const changesOfPlan = async () => {
      const all: Row[] = [];
      let after: string | null = null;
      do {
        const { changes }: { changes: Rows } = (await contract('Changes', { since: MIDNIGHT, after })).data;
        all.push(...changes.nodes);
        after = changes.pageInfo.hasNextPage ? changes.pageInfo.endCursor : null;
      } while (after);
      return all.filter(({ entity }) => entity.id === id);
    };
    await expect.poll(async () => (await changesOfPlan()).length, { timeout: 20_000 }).toBe(2);
    const [first, second] = await changesOfPlan();
    expect(second!.supersedes).toEqual({ id: first!.id });
  });

  it('8 PF-04 without evaluations the ratings are missing at their path; titles and names are there', async () => {
    await graph.kill('evaluations');
    const walk = await contract('LongWalk', { code: 'SNV', year: 2025 });
    expect(walk.data.organisation.name).toBe('Sở Nội vụ');
    expect(walk.data.organisation.plans.nodes.length).toBeGreaterThan(0);
    expect(walk.data.organisation.awards.totalCount).toBeGreaterThan(0);
    expect(walk.errors.every((error: { extensions: { service: string } }) => error.extensions.service === 'evaluations')).toBe(true);
  });
});

const CONTRACT_STATISTICS = 'query ($year: Int!) { awardStatistics(year: $year) { rows { level individuals } } }';
