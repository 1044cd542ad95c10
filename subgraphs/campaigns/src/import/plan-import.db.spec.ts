import { naturalId } from '@thidua/contracts';
import { fileStore } from '@thidua/server';
import { actorOf, dataOf, execute, faultOf, testDatabase, type TestDatabase } from '@thidua/testing';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraph } from '../subgraph.js';

const org = (key: string): string => naturalId('organisation', key);
const LAN = actorOf('DEPARTMENT_OFFICE', { scopeId: org('SKHCN'), personId: naturalId('person', 'LAN') });
const CLERK = actorOf('CLERK', { scopeId: org('SKHCN'), personId: naturalId('person', 'SKHCN-08') });
const STC = actorOf('DEPARTMENT_OFFICE', { scopeId: org('STC'), personId: naturalId('person', 'STC-07') });
const BINH = actorOf('DEPARTMENT_DIRECTOR', { scopeId: org('SKHCN'), personId: naturalId('person', 'BINH') });
const THU = actorOf('EMULATION_OFFICE', { scopeId: org('TNH') });

const source = readFileSync(new URL('../demo/plans/000_8f8a9018ae12c9ee.txt', import.meta.url), 'utf8');
const sample = readFileSync(new URL('../../../../docs/samples/ke-hoach-so-y-te-2026.txt', import.meta.url), 'utf8');

const PREVIEW = `mutation ($input: PreviewPlanImportInput!) { previewPlanImport(input: $input) { __typename
  ... on Refusal { reason message remedy field } ... on PlanImportPrepared { planImport { id version state text issuer { id } duplicateOf { id } warnings { code severity }
    merges { id kind printed candidateName difference decision } extract { number symbol title sections { id } citations { number documentId } targets { key } campaigns { name campaignId } } } } } }`;
const CONFIRM = `mutation ($input: ConfirmPlanImportInput!) { confirmPlanImport(input: $input) { __typename
  ... on Refusal { reason message remedy field row } ... on PlanConfirmed { plan { id text state number title version } } } }`;

let serial = 0;
const act = (): string => `act-${String((serial += 1)).padStart(8, '0')}`;

interface Merge {
  id: string;
  kind: string;
  candidateName: string;
  difference: string;
}

function harness(db: TestDatabase) {
  const run = (query: string, actor: Parameters<typeof execute>[2]['actor'], input: object, locale: 'vi' | 'en' = 'vi') =>
    execute(subgraph, db.dataSource, { query, variables: { input }, actor, locale });
  return {
    run,
    preview: async (text: string, actor = LAN, more: object = {}) =>
      dataOf(await run(PREVIEW, actor, { clientMutationId: act(), text, ...more })).previewPlanImport,
    confirm: async (planImport: { id: string; version: number; merges: Merge[] }, actor = LAN, more: object = {}) =>
      dataOf(
        await run(CONFIRM, actor, {
          clientMutationId: act(),
          importId: planImport.id,
          version: planImport.version,
          decisions: planImport.merges.map((merge) => ({ id: merge.id, decision: 'MERGE' })),
          ...more,
        }),
      ).confirmPlanImport,
    count: async (table: string): Promise<number> =>
      ((await db.dataSource.query(`select count(*)::int as n from ${table}`)) as { n: number }[])[0]?.n ?? 0,
    events: (name: string) =>
      db.dataSource.query('select payload from outbox where name = $1 order by seq desc', [name]) as Promise<
        { payload: Record<string, unknown> }[]
      >,
  };
}

describe('J-01 importing the plan of SKHCN', () => {
  let db: TestDatabase;
  let go: ReturnType<typeof harness>;
  beforeAll(async () => {
    db = await testDatabase(subgraph, { fixture: 'before-plan' });
    go = harness(db);
  });
  afterAll(() => db.drop());

  it('R-083 previews without writing a plan or a register', async () => {
    const before = [await go.count('plan'), await go.count('legal_document'), await go.count('campaign')];
    const { planImport } = await go.preview(source);
    expect(planImport).toMatchObject({ state: 'PREPARED', text: source, issuer: { id: org('SKHCN') }, duplicateOf: null });
    expect([planImport.extract.sections.length, planImport.extract.symbol, planImport.extract.number]).toEqual([9, 'KH-KHCN', null]);
    expect([await go.count('plan'), await go.count('legal_document'), await go.count('campaign')]).toEqual(before);
  });

  it('R-070 R-113 offers 01/CT-UBND as the registered document although its issuer is printed differently', async () => {
    const { planImport } = await go.preview(source);
    const merge = planImport.merges.find((m: { printed: string }) => m.printed.startsWith('Chỉ thị số 01/CT-UBND'));
    expect(merge).toMatchObject({ kind: 'LEGAL_DOCUMENT', candidateName: 'Chỉ thị số 01/CT-UBND', decision: null });
    expect(merge.difference).toContain('“UBND tỉnh” / “Chủ tịch Ủy ban nhân dân tỉnh”');
    expect(planImport.merges.some((m: Merge) => m.kind === 'CAMPAIGN')).toBe(true);
  });

  it('refuses a missing, an unknown, a doubled and an impossible decision, naming the row, and changes nothing', async () => {
    const { planImport } = await go.preview(source);
    const good = planImport.merges.map((merge: Merge) => ({ id: merge.id, decision: 'MERGE' }));
    const cases: [string, object[], number | null][] = [
      ['DECISION_MISSING', good.slice(1), null],
      ['UNKNOWN_MERGE', [...good, { id: 'document-99', decision: 'MERGE' }], good.length + 1],
      ['DECISION_TWICE', [...good, good[0]], 1],
      ['UNKNOWN_DECISION', [{ ...good[0], decision: 'PERHAPS' }, ...good.slice(1)], 1],
    ];
    for (const [reason, decisions, row] of cases) {
      expect(await go.confirm(planImport, LAN, { decisions })).toMatchObject({ __typename: 'Refusal', reason, field: 'decisions', row });
    }
    expect([
      await go.count("plan where department_id = '" + org('SKHCN') + "' and year = 2025"),
      await go.count("plan_import where state = 'CONFIRMED'"),
    ]).toEqual([0, 0]);
  });

  it('permits the office and the clerk of the department, and neither another department nor the province', async () => {
    const { planImport } = await go.preview(source, CLERK);
    expect(faultOf(await go.run(CONFIRM, STC, { clientMutationId: act(), importId: planImport.id, version: 1, decisions: [] }))).toBe(
      'FORBIDDEN',
    );
    expect(faultOf(await go.run(PREVIEW, STC, { clientMutationId: act(), text: source }))).toBe('FORBIDDEN');
    expect(faultOf(await go.run(PREVIEW, THU, { clientMutationId: act(), text: source }))).toBe('FORBIDDEN');
    const read = (actor: Parameters<typeof execute>[2]['actor']) =>
      execute(subgraph, db.dataSource, { query: '{ planImport(id: "' + planImport.id + '") { id } }', actor });
    expect(dataOf(await read(LAN)).planImport).toEqual({ id: planImport.id });
    expect(faultOf(await read(STC))).toBe('FORBIDDEN');
  });

  it('R-061 two people who confirm at once make one plan; the text comes back letter by letter', async () => {
    const [mine, hers] = [(await go.preview(source)).planImport, (await go.preview(source, CLERK)).planImport];
    const before = await go.count('plan');
    const answers = await Promise.all([go.confirm(mine), go.confirm(hers, CLERK)]);
    const made = answers.filter((answer) => answer.__typename === 'PlanConfirmed');
    expect([made.length, answers.find((answer) => answer.__typename === 'Refusal')?.reason]).toEqual([1, 'ALREADY_IMPORTED']);
    expect(made[0].plan).toMatchObject({ text: source, state: 'AWAITING_SIGNATURE', number: null });
    expect(await go.count('plan')).toBe(before + 1);
  });

  it('hands the targets on, answers the directive and asks the director to sign', async () => {
    const [confirmed] = await go.events('campaigns.plan.confirmed.v1');
    expect(confirmed?.payload).toMatchObject({
      issuerId: org('SKHCN'),
      departmentId: org('SKHCN'),
      year: 2025,
      entity: { typeName: 'Plan' },
      change: 'CREATED',
    });
    expect((confirmed?.payload['targets'] as { kind: string }[] | undefined)?.map((target) => target.kind)).toEqual([
      'QUALITATIVE',
      'BY_REFERENCE',
    ]);
    expect((await go.events('campaigns.task.closed.v1')).map((row) => row.payload['taskId'])).toContain('plan-answer:SKHCN:01-CT-UBND');
    expect((await go.events('campaigns.task.opened.v1'))[0]?.payload).toMatchObject({
      kind: 'PLAN_SIGN',
      assignee: { role: 'DEPARTMENT_DIRECTOR', scopeId: org('SKHCN') },
    });
  });

  it('R-113 recognises a second import, also with other line ends and other quotation of blanks', async () => {
    const { planImport } = await go.preview(source.replaceAll('\n', '\r\n').replaceAll('\r\n\r\n', '\r\n\r\n\r\n'));
    expect(planImport.duplicateOf).not.toBeNull();
    const before = await go.count('plan');
    expect(await go.confirm(planImport)).toMatchObject({ reason: 'ALREADY_IMPORTED', remedy: 'Mở kế hoạch đã có thay vì nhập lại.' });
    expect(await go.count('plan')).toBe(before);
  });

  it('R-061 R-086 the director issues it: number from the register, never twice; others may not', async () => {
    const ISSUE =
      'mutation ($input: IssuePlanInput!) { issuePlan(input: $input) { __typename ... on Refusal { reason } ... on PlanIssued { plan { number state text date { year month day } signatory { role name } } } } }';
    const [row] = (await db.dataSource.query(`select id, version from plan where state = 'AWAITING_SIGNATURE' and issuer_id = $1`, [
      org('SKHCN'),
    ])) as { id: string; version: number }[];
    const input = { planId: row?.id, version: row?.version };
    expect(faultOf(await go.run(ISSUE, LAN, { clientMutationId: act(), ...input }))).toBe('FORBIDDEN');
    const again = { clientMutationId: act(), ...input };
    // Versions guessed ahead arrive at the same moment: judged on the row as it was, they would number the plan again.
    const ahead = [1, 2].map((step) => ({ ...input, clientMutationId: act(), version: (row?.version ?? 0) + step }));
    const [first] = await Promise.all([again, ...ahead].map((one) => go.run(ISSUE, BINH, one)));
    const issued = dataOf(first!).issuePlan;
    expect(issued.plan).toEqual({
      number: '01/KH-KHCN',
      state: 'ISSUED',
      text: source,
      date: { year: 2025, month: 12, day: 15 },
      signatory: { role: 'GIÁM ĐỐC', name: BINH.name },
    });
    expect(dataOf(await go.run(ISSUE, BINH, again)).issuePlan).toEqual(issued);
    expect(dataOf(await go.run(ISSUE, BINH, { ...again, clientMutationId: act(), version: 2 })).issuePlan).toMatchObject({
      reason: 'NOT_AWAITING_SIGNATURE',
    });
    expect(await go.events('campaigns.plan.issued.v1')).toHaveLength(1);
    expect((await go.events('campaigns.plan.issued.v1'))[0]?.payload).toMatchObject({
      number: '01/KH-KHCN',
      visibility: { kind: 'PUBLIC' },
    });
  });
});

describe('importing what is new here', () => {
  let db: TestDatabase;
  let go: ReturnType<typeof harness>;
  beforeAll(async () => {
    db = await testDatabase(subgraph, { fixture: 'demo' });
    go = harness(db);
  });
  afterAll(() => db.drop());

  it('a plan of an unknown body needs its issuer chosen, and learns the name', async () => {
    const { planImport } = await go.preview(sample);
    expect(planImport.issuer).toBeNull();
    expect(planImport.warnings[0]).toEqual({ code: 'UNRESOLVED_ISSUER', severity: 'DECISION' });
    expect(await go.confirm(planImport)).toMatchObject({ reason: 'ISSUER_MISSING', field: 'issuerId' });
    expect(await go.confirm(planImport, LAN, { issuerId: org('QNG.SKHCN') })).toMatchObject({
      plan: { number: '27/KH-SYT', text: sample, state: 'IMPORTED' },
    });
    const other = (await go.preview(sample.replaceAll('2026', '2027'))).planImport;
    expect(other.issuer).toEqual({ id: org('QNG.SKHCN') });
  });

  it('R-070 keeps documents apart when told so', async () => {
    const text =
      'Số: /KH-KHCN\n\nTây Ninh, ngày 02 tháng 3 năm 2025\n\nKẾ HOẠCH\n\nTuyên truyền phong trào thi đua năm 2025\n\nCăn cứ Chỉ thị số 01/CT-UBND ngày 09/01/2025 của Ủy ban nhân dân tỉnh về việc cải cách hành chính năm 2025;\n\nSở Khoa học và Công nghệ ban hành kế hoạch như sau:\n\nI. NỘI DUNG\n\n- Tuyên truyền.\n\nNơi nhận:\n\n- Lưu: VT.\n\nGIÁM ĐỐC\n';
    const { planImport } = await go.preview(text);
    expect(planImport.merges).toHaveLength(1);
    const before = await go.count('legal_document');
    expect(await go.confirm(planImport, LAN, { decisions: [{ id: planImport.merges[0].id, decision: 'SEPARATE' }] })).toMatchObject({
      __typename: 'PlanConfirmed',
    });
    expect(await go.count('legal_document')).toBe(before + 1);
  });

  it('the same act sent twice answers the same import', async () => {
    const input = { clientMutationId: act(), text: sample.replaceAll('2026', '2028') };
    const [first, second] = [dataOf(await go.run(PREVIEW, LAN, input)), dataOf(await go.run(PREVIEW, LAN, input))];
    expect(second.previewPlanImport.planImport.id).toBe(first.previewPlanImport.planImport.id);
  });

  it.each([
    ['EMPTY_FILE', ''],
    ['NOT_A_PLAN', 'Danh sách họp lớp cũ của chúng ta ngày chủ nhật tới.'],
    ['WRONG_ENCODING', 'KÕ ho¹ch ph¸t ®éng phong trµo thi ®ua yªu n\u00adíc, c¨n cø ChØ thÞ sè 01 cña Uû ban nh©n d©n tØnh'],
  ])('refuses with %s, says what to do in both languages, and stores nothing', async (reason, text) => {
    const before = await go.count('plan_import');
    const [vi, en] = [
      dataOf(await go.run(PREVIEW, LAN, { clientMutationId: act(), text })).previewPlanImport,
      dataOf(await go.run(PREVIEW, LAN, { clientMutationId: act(), text }, 'en')).previewPlanImport,
    ];
    expect([vi.reason, vi.field]).toEqual([reason, 'text']);
    expect(vi.remedy).not.toBe(en.remedy);
    expect(await go.count('plan_import')).toBe(before);
  });

  it('reads an uploaded file of the caller only', async () => {
    const file = await fileStore(db.dataSource.manager).put(Buffer.from(sample.replaceAll('2026', '2029')), {
      name: 'ke-hoach.txt',
      mime: 'text/plain',
      ownerId: LAN.id,
    });
    const mine = dataOf(await go.run(PREVIEW, LAN, { clientMutationId: act(), fileId: file.id })).previewPlanImport;
    expect(mine.planImport.extract.title).toContain('năm 2029');
    expect(dataOf(await go.run(PREVIEW, STC, { clientMutationId: act(), fileId: file.id })).previewPlanImport).toMatchObject({
      reason: 'NO_SUCH_FILE',
    });
    expect(dataOf(await go.run(PREVIEW, LAN, { clientMutationId: act() })).previewPlanImport).toMatchObject({ reason: 'ONE_SOURCE' });
  });

  it('R-127 a duty is reported done by its department, once', async () => {
    const DONE =
      'mutation ($input: CompleteDutyInput!) { completeDuty(input: $input) { __typename ... on Refusal { reason } ... on DutyCompleted { duty { id state } } } }';
    const [duty] = (await db.dataSource.query('select id from duty where department_id = $1 and late_task_at is not null limit 1', [
      org('SKHCN'),
    ])) as { id: string }[];
    expect(faultOf(await go.run(DONE, STC, { clientMutationId: act(), dutyId: duty?.id }))).toBe('FORBIDDEN');
    expect(dataOf(await go.run(DONE, LAN, { clientMutationId: act(), dutyId: duty?.id })).completeDuty).toMatchObject({
      duty: { id: duty?.id, state: 'DONE' },
    });
    expect((await go.events('campaigns.task.closed.v1'))[0]?.payload).toEqual({ taskId: `duty-late:${duty?.id}` });
    expect(dataOf(await go.run(DONE, LAN, { clientMutationId: act(), dutyId: duty?.id })).completeDuty).toMatchObject({
      reason: 'ALREADY_DONE',
    });
  });
});
