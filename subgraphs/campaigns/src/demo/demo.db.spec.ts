import { naturalId } from '@thidua/contracts';
import { actorOf, dataOf, entities, execute, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraph } from '../subgraph.js';
import { demoPlans } from './demo-plans.js';
import { demoProvince } from '@thidua/dev/demo';

const org = (key: string): string => naturalId('organisation', key);
const plan = (key: string): string => naturalId('plan', key);
const LAN = actorOf('DEPARTMENT_OFFICE', { scopeId: org('SKHCN') });

let db: TestDatabase;
const ask = async (query: string, variables = {}) => dataOf(await execute(subgraph, db.dataSource, { query, variables, actor: LAN }));
const run = (query: string, variables = {}) => execute(subgraph, db.dataSource, { query, variables, actor: LAN });

beforeAll(async () => {
  db = await testDatabase(subgraph, { fixture: 'demo' });
});
afterAll(() => db.drop());

describe('the legal register of the demo', () => {
  it('R-066 holds 32 documents after the five plans; documents that only rules rest on stand apart', async () => {
    const { legalDocuments, all } = await ask(
      '{ legalDocuments { totalCount } all: legalDocuments(includeRuleOnly: true, first: 100) { totalCount nodes { ruleOnly } } }',
    );
    expect(legalDocuments.totalCount).toBe(32);
    expect([all.totalCount, all.nodes.filter((d: { ruleOnly: boolean }) => d.ruleOnly).length]).toEqual([36, 4]);
  });

  it('R-069 05-CT/TW rests below three plans, 05-CT/TU is another document below one', async () => {
    const chain = 'number type issuer date { year month day } citingPlans { totalCount nodes { id } }';
    const { centre, province } = await ask(
      `{ centre: legalDocument(number: "05-CT/TW") { ${chain} } province: legalDocument(number: "05-CT/TU") { ${chain} } }`,
    );
    expect(centre).toMatchObject({
      type: 'Chỉ thị',
      issuer: 'Bộ Chính trị khóa XII',
      date: { year: 2016, month: 5, day: 15 },
      citingPlans: { totalCount: 3 },
    });
    expect(province).toMatchObject({ date: { year: 2021 }, citingPlans: { totalCount: 1, nodes: [{ id: plan('003') }] } });
  });

  it('R-070 A-10 01/CT-UBND is one document of two printed issuers, every printing kept', async () => {
    const { legalDocument } = await ask(
      '{ legalDocument(number: "01/CT-UBND") { issuers { id } printings citingPlans { nodes { id } } } }',
    );
    expect(legalDocument.issuers.map((body: { id: string }) => body.id).toSorted()).toEqual([org('UBND.TNH'), org('CT.TNH')].toSorted());
    expect(legalDocument.printings.length).toBeGreaterThan(2);
    expect(legalDocument.citingPlans.nodes.map((p: { id: string }) => p.id).toSorted()).toEqual([plan('000'), plan('002')].toSorted());
  });

  it('R-068 finds the law without number by words without marks', async () => {
    const { legalDocuments } = await ask(
      '{ legalDocuments(search: "luat thi dua, khen thuong nam 2022") { nodes { number name status date { year month } issuers { id } } } }',
    );
    expect(legalDocuments.nodes).toEqual([
      {
        number: null,
        name: 'Luật thi đua, khen thưởng năm 2022',
        status: 'IN_FORCE',
        date: { year: 2022, month: null },
        issuers: [{ id: org('QH') }],
      },
    ]);
  });
});

describe('the campaigns of the demo', () => {
  it('R-105 J-15 holds the 29 different campaigns of the plans and 5 waves', async () => {
    const { campaigns, drives } = await ask('{ campaigns(first: 100) { totalCount } drives: campaigns(kind: DRIVE) { totalCount } }');
    expect([campaigns.totalCount, drives.totalCount]).toEqual([34, 5]);
  });

  it('R-100 R-106 cascades from the nation to the province to the department', async () => {
    const { national, called } = await ask(`{
      national: campaigns(search: "Cả nước chung sức xây dựng nông thôn mới") { nodes { initiatorLevel children { nodes { name initiatorLevel initiator { id } } } } }
      called: plan(id: "${plan('000')}") { campaigns { nodes { name initiatorLevel parent { name initiatorLevel } } } } }`);
    expect(national.nodes).toEqual([
      {
        initiatorLevel: 'NATIONAL',
        children: {
          nodes: [{ name: 'Tây Ninh chung sức xây dựng nông thôn mới', initiatorLevel: 'PROVINCE', initiator: { id: org('UBND.TNH') } }],
        },
      },
    ]);
    expect(called.campaigns.nodes[0]).toMatchObject({ initiatorLevel: 'DEPARTMENT', parent: { initiatorLevel: 'PROVINCE' } });
  });

  it('R-113 A-15 merges spellings and keeps what every plan asserts', async () => {
    const { campaigns } = await ask(
      '{ campaigns(search: "dan van kheo") { nodes { name initiatorLevel assertions { nameAsPrinted initiatorLevel } parent { name } } } }',
    );
    expect(campaigns.nodes.map((c: { name: string }) => c.name)).toEqual([
      'Dân vận khéo',
      '“Dân vận khéo” trong cơ quan hành chính Nhà nước',
    ]);
    expect(campaigns.nodes[0].assertions.map((a: { initiatorLevel: string }) => a.initiatorLevel).toSorted()).toEqual(
      ['NATIONAL', 'NATIONAL', 'PROVINCE'].slice(3 - campaigns.nodes[0].assertions.length),
    );
    expect(campaigns.nodes[1].parent).toEqual({ name: 'Dân vận khéo' });
  });
});

describe('the plans of the demo', () => {
  it('are 29: 5 imported, 1 of Sở Nội vụ, 20 of units, 3 of 2024', async () => {
    const { plans } = await ask('{ plans(first: 100) { totalCount nodes { state year unit { id } issuer { id } } } }');
    expect(plans.totalCount).toBe(29);
    expect(plans.nodes.filter((p: { unit: unknown }) => p.unit !== null)).toHaveLength(20);
  });

  it('R-083 give back the text they were made from, letter by letter', async () => {
    const sources = new Map(demoPlans(demoProvince()).map((p) => [plan(p.key), p.text]));
    const { plans } = await ask('{ plans(first: 100) { nodes { id text source { base64 } } } }');
    for (const { id, text, source } of plans.nodes)
      expect([text, Buffer.from(source.base64, 'base64').toString('utf8')]).toEqual([sources.get(id), sources.get(id)]);
  });

  it('J-01 show 9 sections, 7 documents, blank number and a date of which only the year is known', async () => {
    const { plan: read } = await ask(
      `{ plan(id: "${plan('000')}") { number symbol theme state date { year month day } sections { id } legalBases { number } issuer { id } assignments { kind duties { text } } recipients { kind expandsTo } warnings { code severity } } }`,
    );
    expect(read).toMatchObject({
      number: null,
      symbol: 'KH-KHCN',
      theme: null,
      state: 'AWAITING_SIGNATURE',
      date: { year: 2025, month: null, day: null },
      issuer: { id: org('SKHCN') },
    });
    expect([read.sections.length, read.legalBases.length, read.assignments.length]).toEqual([9, 7, 4]);
    expect(read.recipients[0]).toEqual({ kind: 'UNIT_GROUP', expandsTo: ['tất cả phòng, đơn vị của cơ quan'] });
    expect(
      read.warnings.filter((w: { code: string }) => /^NO_THEME|^NO_QUANT/u.test(w.code)).map((w: { severity: string }) => w.severity),
    ).toEqual(['INFO', 'INFO']);
  });

  it('decision 5 lists for a body only what it issued itself, newest first', async () => {
    const answer = dataOf(
      await execute(subgraph, db.dataSource, {
        ...entities('Organisation', '{ plans { nodes { id } } }', [org('SKHCN'), org('QNG.SKHCN')]),
        actor: LAN,
      }),
    );
    expect(answer._entities.map((o: { plans: { nodes: { id: string }[] } }) => o.plans.nodes.map((p) => p.id))).toEqual([
      [plan('SKHCN/VP/2025'), plan('000'), plan('SKHCN-2024'), plan('003')],
      [plan('001')],
    ]);
  });

  it('R-127 have 82 duties: 57 done, 17 open, 8 late, and every late one is a task', async () => {
    const { plans } = await ask('{ plans(first: 100) { nodes { assignments { duties { state } } } } }');
    const states = plans.nodes.flatMap((p: { assignments: { duties: { state: string }[] }[] }) =>
      p.assignments.flatMap((a) => a.duties.map((d) => d.state)),
    );
    const count = (state: string): number => states.filter((s: string) => s === state).length;
    const tasks = await db.dataSource.query(
      `select 1 from outbox where name = 'campaigns.task.opened.v1' and payload->>'kind' = 'DUTY_LATE'`,
    );
    expect({ done: count('DONE'), open: count('OPEN'), late: count('LATE'), tasks: tasks.length }).toEqual({
      done: 57,
      open: 17,
      late: 8,
      tasks: 8,
    });
  });

  it('hand 26 targets of the five plans, 13 of Sở Nội vụ and 60 of the units to evaluations', async () => {
    const rows: { plan: string; targets: { key: string; of: string | null }[] }[] = await db.dataSource.query(
      `select payload->>'planId' as plan, payload->'targets' as targets from outbox where name = 'campaigns.plan.confirmed.v1'`,
    );
    const of = (keys: string[]): number =>
      rows.filter((row) => keys.map(plan).includes(row.plan)).reduce((sum, row) => sum + row.targets.length, 0);
    expect([rows.length, of(['000', '001', '002', '003', '004']), of(['SNV-2025'])]).toEqual([29, 26, 13]);
    expect(rows.reduce((sum, row) => sum + row.targets.length, 0)).toBe(99);
    const snv = rows.find((row) => row.plan === plan('SNV-2025'))?.targets ?? [];
    expect(snv.map((t) => t.key)).toEqual(['T1', 'T2', 'T3a', 'T3b', 'T4a', 'T4b', 'T5', 'T6a', 'T6b', 'T7', 'T8a', 'T8b', 'T8c']);
    expect(snv.filter((t) => t.of === 'T3a' || t.of === 'T4a').map((t) => t.key)).toEqual(['T3b', 'T4b']);
    for (const row of rows) expect(new Set(row.targets.map((t) => t.key)).size).toBe(row.targets.length);
  });

  it('ask for documents, campaigns and duties of a page of plans in a fixed number of statements', async () => {
    const query =
      'query ($organisation: ID, $year: Int) { plans(organisation: $organisation, year: $year, first: 100) { nodes { id legalBases { id number citingPlans { totalCount } } campaigns { nodes { id name parent { id } children { totalCount } } } assignments { duties { id } } } } }';
    const [few, many] = [await run(query, { organisation: org('SKHCN'), year: 2025 }), await run(query)];
    expect(dataOf(many).plans.nodes).toHaveLength(29);
    expect(many.statements).toBeLessThanOrEqual(few.statements);
    expect(many.statements).toBeLessThan(14);
  });
});

describe('before the plan', () => {
  it('J-01 R-099 LAN is asked to answer 01/CT-UBND and SKHCN has no plan for 2025', async () => {
    const before = await testDatabase(subgraph, { fixture: 'before-plan' });
    try {
      const plans = await before.dataSource.query('select 1 from plan where department_id = $1 and year = 2025', [org('SKHCN')]);
      const [task] = await before.dataSource.query(
        `select payload from outbox where name = 'campaigns.task.opened.v1' and payload->>'kind' = 'PLAN_ANSWER'`,
      );
      expect(plans).toEqual([]);
      expect(task.payload).toMatchObject({
        vars: { document: '01/CT-UBND', received: '09/01/2025' },
        assignee: { role: 'DEPARTMENT_OFFICE', scopeId: org('SKHCN') },
      });
    } finally {
      await before.drop();
    }
  });
});

describe('before any plan', () => {
  it('the registers hold nothing but the documents the rules rest on', async () => {
    const empty = await testDatabase(subgraph, { fixture: 'no-plans' });
    try {
      const counts = await empty.dataSource.query(
        'select (select count(*)::int from plan) as plans, (select count(*)::int from campaign) as campaigns, (select count(*)::int from legal_document where not rule_only) as documents',
      );
      expect(counts).toEqual([{ plans: 0, campaigns: 0, documents: 0 }]);
    } finally {
      await empty.drop();
    }
  });
});
