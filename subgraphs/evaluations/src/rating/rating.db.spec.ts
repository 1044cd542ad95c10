import { actorOf, dataOf, entities, execute, factPeers, faultOf, serviceActor, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { achievements, org, person, province } from '../../test/demo/facts.js';
import { subgraph } from '../subgraph.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(subgraph, { fixture: 'demo' });
});
afterAll(() => database.drop());

const peers = factPeers({
  'organisations.Person.postingFacts': (id) => {
    const found = province.people.find((p) => p.id === id);
    return found
      ? {
          departmentId: org(found.departmentKey!),
          unitId: found.unitKey ? org(found.unitKey) : null,
          fullName: found.fullName,
          postings: [],
          leaves: [],
          disciplines: [],
        }
      : null;
  },
  'organisations.Organisation.department { id }': (id) => {
    const found = province.organisations.find((body) => body.id === id);
    return found?.departmentKey ? { id: org(found.departmentKey) } : null;
  },
});
const run = (request: Parameters<typeof execute>[2]) => execute(subgraph, database.dataSource, { peers, ...request });
const [SKHCN, STC] = [org('SKHCN'), org('STC')];
const MAI = actorOf('STAFF', { scopeId: 'x', personId: person('MAI') });
const HUY = actorOf('UNIT_HEAD', { scopeId: org('SKHCN/QLKH'), departmentId: SKHCN, personId: person('HUY') });
const BINH = actorOf('DEPARTMENT_DIRECTOR', { scopeId: SKHCN, departmentId: SKHCN, personId: person('BINH') });
const LAN = actorOf('DEPARTMENT_OFFICE', { scopeId: SKHCN, departmentId: SKHCN, personId: person('LAN') });
const STRANGER = actorOf('DEPARTMENT_OFFICE', { scopeId: STC, departmentId: STC });

describe('who sees a rating', () => {
  const ratingsOf = async (key: string, actor: typeof LAN) =>
    dataOf(await run({ ...entities('Person', '{ ratings(year: 2025) { grade state decisionNumber } }', [person(key)]), actor }))
      ._entities[0].ratings;

  it('shows a person the own decided rating, and a colleague’s to nobody but who reads ratings there', async () => {
    const mai = [{ grade: 'GOOD', state: 'DECIDED', decisionNumber: '412/QĐ-SKHCN' }];
    expect(await ratingsOf('MAI', MAI)).toEqual(mai);
    expect(await ratingsOf('NAM', MAI)).toBeNull();
    expect(await ratingsOf('MAI', LAN)).toEqual(mai);
    expect(await ratingsOf('MAI', actorOf('EMULATION_OFFICE', { scopeId: org('TNH') }))).toEqual(mai);
    expect(await ratingsOf('MAI', STRANGER)).toBeNull();
    expect(await ratingsOf('MAI', HUY)).toBeNull();
    expect(await ratingsOf('SKHCN-13', HUY)).toHaveLength(1);
    expect(await ratingsOf('MAI', actorOf('INTEGRATOR', { scopeId: org('TNH') }))).toBeNull();
  });

  it('shows a proposal to who rates, not to the person', async () => {
    expect(await ratingsOf('SKHCN-17', LAN)).toEqual([{ grade: 'GOOD', state: 'PROPOSED', decisionNumber: null }]);
    expect(await ratingsOf('SKHCN-17', actorOf('STAFF', { scopeId: 'x', personId: person('SKHCN-17') }))).toEqual([]);
  });

  it('shows the ratings of bodies inside their department', async () => {
    const unit = { ...entities('Organisation', '{ ratings { grade year } }', [org('STC/GCS')]) };
    expect(dataOf(await run({ ...unit, actor: STRANGER }))._entities[0].ratings).toEqual([{ grade: 'COMPLETED', year: 2025 }]);
    expect(dataOf(await run({ ...unit, actor: LAN }))._entities[0].ratings).toBeNull();
  });

  it('R-181 shows the proposed rating of a body to who reads ratings there, to colleagues only when it is decided', async () => {
    const body = { ...entities('Organisation', '{ ratings(year: 2025) { state } }', [SKHCN]) };
    const colleague = { ...MAI, roles: MAI.roles.map((claim) => ({ ...claim, departmentId: SKHCN })) };
    expect(dataOf(await run({ ...body, actor: LAN }))._entities[0].ratings).toEqual([{ state: 'PROPOSED' }]);
    expect(dataOf(await run({ ...body, actor: colleague }))._entities[0].ratings).toBeNull();
  });
});

describe('evaluation facts for eligibility', () => {
  const facts = async (keys: string[]) =>
    run({ ...entities('Person', '{ evaluationFacts }', keys.map(person)), actor: serviceActor('awards') });

  it('gives decided ratings, recognised initiatives and petitions, and never a sender (R-209)', async () => {
    const answer = await facts(['NAM', 'SNV-28', 'SKHCN-17', 'MAI']);
    const [nam, snv28, undecided, mai] = dataOf(answer)._entities.map(
      (e: { evaluationFacts: Record<string, unknown[]> }) => e.evaluationFacts,
    );
    expect(nam.ratings.map((r: { year: number; grade: string }) => [r.year, r.grade])).toEqual([
      [2025, 'EXCELLENT'],
      [2024, 'EXCELLENT'],
    ]);
    expect(nam.initiatives).toMatchObject([{ scope: 'PROVINCE', percent: 60, decisionNumber: '376/QĐ-SKHCN' }]);
    expect(snv28.petitions).toMatchObject([{ kind: 'REFLECTION', state: 'RECEIVED', receivedOn: '2025-11-20' }]);
    expect(undecided.ratings).toEqual([]);
    expect(mai.initiatives).toEqual([]);
    const senders = achievements.petitions.flatMap((petition) => petition.senderName ?? []);
    expect(senders).toHaveLength(4);
    for (const name of senders) expect(JSON.stringify(answer.data)).not.toContain(name);
  });

  it('costs the same number of statements for one person and for 65', async () => {
    const one = await facts(['STC-16']);
    const all = await facts(province.people.filter((p) => p.departmentKey === 'STC').map((p) => p.key));
    expect(dataOf(all)._entities).toHaveLength(65);
    expect(all.statements).toBeLessThanOrEqual(one.statements);
  });

  it('gives the ratings of a unit', async () => {
    const answer = await run({
      ...entities('Organisation', '{ evaluationFacts }', [org('SNV/CCVC'), SKHCN]),
      actor: serviceActor('awards'),
    });
    expect(
      dataOf(answer)._entities.map((e: { evaluationFacts: { ratings: { grade: string }[] } }) =>
        e.evaluationFacts.ratings.map((r) => r.grade),
      ),
    ).toEqual([['EXCELLENT'], []]);
  });
});

describe('rating people and units', () => {
  const mutation =
    'mutation ($input: RatePersonInput!) { ratePerson(input: $input) { ... on RatingSaved { rating { grade state decisionNumber version } } ... on Refusal { reason field remedy } } }';
  const rate = (key: string, input: Record<string, unknown>, actor: typeof LAN) =>
    run({
      query: mutation,
      variables: {
        input: {
          clientMutationId: `rate-${key}-1`,
          personId: person(key),
          year: 2025,
          grade: 'EXCELLENT',
          evidence: 'Hoàn thành 14/14 nhiệm vụ',
          ...input,
        },
      },
      actor,
    });
  const outbox = async (name: string): Promise<Record<string, unknown>[]> =>
    (await database.dataSource.query('select payload from outbox where name = $1 order by seq', [name])).map(
      (row: { payload: Record<string, unknown> }) => row.payload,
    );

  it('R-054 refuses a head on another division’s staff, an office, and a colleague', async () => {
    expect(faultOf(await rate('MAI', {}, HUY))).toBe('FORBIDDEN');
    expect(faultOf(await rate('SKHCN-17', {}, LAN))).toBe('FORBIDDEN');
    expect(faultOf(await rate('SKHCN-17', {}, MAI))).toBe('FORBIDDEN');
    expect(faultOf(await rate('SKHCN-17', {}, actorOf('DEPARTMENT_DIRECTOR', { scopeId: STC, departmentId: STC })))).toBe('FORBIDDEN');
  });

  it('R-180, R-181 refuses with field and remedy, and changes nothing', async () => {
    expect(dataOf(await rate('SKHCN-17', { version: 1, evidence: '' }, HUY)).ratePerson).toMatchObject({
      reason: 'NO_EVIDENCE',
      field: 'evidence',
    });
    expect(dataOf(await rate('SKHCN-17', { version: 1, decisionNumber: '1/QĐ', decidedOn: '2025-12-15' }, HUY)).ratePerson.reason).toBe(
      'ONLY_DIRECTOR_DECIDES',
    );
    expect(dataOf(await rate('HUY', {}, HUY)).ratePerson.reason).toBe('OWN_RATING');
    expect(faultOf(await rate('SKHCN-13', { year: -1 }, HUY))).toBe('BAD_USER_INPUT');
    expect(dataOf(await rate('SKHCN-13', { version: 1 }, HUY)).ratePerson.reason).toBe('ALREADY_DECIDED');
    expect(await database.dataSource.query('select grade, version from rating where subject_id = $1', [person('SKHCN-17')])).toEqual([
      { grade: 'GOOD', version: 1 },
    ]);
  });

  it('R-181 the head changes the proposal, the director decides; the decision closes the task and reaches the facts', async () => {
    expect(dataOf(await rate('SKHCN-17', { version: 1 }, HUY)).ratePerson).toEqual({
      rating: { grade: 'EXCELLENT', state: 'PROPOSED', decisionNumber: null, version: 2 },
    });
    expect(faultOf(await rate('SKHCN-17', { clientMutationId: 'rate-late-1', version: 1 }, HUY))).toBe('CONFLICT');
    const decide = () =>
      rate(
        'SKHCN-17',
        { clientMutationId: 'decide-000001', version: 2, grade: 'GOOD', decisionNumber: '430/QĐ-SKHCN', decidedOn: '2025-12-15' },
        BINH,
      );
    const expected = { rating: { grade: 'GOOD', state: 'DECIDED', decisionNumber: '430/QĐ-SKHCN', version: 3 } };
    expect(dataOf(await decide()).ratePerson).toEqual(expected);
    expect(dataOf(await decide()).ratePerson).toEqual(expected);
    expect(await outbox('evaluations.task.closed.v1')).toHaveLength(1);
    expect(await outbox('evaluations.rating.decided.v1')).toMatchObject([
      { subjectId: person('SKHCN-17'), visibility: { kind: 'PERSON' } },
    ]);
    expect((await outbox('evaluations.rating.proposed.v1'))[0]).toMatchObject({ grade: null });
  });

  it('R-181 the director rates a unit of his department, not the department, and a head not his own unit', async () => {
    const unit =
      'mutation ($input: RateUnitInput!) { rateUnit(input: $input) { ... on RatingSaved { rating { grade state } } ... on Refusal { reason } } }';
    const rateUnit = (key: string, actor: typeof LAN) =>
      run({
        query: unit,
        variables: {
          input: {
            clientMutationId: `unit-${key.replace('/', '.')}-1`,
            organisationId: org(key),
            year: 2024,
            grade: 'GOOD',
            evidence: 'Báo cáo năm',
            decisionNumber: '1/QĐ',
            decidedOn: '2025-01-10',
          },
        },
        actor,
      });
    expect(faultOf(await rateUnit('SKHCN/QLKH', HUY))).toBe('FORBIDDEN');
    expect(dataOf(await rateUnit('SKHCN', BINH)).rateUnit).toEqual({ reason: 'SUPERIOR_DECIDES' });
    expect(dataOf(await rateUnit('SKHCN/QLKH', BINH)).rateUnit).toEqual({ rating: { grade: 'GOOD', state: 'DECIDED' } });
    expect(faultOf(await rateUnit('STC/VP', BINH))).toBe('FORBIDDEN');
  });

  it('says that the organisations cannot be reached instead of guessing a unit', async () => {
    const answer = await execute(subgraph, database.dataSource, {
      query: mutation,
      variables: { input: { clientMutationId: 'rate-away-1', personId: person('MAI'), year: 2025, grade: 'GOOD', evidence: 'x' } },
      actor: BINH,
      peers: factPeers({}),
    });
    expect(faultOf(answer)).toBe('UNAVAILABLE');
  });
});
