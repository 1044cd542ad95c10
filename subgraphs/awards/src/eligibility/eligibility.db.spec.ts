import type { PersonEvaluationFacts } from '@thidua/contracts';
import { dataOf, execute, faultOf, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodyId, demoActor, demoKeys, demoPeers, personRepresentation } from '../../test/demo.peers.js';
import { demoWorld } from '../demo/demo.world.js';
import { subgraph } from '../subgraph.js';

const SHORT = '{ eligibility(award: "LDTT", year: 2025) { verdict } }';

describe('eligibility in the graph', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase(subgraph, { fixture: 'demo' });
  });
  afterAll(() => db.drop());

  const ask = (keys: string[], selection: string, actor = demoActor('THU'), locale: 'vi' | 'en' = 'vi') =>
    execute(subgraph, db.dataSource, {
      actor,
      locale,
      peers: demoPeers(),
      variables: { r: keys.map(personRepresentation) },
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person ${selection} } }`,
    });

  it('costs the same statements for 50 people as for 5', async () => {
    const [few, many] = [await ask(demoKeys.slice(0, 5), SHORT), await ask(demoKeys.slice(0, 50), SHORT)];
    expect(dataOf(many)._entities).toHaveLength(50);
    expect(many.statements).toBe(few.statements);
    expect(many.statements).toBeLessThan(10);
  });

  it('R-233 finds eligible exactly who stands on the departments’ lists', async () => {
    const keys = demoKeys.filter((key) => key.startsWith('SNV') || ['THU', 'SON'].includes(key));
    const { _entities: answers } = dataOf(await ask(keys, SHORT)) as { _entities: { eligibility: { verdict: string } }[] };
    const eligible = keys.filter((_, index) => answers[index]?.eligibility.verdict === 'PASS');
    // SNV-28 is on the list with an open reflection: it warns.
    expect(eligible).toEqual(demoWorld().achievements.lists.SNV.ldtt.filter((key) => key !== 'SNV-28'));
    expect(answers[keys.indexOf('SNV-28')]?.eligibility.verdict).toBe('REVIEW');
  });

  it('explains in both languages, with evidence types', async () => {
    const selection =
      '{ eligibility(award: "CSTDCS", year: 2025) { verdict ruleSet { validFrom source } award { code } year checks { rule label article verdict severity need have evidence { __typename id label link } alternatives { rule verdict } } } }';
    const vi = dataOf(await ask(['SKHCN-13'], selection))._entities[0].eligibility;
    const en = dataOf(await ask(['SKHCN-13'], selection, demoActor('THU'), 'en'))._entities[0].eligibility;
    expect(vi.checks.map((check: { rule: string }) => check.rule)).toEqual(['CSTDCS-1', 'CSTDCS-2', 'L-07']);
    expect(vi.checks[1].evidence[0].__typename).toBe('RatingEvidence');
    expect(vi.checks[1].article).toBe('Luật 06/2022/QH15, Điều 23');
    expect(vi.checks[1].need).toBe('1 căn cứ');
    expect(en.checks[1].need).toBe('1 ground');
    expect(vi.checks[1].alternatives.map((check: { rule: string }) => check.rule)).toEqual([
      'CSTDCS-2a',
      'CSTDCS-2b',
      'CSTDCS-2c',
      'CSTDCS-2d',
    ]);
  });

  it('says NO_DATA, not FAIL, when the owner of the facts did not answer', async () => {
    const representation = { ...personRepresentation('SKHCN-13'), evaluationFacts: null as PersonEvaluationFacts | null };
    const answer = await execute(subgraph, db.dataSource, {
      actor: demoActor('THU'),
      variables: { r: [representation] },
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Person ${SHORT} } }`,
    });
    expect(dataOf(answer)._entities[0].eligibility.verdict).toBe('NO_DATA');
  });

  it('R-054 is for who may read nominations there: himself, his head, the office, the province', async () => {
    for (const key of ['THU', 'LAN', 'MAI', 'SKHCN-32'])
      expect(dataOf(await ask(['MAI'], SHORT, demoActor(key)))._entities[0].eligibility.verdict).toBe('PASS');
    for (const key of ['HUY', 'STC-07', 'SKHCN-35']) expect(faultOf(await ask(['MAI'], SHORT, demoActor(key)))).toBe('FORBIDDEN');
  });

  it('R-253 judges a collective by its members’ titles', async () => {
    const world = demoWorld();
    const collective = async (key: string, award: string) => {
      const body = world.body(key);
      const representation = {
        __typename: 'Organisation',
        id: body.id,
        staffFacts: world.staff(body),
        evaluationFacts: world.collective(body),
        department: { __typename: 'Organisation', id: bodyId(key.split('/')[0] ?? '') },
      };
      const answer = await execute(subgraph, db.dataSource, {
        actor: demoActor('THU'),
        peers: demoPeers(),
        variables: { r: [representation] },
        query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organisation { eligibility(award: "${award}", year: 2025) { verdict checks { rule verdict have } } } } }`,
      });
      return dataOf(answer)._entities[0].eligibility as { verdict: string; checks: { rule: string; verdict: string; have: string }[] };
    };
    expect((await collective('STC/QLNS', 'TTLDXS')).verdict).toBe('PASS');
    const below = await collective('STC/GCS', 'TTLDTT');
    expect(below.verdict).toBe('FAIL');
    expect(below.checks.find((check) => check.rule === 'TTLDTT-3')).toMatchObject({ verdict: 'FAIL' });
    expect((await collective('SNV/VP', 'TTLDTT')).checks.find((check) => check.rule === 'TTLDTT-3')?.have).toMatch(
      /^\d\/8 = \d+,\d\u00a0% \(0 đã quyết định, \d đang đề nghị\)$/,
    );
  });

  it('R-246 shows cap, use, basis and what another base would give', async () => {
    const answer = await execute(subgraph, db.dataSource, {
      actor: demoActor('LAN'),
      variables: { r: [{ __typename: 'Organisation', id: bodyId('SKHCN') }] },
      query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organisation {
        now: quota(award: "CSTDCS", year: 2025) { limit used basis source overrun } tried: quota(award: "CSTDCS", year: 2025, base: 30, target: 9) { limit overrun conflict } none: quota(award: "LDTT", year: 2025) { limit } } } }`,
    });
    const [{ now, tried, none }] = dataOf(answer)._entities;
    // 35 of the 36 LĐTT are on their way, one is a draft: 20 % of 35 = 7. One of the seven CSTĐCS was returned.
    expect(now).toMatchObject({ limit: 7, used: 6, overrun: false });
    expect(now.source).toContain('quy định địa phương của dữ liệu mẫu');
    expect(tried).toMatchObject({ limit: 6, conflict: 'Chỉ tiêu 9 vượt trần 6: không thể vừa đạt chỉ tiêu vừa giữ trần.' });
    expect(none).toBeNull();
  });

  it('R-222 lists 28 awards with both rule sets of CSTĐCS', async () => {
    const { awardTypes } = dataOf(
      await execute(subgraph, db.dataSource, {
        actor: demoActor('MAI'),
        query: '{ awardTypes { code kind decidingAuthorities authorityCodes ruleSets { validFrom enabled status } } }',
      }),
    );
    expect(awardTypes).toHaveLength(28);
    expect(
      awardTypes.find((type: { code: string }) => type.code === 'CSTDCS').ruleSets.map((row: { enabled: boolean }) => row.enabled),
    ).toEqual([true, false]);
    expect(awardTypes.find((type: { code: string }) => type.code === 'TTLDXS').decidingAuthorities).toContain('Chủ tịch UBND tỉnh');
  });

  it('gives other subgraphs the facts of awards: proposed and decided titles, and the caps', async () => {
    const answer = await execute(subgraph, db.dataSource, {
      actor: { kind: 'service', id: 'evaluations', name: 'evaluations', roles: [] },
      variables: { r: ['SNV', 'STC'].map((key) => ({ __typename: 'Organisation', id: bodyId(key) })) },
      query: 'query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organisation { awardFacts } } }',
    });
    const [snv, stc] = dataOf(answer)._entities.map((entity: { awardFacts: unknown }) => entity.awardFacts);
    const rows = snv.rows.filter((row: { year: number; awardCode: string }) => row.year === 2025 && row.awardCode === 'LDTT');
    expect(rows).toHaveLength(41);
    expect(snv.rows.filter((row: { year: number; awardCode: string }) => row.year === 2025 && row.awardCode === 'CSTDCS')).toHaveLength(8);
    expect(snv.quotas).toContainEqual(expect.objectContaining({ awardCode: 'CSTDCS', year: 2025, limit: 8 }));
    expect(
      stc.rows.find((row: { stage: string; year: number; awardCode: string }) => row.year === 2025 && row.awardCode === 'CSTDCS'),
    ).toMatchObject({ stage: 'DECIDED', decisionNumber: '430/QĐ-STC' });
  });
});
