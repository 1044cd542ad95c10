import { actorOf, dataOf, entities, execute, faultOf, publicActor, testDatabase, type TestDatabase } from '@thidua/testing';
import { naturalId } from '@thidua/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { org, person } from '../../test/demo/facts.js';
import { subgraph } from '../subgraph.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(subgraph, { fixture: 'demo' });
});
afterAll(() => database.drop());

const run = (request: Parameters<typeof execute>[2]) => execute(subgraph, database.dataSource, request);
const SKHCN = org('SKHCN');
const LAN = actorOf('DEPARTMENT_OFFICE', { scopeId: SKHCN, departmentId: SKHCN, personId: person('LAN') });
const THU = actorOf('EMULATION_OFFICE', { scopeId: org('TNH') });
const BAO = actorOf('INTEGRATOR', { scopeId: org('TNH') });
const initiativeId = (key: string): string => naturalId('initiative', key);

describe('who sees initiatives', () => {
  const LIST =
    'query ($organisation: ID, $first: Int, $after: String) { initiatives(organisation: $organisation, year: 2025, first: $first, after: $after) { totalCount nodes { title state } pageInfo { hasNextPage endCursor } } }';
  const total = async (actor: typeof LAN, organisation?: string) =>
    dataOf(await run({ query: LIST, variables: { organisation, first: 50 }, actor })).initiatives.totalCount;

  it('shows recognised ones to all who read initiatives, the others to their department, their authors and the province', async () => {
    expect([await total(THU), await total(LAN), await total(LAN, SKHCN), await total(LAN, org('STC'))]).toEqual([14, 12, 6, 3]);
    expect(await total(actorOf('STAFF', { scopeId: 'x', personId: person('STC-19') }))).toBe(11);
    expect(await total(actorOf('STAFF', { scopeId: 'x', personId: person('STC-20') }))).toBe(10);
    expect(faultOf(await run({ query: LIST, actor: BAO }))).toBe('FORBIDDEN');
    expect(faultOf(await run({ query: LIST, actor: publicActor }))).toBe('UNAUTHENTICATED');
  });

  it('pages without repeating', async () => {
    const first = dataOf(await run({ query: LIST, variables: { first: 8 }, actor: THU })).initiatives;
    const second = dataOf(await run({ query: LIST, variables: { first: 8, after: first.pageInfo.endCursor }, actor: THU })).initiatives;
    expect(new Set([...first.nodes, ...second.nodes].map((node: { title: string }) => node.title)).size).toBe(14);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage]).toEqual([true, false]);
  });

  it('R-193 gives the authors with shares that make 100', async () => {
    const answer = await run({
      ...entities('Person', '{ initiatives(year: 2025) { title influenceScope reusedBy { id } authors { percent person { id } } } }', [
        person('NAM'),
      ]),
      actor: LAN,
    });
    expect(dataOf(answer)._entities[0].initiatives).toEqual([
      {
        title: 'Hồ sơ nhiệm vụ khoa học không giấy, ký số từ khâu đề xuất',
        influenceScope: 'PROVINCE',
        reusedBy: { id: org('STC') },
        authors: [
          { percent: 60, person: { id: person('NAM') } },
          { percent: 40, person: { id: person('SKHCN-36') } },
        ],
      },
    ]);
  });

  it('shows MAI her own one under examination, and hides it from another department', async () => {
    const hers = async (actor: typeof LAN) =>
      dataOf(await run({ ...entities('Person', '{ initiatives { state } }', [person('MAI')]), actor }))._entities[0].initiatives;
    expect(await hers(actorOf('STAFF', { scopeId: 'x', personId: person('MAI') }))).toEqual([{ state: 'EXAMINING' }]);
    expect(await hers(actorOf('DEPARTMENT_OFFICE', { scopeId: org('STC'), departmentId: org('STC') }))).toEqual([]);
  });
});

describe('recogniseInitiative (R-194)', () => {
  const mutation =
    'mutation ($input: RecogniseInitiativeInput!) { recogniseInitiative(input: $input) { ... on InitiativeRecognised { initiative { state influenceScope decisionNumber } } ... on Refusal { reason field } } }';
  const recognise = (key: string, input: Record<string, unknown> = {}, actor = LAN) =>
    run({
      query: mutation,
      variables: {
        input: {
          clientMutationId: 'recognise-0001',
          id: initiativeId(key),
          version: 1,
          decisionNumber: '440/QĐ-SKHCN',
          decidedOn: '2025-12-15',
          ...input,
        },
      },
      actor,
    });

  it('refuses another department, the head of a division and what is settled', async () => {
    expect(
      faultOf(await recognise('SKHCN/2025/05', {}, actorOf('DEPARTMENT_OFFICE', { scopeId: org('STC'), departmentId: org('STC') }))),
    ).toBe('FORBIDDEN');
    expect(faultOf(await recognise('SKHCN/2025/05', {}, actorOf('UNIT_HEAD', { scopeId: org('SKHCN/TTUD'), departmentId: SKHCN })))).toBe(
      'FORBIDDEN',
    );
    expect(dataOf(await recognise('SKHCN/2025/01')).recogniseInitiative.reason).toBe('WRONG_STATE');
    expect(dataOf(await recognise('SKHCN/2025/05', { decidedOn: '2025-12-16' })).recogniseInitiative).toEqual({
      reason: 'DECISION_TO_COME',
      field: 'decidedOn',
    });
  });

  it('refuses an author on the own initiative, and shares that do not make 100', async () => {
    expect(dataOf(await recognise('SKHCN/2025/05', {}, { ...LAN, id: person('MAI') })).recogniseInitiative.reason).toBe('OWN_INITIATIVE');
    await database.dataSource.query('update initiative_author set percent = 90 where initiative_id = $1', [initiativeId('SKHCN/2025/06')]);
    expect(dataOf(await recognise('SKHCN/2025/06')).recogniseInitiative).toEqual({ reason: 'SHARES_NOT_100', field: 'authors' });
  });

  it('records the decision once, for MAI’s facts to show', async () => {
    const expected = { initiative: { state: 'RECOGNISED', influenceScope: 'BASE', decisionNumber: '440/QĐ-SKHCN' } };
    expect(dataOf(await recognise('SKHCN/2025/05')).recogniseInitiative).toEqual(expected);
    expect(dataOf(await recognise('SKHCN/2025/05')).recogniseInitiative).toEqual(expected);
    const facts = dataOf(await run({ ...entities('Person', '{ evaluationFacts }', [person('MAI')]), actor: LAN }))._entities[0]
      .evaluationFacts;
    expect(facts.initiatives).toMatchObject([{ percent: 100, decidedOn: '2025-12-15' }]);
    const events = await database.dataSource.query(`select count(*) from outbox where name = 'evaluations.initiative.recognised.v1'`);
    expect(events[0].count).toBe('1');
  });
});

describe('bloc ranking', () => {
  it('says that scoring has not been opened, with no rows', async () => {
    const answer = await run({
      ...entities('Bloc', '{ ranking(year: 2025) { state rows { rank } } }', [naturalId('bloc', 'TNH/QLNN')]),
      actor: THU,
    });
    expect(dataOf(answer)._entities[0].ranking).toEqual({ state: 'NOT_OPENED', rows: [] });
  });
});
