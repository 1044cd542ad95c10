import {
  actorOf,
  dataOf,
  entities,
  execute,
  factPeers,
  faultOf,
  publicActor,
  serviceActor,
  testDatabase,
  type TestDatabase,
} from '@thidua/testing';
import { bindTransaction, businessClock, createConsumers, createLog } from '@thidua/server';
import { naturalId, type FeedEvent, type PlanConfirmed } from '@thidua/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { awardFacts, factsOf, org, person, PLAN, staffFacts, studyFacts, targetId } from '../../test/demo/facts.js';
import { SNV_2025_TARGETS } from '../demo/demo-targets.js';
import { subgraph } from '../subgraph.js';
import { createTargets } from './plan-confirmed.handler.js';
import { reviewRisks } from './risk.job.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase(subgraph, { fixture: 'demo' });
});
afterAll(() => database.drop());

const run = (request: Parameters<typeof execute>[2]) => execute(subgraph, database.dataSource, request);
const SNV = org('SNV');
const OFFICE = actorOf('DEPARTMENT_OFFICE', { scopeId: SNV, departmentId: SNV });
const OTHER = actorOf('DEPARTMENT_OFFICE', { scopeId: org('STC'), departmentId: org('STC') });
const KEYS = SNV_2025_TARGETS.map((target) => target.key);

const asked = (keys: string[], selection: string) =>
  entities('Target', selection, keys.map(targetId), { subject: { __typename: 'Organisation', ...factsOf('SNV') } });
const one = async (key: string, selection: string, actor = OFFICE) => dataOf(await run({ ...asked([key], selection), actor }))._entities[0];

describe('targets of Sở Nội vụ on 15/12/2025', () => {
  it('J-05 judges the thirteen targets as the plan, the lists and the facts say', async () => {
    const data = dataOf(
      await run({ ...asked(KEYS, '{ status statusWord actual { value numerator denominator needed provisional } }'), actor: OFFICE }),
    );
    const rows = data._entities.map(
      (t: { status: string; statusWord: string; actual: { value: string | null; numerator: number; denominator: number } }, i: number) => [
        KEYS[i],
        t.status,
        t.statusWord,
        t.actual.value?.replace('\u00a0', ' ') ?? null,
      ],
    );
    expect(rows).toEqual([
      ['T1', 'MET', 'Vượt mức', '112,0 %'],
      ['T2', 'NOT_MET', 'Chưa đạt', '98,0 %'],
      ['T3a', 'MET', 'Đạt', '100,0 %'],
      ['T3b', 'MET', 'Vừa đủ', '2'],
      ['T4a', 'MET', 'Đạt', '82,0 %'],
      ['T4b', 'NOT_MET', 'Chưa đạt', '19,5 %'],
      ['T5', 'NO_DATA', 'Chờ công bố', null],
      ['T6a', 'MET', 'Đạt', 'hạng 4'],
      ['T6b', 'NOT_MET', 'Không đạt', 'hạng 7'],
      ['T7', 'MET', 'Đạt', '100,0 %'],
      ['T8a', 'NO_DATA', 'Chờ công bố', null],
      ['T8b', 'NO_DATA', 'Định tính', null],
      ['T8c', 'NO_DATA', 'Chờ công bố', null],
    ]);
  });

  it('R-158, R-221 names who is missing of the 50, and who left on 30/06', async () => {
    const { actual, note } = await one(
      'T2',
      '{ note actual { numerator denominator needed no: members(list: NOT_COUNTED) { totalCount nodes { label reason person { id } } } out: members(list: OUT_OF_SCOPE) { nodes { person { id } reason } } yes: members(list: COUNTED, first: 2) { totalCount nodes { label } pageInfo { hasNextPage endCursor } } } }',
    );
    expect([actual.numerator, actual.denominator, actual.needed, note]).toEqual([49, 50, 50, 'thiếu 1 người, cần 50']);
    expect(actual.no.nodes).toEqual([
      { label: 'Phan Thị Kim Ngân', reason: expect.stringContaining('chưa học bù'), person: { id: person('SNV-27') } },
    ]);
    expect(actual.out.nodes).toEqual([{ person: { id: person('SNV-51') }, reason: 'không còn thuộc đơn vị từ 01/07/2025' }]);
    expect([actual.yes.totalCount, actual.yes.nodes.length, actual.yes.pageInfo.hasNextPage]).toEqual([49, 2, true]);
  });

  it('R-160 shows both readings of 8 of 41, and decision 37 the conflict with the quota', async () => {
    const target = await one(
      'T4b',
      '{ conflict denominatorRule denominatorText readings parentTarget { id } actual { numerator denominator otherReading provisional } }',
    );
    expect(target).toMatchObject({
      denominatorRule: 'OUTER',
      readings: ['OUTER', 'WHOLE'],
      parentTarget: { id: targetId('T4a') },
      actual: { numerator: 8, denominator: 41, otherReading: 'đọc theo toàn cơ quan: 8/50 = 16,0\u00a0%, cần 10', provisional: true },
    });
    expect(target.conflict).toBe('Chỉ tiêu cần 9, hạn mức 20\u00a0% chỉ cho 8 (Quy chế khen thưởng của tỉnh): không thể cùng đạt');
  });

  it('speaks English when asked to', async () => {
    const answer = await run({ ...asked(['T2', 'T6b'], '{ statusWord note actual { value } }'), actor: OFFICE, locale: 'en' });
    expect(dataOf(answer)._entities).toEqual([
      { statusWord: 'Not met so far', note: '1 person short, 50 needed', actual: { value: '98.0\u00a0%' } },
      { statusWord: 'Not met', note: 'down 2', actual: { value: 'rank 7' } },
    ]);
  });

  it('is not met the day after the cut-off', async () => {
    const answer = await run({ ...asked(['T2'], '{ status statusWord }'), actor: OFFICE, now: '2026-01-01T00:00:00+07:00' });
    expect(dataOf(answer)._entities[0]).toEqual({ status: 'NOT_MET', statusWord: 'Không đạt' });
  });

  it('has no data, not zero, when a peer’s facts did not arrive', async () => {
    const answer = await run({
      ...entities('Target', '{ status actual { value numerator explanation } }', [targetId('T2'), targetId('T4a')], {
        subject: { __typename: 'Organisation', id: SNV, staffFacts: staffFacts('SNV'), studyFacts: null, awardFacts: null },
      }),
      actor: OFFICE,
    });
    expect(dataOf(answer)._entities).toEqual([
      { status: 'NO_DATA', actual: { value: null, numerator: null, explanation: 'chưa có dữ liệu điểm danh' } },
      { status: 'NO_DATA', actual: { value: null, numerator: null, explanation: 'chưa có dữ liệu khen thưởng' } },
    ]);
  });

  it('costs the same number of statements for one target and for fifty', async () => {
    const selection =
      '{ status note conflict denominatorText parentTarget { id } actual { value explanation members(list: COUNTED) { totalCount } } }';
    const few = await run({ ...asked(['T4b'], selection), actor: OFFICE });
    const many = await run({ ...asked([...KEYS, ...KEYS, ...KEYS, ...KEYS].slice(0, 50), selection), actor: OFFICE });
    expect(dataOf(many)._entities).toHaveLength(50);
    expect(many.statements).toBeLessThanOrEqual(few.statements + 1);
  });
});

describe('who sees targets', () => {
  const plan = entities('Plan', '{ targets(first: 50) { totalCount nodes { id text comparator value unit version } } }', [PLAN]);

  it('lists the targets of a plan in its order to who may read targets, and none to the public', async () => {
    const data = dataOf(await run({ ...plan, actor: OTHER }))._entities[0];
    expect([data.targets.totalCount, data.targets.nodes[1]]).toEqual([
      13,
      expect.objectContaining({ comparator: 'GT', value: '98', unit: '%' }),
    ]);
    expect(dataOf(await run({ ...plan, actor: publicActor }))._entities[0].targets).toBeNull();
    expect(
      faultOf(await run({ query: 'query ($id: ID!) { target(id: $id) { id } }', variables: { id: targetId('T2') }, actor: publicActor })),
    ).toBe('UNAUTHENTICATED');
  });

  it('R-054 shows the names behind a figure to the department and the province, the figure to others', async () => {
    const selection = '{ actual { numerator members(list: NOT_COUNTED) { totalCount } } }';
    const answer = async (actor: typeof OFFICE) => run({ ...asked(['T2'], selection), actor });
    const staff = actorOf('STAFF', { scopeId: 'x', personId: person('SNV-22') });
    staff.roles[0]!.departmentId = SNV;
    for (const actor of [OFFICE, staff, actorOf('EMULATION_OFFICE', { scopeId: org('TNH') }), serviceActor('awards')])
      expect((await answer(actor)).errors).toEqual([]);
    for (const actor of [OTHER, actorOf('INTEGRATOR', { scopeId: org('TNH') })]) {
      const { data, errors } = await answer(actor);
      expect(errors.map(({ path, extensions }) => [path?.slice(-2), extensions?.['code']])).toEqual([[['actual', 'members'], 'FORBIDDEN']]);
      expect(data?._entities[0].actual).toEqual({ numerator: 49, members: null });
    }
  });
});

describe('targets come from confirmed plans', () => {
  const payload: PlanConfirmed = {
    planId: naturalId('plan', 'new'),
    issuerId: org('SKHCN'),
    year: 2025,
    number: null,
    title: 'Kế hoạch',
    targets: SNV_2025_TARGETS.slice(1, 6),
  };
  const event: FeedEvent = {
    cursor: '9:1',
    id: naturalId('event', '1'),
    name: 'campaigns.plan.confirmed.v1',
    at: '2025-12-15T02:00:00Z',
    payload: payload as never,
  };
  const count = async (planId: string): Promise<number> =>
    Number((await database.dataSource.query('select count(*) from target where plan_id = $1', [planId]))[0].count);

  it('R-157 makes them once, however often the event comes', async () => {
    const clock = businessClock('2025-12-15T09:00:00+07:00');
    const peers = { ...factPeers({}), feed: async () => ({ events: [event, { ...event, cursor: '9:2' }], cursor: '9:2', caughtUp: true }) };
    const [consumer] = createConsumers(
      subgraph,
      { name: 'evaluations', dataSource: database.dataSource, clock, peers },
      createLog('test', 'silent'),
    );
    await consumer!.step();
    await database.dataSource.query(`update feed_offset set cursor = '0:0'`);
    await consumer!.step();
    expect(await count(payload.planId)).toBe(5);
    const [created] = await database.dataSource.query(
      `select count(*) from outbox where name = 'evaluations.plan-targets.created.v1' and payload->>'planId' = $1`,
      [payload.planId],
    );
    expect(created.count).toBe('1');
  });

  it('R-161 ties "trong đó …" to its outer target, and keeps the printed words of the denominator otherwise', async () => {
    const rows = await database.dataSource.query(
      'select t.key, o.key as outer, t.denominator_rule as rule, t.denominator_text as printed from target t left join target o on o.id = t.outer_id where t.plan_id = $1 order by t.position',
      [payload.planId],
    );
    expect(rows.map((r: Record<string, string>) => [r['key'], r['outer'], r['rule']])).toEqual([
      ['T2', null, 'EVERY_SESSION'],
      ['T3a', null, null],
      ['T3b', 'T3a', 'OUTER'],
      ['T4a', null, null],
      ['T4b', 'T4a', 'OUTER'],
    ]);
    expect(rows[0].printed).toContain('trong cơ quan');
  });

  it('leaves the demo’s own targets alone when the event of that plan arrives', async () => {
    await database.dataSource.transaction((manager) =>
      createTargets(bindTransaction(manager, { actor: serviceActor('campaigns'), now: new Date() }), {
        ...payload,
        planId: PLAN,
        issuerId: SNV,
      }),
    );
    expect(await count(PLAN)).toBe(13);
  });
});

describe('setTargetReading', () => {
  const mutation =
    'mutation ($input: SetTargetReadingInput!) { setTargetReading(input: $input) { ... on TargetReadingSet { target { comparator denominatorRule version } } ... on Refusal { reason field } } }';
  const set = (input: Record<string, unknown>, actor = OFFICE) =>
    run({
      query: mutation,
      variables: {
        input: {
          clientMutationId: 'reading-0001',
          targetId: targetId('T4b'),
          version: 1,
          comparator: 'LTE',
          denominatorRule: 'WHOLE',
          ...input,
        },
      },
      actor,
    });

  it('refuses the office of another department, a clerk of the own one and the public', async () => {
    expect(faultOf(await set({}, OTHER))).toBe('FORBIDDEN');
    expect(faultOf(await set({}, actorOf('CLERK', { scopeId: SNV, departmentId: SNV })))).toBe('FORBIDDEN');
    expect(faultOf(await set({}, publicActor))).toBe('UNAUTHENTICATED');
  });

  it('refuses what the target cannot be, and changes nothing', async () => {
    expect(dataOf(await set({ comparator: 'INCREASE' })).setTargetReading).toEqual({
      reason: 'COMPARATOR_NOT_POSSIBLE',
      field: 'comparator',
    });
    expect(dataOf(await set({ denominatorRule: 'ANY_SESSION' })).setTargetReading).toEqual({
      reason: 'READING_NOT_POSSIBLE',
      field: 'denominatorRule',
    });
    expect(dataOf(await set({ targetId: targetId('T6a') })).setTargetReading.reason).toBe('COMPARATOR_NOT_POSSIBLE');
    const [row] = await database.dataSource.query('select comparator, version from target where id = $1', [targetId('T4b')]);
    expect(row).toEqual({ comparator: 'GTE', version: 1 });
  });

  it('A-01, A-02 sets comparator and denominator once, with audit and event; a late editor is told', async () => {
    const expected = { target: { comparator: 'LTE', denominatorRule: 'WHOLE', version: 2 } };
    expect(dataOf(await set({})).setTargetReading).toEqual(expected);
    expect(dataOf(await set({})).setTargetReading).toEqual(expected);
    expect(faultOf(await set({ clientMutationId: 'reading-0002' }))).toBe('CONFLICT');
    const audit = await database.dataSource.query(`select from_state, to_state, role from audit_entry where entity_id = $1`, [
      targetId('T4b'),
    ]);
    expect(audit).toEqual([{ from_state: 'GTE OUTER', to_state: 'LTE WHOLE', role: 'DEPARTMENT_OFFICE' }]);
    const after = await one('T4b', '{ status statusWord conflict actual { numerator denominator } }');
    expect(after).toEqual({ status: 'MET', statusWord: 'Đạt', conflict: null, actual: { numerator: 8, denominator: 50 } });
  });
});

describe('reportTargetResult', () => {
  const mutation =
    'mutation ($input: ReportTargetResultInput!) { reportTargetResult(input: $input) { ... on TargetResultReported { target { version } } ... on Refusal { reason field } } }';
  const report = (input: Record<string, unknown>, actor = OFFICE) =>
    run({
      query: mutation,
      variables: {
        input: {
          clientMutationId: 'report-00001',
          targetId: targetId('T8b'),
          version: 1,
          met: true,
          evidence: 'Biên bản kiểm tra 12/2025',
          ...input,
        },
      },
      actor,
    });

  it('R-172 refuses a finding without evidence, a computed target, and a stranger', async () => {
    expect(dataOf(await report({ evidence: ' ' })).reportTargetResult).toEqual({ reason: 'NO_EVIDENCE', field: 'evidence' });
    expect(dataOf(await report({ targetId: targetId('T2') })).reportTargetResult.reason).toBe('COMPUTED');
    expect(dataOf(await report({ targetId: targetId('T1') })).reportTargetResult).toEqual({ reason: 'INCOMPLETE', field: 'given' });
    expect(faultOf(await report({}, OTHER))).toBe('FORBIDDEN');
  });

  it('R-172 meets a qualitative target with evidence', async () => {
    expect(dataOf(await report({})).reportTargetResult).toEqual({ target: { version: 2 } });
    expect(await one('T8b', '{ status actual { explanation } }')).toEqual({
      status: 'MET',
      actual: { explanation: 'Biên bản kiểm tra 12/2025 (báo cáo 15/12/2025)' },
    });
  });
});

describe('targets at risk (R-171)', () => {
  const runtime = (study: unknown) => ({
    dataSource: database.dataSource,
    clock: businessClock('2025-12-15T09:00:00+07:00'),
    peers: factPeers({
      'organisations.Organisation.staffFacts': (id) => (id === SNV ? staffFacts('SNV') : null),
      'campaigns.Organisation.studyFacts': (id) => (id === SNV ? study : null),
      'awards.Organisation.awardFacts': (id) => (id === SNV ? awardFacts('SNV') : null),
    }),
  });
  const tasks = async (): Promise<{ name: string; text: string | null; role: string | null }[]> =>
    database.dataSource.query(
      `select name, payload->'vars'->>'text' as text, payload->'assignee'->>'role' as role from outbox where name like 'evaluations.task.%' and (payload->>'kind' is distinct from 'RATING_MISSING') order by seq`,
    );

  it('asks the office once, and closes the task when the target is met', async () => {
    expect(await reviewRisks(runtime(studyFacts('SNV')))).toEqual({ opened: 1, closed: 0 });
    expect(await reviewRisks(runtime(studyFacts('SNV')))).toEqual({ opened: 0, closed: 0 });
    const made = studyFacts('SNV');
    for (const someone of made.years[0]!.people) Object.assign(someone, { madeUp: someone.missing.length, missing: [] });
    expect(await reviewRisks(runtime(made))).toEqual({ opened: 0, closed: 1 });
    expect((await tasks()).map((task) => [task.name, task.role])).toEqual([
      ['evaluations.task.opened.v1', 'DEPARTMENT_OFFICE'],
      ['evaluations.task.closed.v1', null],
    ]);
  });

  it('keeps a task open while a peer is away', async () => {
    await reviewRisks(runtime(studyFacts('SNV')));
    expect(await reviewRisks(runtime(null))).toEqual({ opened: 0, closed: 0 });
  });
});
