import { naturalId } from '@thidua/contracts';
import { spawnGraph, type Reply, type SpawnedGraph } from '@thidua/testing/spawn';
import { Kind, parse, print } from 'graphql';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** The exact documents integrators were given, by name. */
const OPERATIONS = new Map(
  parse(readFileSync(new URL('../supergraph/contract.graphql', import.meta.url), 'utf8')).definitions.flatMap((d) =>
    d.kind === Kind.OPERATION_DEFINITION ? [[d.name?.value ?? '', print(d)] as const] : [],
  ),
);

const SNV_BEST = naturalId('person', 'SNV-15');

describe('the contract on the demo province', () => {
  let graph: SpawnedGraph;
  const tokens: Record<string, string> = {};

  const reply = async (name: string, variables: Record<string, unknown> = {}, who = 'THU'): Promise<Reply> =>
    graph.ask({ query: OPERATIONS.get(name)!, variables, ...(tokens[who] ? { token: tokens[who] } : {}) });
  /** Data of an answer without errors, and what it cost. */
  const run = async (name: string, variables: Record<string, unknown> = {}, who = 'THU') => {
    const answer = await reply(name, variables, who);
    expect(answer.errors, `${name} as ${who}`).toEqual([]);
    return { data: answer.data, statements: Number(answer.headers.get('x-sql-statements')) };
  };

  beforeAll(async () => {
    graph = await spawnGraph();
    for (const who of ['LAN', 'THU', 'BAO', 'SNV-07']) tokens[who] = await graph.token(who);
  });
  afterAll(() => graph?.stop());

  it('1 tells LAN who she is, in which roles, and what waits for her', async () => {
    const { data } = await run('Me', {}, 'LAN');
    expect(data.viewer.person).toEqual({ id: naturalId('person', 'LAN'), fullName: 'Nguyễn Thị Lan' });
    expect(data.viewer.roles).toContainEqual({
      role: 'DEPARTMENT_OFFICE',
      scope: { __typename: 'Organisation', id: naturalId('organisation', 'SKHCN'), name: 'Sở Khoa học và Công nghệ' },
    });
    expect(data.viewer.inbox.nodes).toHaveLength(Math.min(20, data.viewer.inbox.totalCount));
  });

  it('1 tells the integrator that it is no person', async () => {
    const { data } = await run('Me', {}, 'BAO');
    expect(data.viewer.person).toBeNull();
    expect(data.viewer.roles.map((grant: { role: string }) => grant.role)).toEqual(['INTEGRATOR']);
  });

  it('2 R-069 finds 3 plans that cite 05-CT/TW and 1 that cites 05-CT/TU, another document', async () => {
    const central = (await run('LegalChain', { number: '05-CT/TW' }, 'BAO')).data.legalDocument;
    const provincial = (await run('LegalChain', { number: '05-CT/TU' }, 'BAO')).data.legalDocument;
    expect([central.citingPlans.totalCount, provincial.citingPlans.totalCount]).toEqual([3, 1]);
    expect(central.id).not.toBe(provincial.id);
    expect(central.citingPlans.nodes.every((plan: { issuer: { name: string } }) => plan.issuer.name.length > 0)).toBe(true);
  });

  it('3 R-158 walks from Sở Nội vụ to 13 targets, of which 49 of 50 does not meet “trên 98 %”', async () => {
    const studyOf = (of: { targets: { nodes: { actual: { numerator: number } | null }[] } }) =>
      of.targets.nodes.find((target) => target.actual?.numerator === 49);
    const plan = (await run('LongWalk', { code: 'SNV', year: 2025 }, 'SNV-07')).data.organisation.plans.nodes[0];
    expect(plan.targets.nodes).toHaveLength(13);
    expect(studyOf(plan)).toMatchObject({ comparator: 'GT', value: '98', status: 'NOT_MET', actual: { numerator: 49, denominator: 50 } });
    expect(plan.campaigns.nodes.length).toBeGreaterThan(0);
  });

  it('3 R-263 walks one request through a real plan: legal bases, campaigns, targets, awards, with ids that hold everywhere', async () => {
    const { data } = await run('LongWalk', { code: 'SKHCN', year: 2025 }, 'BAO');
    const plan = data.organisation.plans.nodes.find((candidate: { legalBases: unknown[] }) => candidate.legalBases.length > 0);
    expect(plan.campaigns.nodes.length).toBeGreaterThan(0);
    const cited = plan.legalBases.find((basis: { number: string | null }) => basis.number !== null); // a law may be cited by name
    const base = await run('LegalChain', { number: cited.number }, 'BAO');
    expect(base.data.legalDocument.id).toBe(cited.id);
    expect(base.data.legalDocument.citingPlans.nodes.map((citing: { id: string }) => citing.id)).toContain(plan.id);
    expect(data.organisation.id).toBe(naturalId('organisation', 'SKHCN'));
  });

  it('4 explains a verdict rule by rule, with article and evidence', async () => {
    const { data } = await run('Eligibility', { person: SNV_BEST, award: 'CSTDCS', year: 2025 });
    const { verdict, ruleSet, checks } = data.person.eligibility;
    expect(['PASS', 'REVIEW']).toContain(verdict);
    expect(ruleSet.source).toContain('06/2022/QH15');
    expect(checks.length).toBeGreaterThan(1);
    expect(checks.every((check: { article: string; need: string; have: string }) => check.article && check.need && check.have)).toBe(true);
    expect(checks.flatMap((check: { evidence: { label: string }[] }) => check.evidence).length).toBeGreaterThan(0);
  });

  it('5 judges a whole department for the SQL statements of ten people', async () => {
    const ask = (first: number) => run('EligibleStaff', { code: 'SKHCN', award: 'LDTT', year: 2025, first }, 'LAN');
    const [ten, all] = [await ask(10), await ask(50)];
    expect([ten.data.organisation.people.nodes.length, all.data.organisation.people.nodes.length]).toEqual([10, 45]);
    expect(
      all.data.organisation.people.nodes.every((person: { eligibility: { verdict: string } | null }) => person.eligibility !== null),
    ).toBe(true);
    expect(ten.statements).toBeGreaterThan(0);
    expect(all.statements).toBeLessThanOrEqual(ten.statements);
  });

  it('6 R-106 follows a national campaign down the cascade', async () => {
    const { data } = await run('Cascade', { name: 'chung sức xây dựng nông thôn mới' }, 'BAO');
    const national = data.campaigns.nodes.find((campaign: { initiatorLevel: string }) => campaign.initiatorLevel === 'NATIONAL');
    expect(national.name).toContain('nông thôn mới');
    expect(national.children.totalCount).toBe(national.children.nodes.length);
  });

  it('7 lists a bloc’s members and says honestly how far its ranking is', async () => {
    const { data } = await run('BlocRanking', { bloc: naturalId('bloc', 'TNH/QLNN'), year: 2025 });
    expect(data.bloc.members.nodes).toHaveLength(8);
    expect(data.bloc.ranking.state).not.toBe('');
    expect(data.bloc.ranking.rows).toEqual([]);
  });

  it('8 gives statistics that are the sums of the awards', async () => {
    const { data } = await run('Statistics', { year: 2025 }, 'BAO');
    const counted = data.awardStatistics.rows.reduce(
      (sum: number, row: { individuals: number; collectives: number; households: number }) =>
        sum + row.individuals + row.collectives + row.households,
      0,
    );
    const paged = await graph.ask({ token: tokens['BAO']!, query: '{ organisation(code: "TNH") { awards(year: 2025) { totalCount } } }' });
    expect(counted).toBe(paged.data.organisation.awards.totalCount);
  });

  it('9 pages through changes without repeating one', async () => {
    const first = (await run('Changes', { since: '2025-01-01T00:00:00+07:00' }, 'BAO')).data.changes;
    const rest = (await run('Changes', { since: '2025-01-01T00:00:00+07:00', after: first.pageInfo.endCursor }, 'BAO')).data.changes;
    const seen = first.nodes.map((change: { id: string }) => change.id);
    expect(rest.nodes.filter((change: { id: string }) => seen.includes(change.id))).toEqual([]);
    expect(seen).toEqual(seen.toSorted((a: string, b: string) => Number(a) - Number(b)));
  });

  it('10 answers everybody about a certificate, and an unknown one without a name', async () => {
    const { data } = await run('Verify', { code: 'KHONG-CO-MA-NAY' }, 'nobody');
    expect(data.certificate).toMatchObject({ status: 'UNKNOWN', recipientName: null, issuer: null });
  });

  it('asks for sign-in for everything but the certificate', async () => {
    for (const name of [...OPERATIONS.keys()].filter((operation) => operation !== 'Verify')) {
      const variables = {
        number: '05-CT/TW',
        code: 'SNV',
        year: 2025,
        person: SNV_BEST,
        award: 'LDTT',
        first: 1,
        name: 'x',
        bloc: SNV_BEST,
        since: '2025-01-01T00:00:00Z',
      };
      expect((await reply(name, variables, 'nobody')).errors[0]?.extensions['code'], name).toBe('UNAUTHENTICATED');
    }
  });

  it('PF-04 keeps plans, campaigns and awards when evaluations is dead, and its figures come back with it', async () => {
    await graph.kill('evaluations');
    const walk = await reply('LongWalk', { code: 'SNV', year: 2025 }, 'SNV-07');
    expect(walk.errors.map((e) => e.extensions)).toContainEqual({ code: 'SUBGRAPH_UNAVAILABLE', service: 'evaluations' });
    expect(walk.errors.every((e) => e.extensions['service'] === 'evaluations')).toBe(true);
    const [plan] = walk.data.organisation.plans.nodes;
    expect(plan.title.length).toBeGreaterThan(0);
    expect(plan.campaigns.nodes.length).toBeGreaterThan(0);
    expect(plan.targets).toBeNull();
    expect(walk.data.organisation.awards).not.toBeNull();
    await graph.start('evaluations');
    expect((await run('LongWalk', { code: 'SNV', year: 2025 }, 'SNV-07')).data.organisation.plans.nodes[0].targets.nodes).toHaveLength(13);
  });
});
