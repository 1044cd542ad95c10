import type { AssertedActor, PersonPostingFacts } from '@thidua/contracts';
import { dataOf, entities, execute, faultOf, serviceActor, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoActor, org, person } from '../../test/actors.js';
import { subgraph } from '../subgraph.js';

let db: TestDatabase;
const who: Record<string, AssertedActor> = {};
const run = (query: string, actor: string, variables = {}) =>
  execute(subgraph, db.dataSource, { query, variables, actor: who[actor] as AssertedActor });
const ask = async (query: string, actor: string, variables = {}) => dataOf(await run(query, actor, variables));

beforeAll(async () => {
  db = await testDatabase(subgraph, { fixture: 'demo' });
  for (const sub of ['THU', 'LAN', 'MAI', 'HUY', 'SON', 'PHUC', 'KHOI', 'SNV-06', 'BAO']) who[sub] = await demoActor(db.dataSource, sub);
});
afterAll(() => db.drop());

const PEOPLE =
  'query ($code: String!, $first: Int, $after: String, $search: String) { organisation(code: $code) { people(first: $first, after: $after, search: $search) { totalCount nodes { id fullName unit { name } } pageInfo { hasNextPage endCursor } } } }';
const peopleOf = async (code: string, actor: string, more = {}) => (await ask(PEOPLE, actor, { code, ...more })).organisation.people;

describe('people', () => {
  it('shows the province 160 people of three departments, and its chair beside them', async () => {
    expect((await Promise.all(['SKHCN', 'STC', 'SNV'].map((code) => peopleOf(code, 'THU')))).map((p) => p.totalCount)).toEqual([
      45, 65, 50,
    ]);
    expect((await ask('{ people { totalCount } }', 'THU')).people.totalCount).toBe(161);
  });

  it('R-054 shows a department its own people, and of another department nobody', async () => {
    expect([(await peopleOf('SKHCN', 'LAN')).totalCount, (await peopleOf('STC', 'LAN')).totalCount]).toEqual([45, 0]);
    expect((await ask('{ people { totalCount } }', 'MAI')).people.totalCount).toBe(45);
    expect((await ask('query ($id: ID!) { person(id: $id) { fullName } }', 'LAN', { id: person('HUY') })).person.fullName).toBe(
      'Phạm Quốc Huy',
    );
    expect(faultOf(await run('query ($id: ID!) { person(id: $id) { fullName } }', 'LAN', { id: person('SON') }))).toBe('FORBIDDEN');
    expect((await ask('query ($id: ID!) { person(id: $id) { fullName } }', 'THU', { id: person('SON') })).person.fullName).toBe(
      'Võ Thanh Sơn',
    );
  });

  it('PF-11 finds “nguyen van” as “Nguyễn Văn”', async () => {
    const names = async (search: string) =>
      (
        await ask('query ($search: String) { people(search: $search, first: 500) { nodes { fullName } } }', 'THU', { search })
      ).people.nodes.map((p: { fullName: string }) => p.fullName);
    const plain = await names('nguyen van');
    expect(plain.length).toBeGreaterThan(0);
    expect(plain.every((name: string) => name.startsWith('Nguyễn Văn'))).toBe(true);
    expect(await names('NGUYỄN VĂN')).toEqual(plain);
    expect(await names('Nguyễn Văn'.normalize('NFD'))).toEqual(plain);
    expect((await peopleOf('SKHCN', 'THU', { search: 'ly hoang' })).nodes.map((p: { fullName: string }) => p.fullName)).toEqual([
      'Lý Hoàng Nam',
    ]);
  });

  it('pages a department by name without repeats', async () => {
    const seen: string[] = [];
    let page = await peopleOf('STC', 'THU', { first: 25 });
    for (;;) {
      seen.push(...page.nodes.map((p: { id: string }) => p.id));
      if (!page.pageInfo.hasNextPage) break;
      page = await peopleOf('STC', 'THU', { first: 25, after: page.pageInfo.endCursor });
      expect(page.totalCount).toBe(65);
    }
    expect([seen.length, new Set(seen).size]).toEqual([65, 65]);
  });

  it('does not send more statements for more people', async () => {
    const statements = async (first: number) => {
      const answer = await run(
        PEOPLE.replace(
          'unit { name }',
          'unit { name } department { code } postings { title unit { name } } memberships { role organisation { name } council { name } } email',
        ),
        'THU',
        { code: 'SKHCN', first },
      );
      expect(dataOf(answer).organisation.people.nodes).toHaveLength(first);
      return answer.statements;
    };
    expect(await statements(45)).toBe(await statements(20));
  });

  it('does not send more statements for more departments', async () => {
    const count = async (filter: string) =>
      (await run(`{ organisations(${filter}) { nodes { people(first: 3) { totalCount nodes { fullName unit { name } } } } } }`, 'THU'))
        .statements;
    expect(await count('kind: DEPARTMENT')).toBe(await count('kind: DEPARTMENT, first: 1'));
  });

  it('R-018 tells the two postings of a person who moved to another department on 01/07', async () => {
    const data = await ask(
      'query ($id: ID!) { person(id: $id) { department { code } postings { organisation { code } unit { name } from to } } }',
      'THU',
      { id: person('SNV-30') },
    );
    expect(data.person).toEqual({
      department: { code: 'SNV' },
      postings: [
        { organisation: { code: 'STC' }, unit: { name: 'Phòng Quản lý Ngân sách' }, from: '2021-01-01', to: '2025-06-30' },
        { organisation: { code: 'SNV' }, unit: { name: 'Phòng Cải cách hành chính' }, from: '2025-07-01', to: null },
      ],
    });
  });

  it('shows a nominee of another department by name through a reference, without postings', async () => {
    const answer = await execute(subgraph, db.dataSource, {
      ...entities('Person', '{ fullName postings { id } memberships { role } }', [person('SON')]),
      actor: who['LAN'] as AssertedActor,
    });
    expect(dataOf(answer)._entities).toEqual([{ fullName: 'Võ Thanh Sơn', postings: [], memberships: [] }]);
  });

  it('tells the awards subgraph postings, absences and disciplines of all time', async () => {
    const answer = dataOf(
      await execute(subgraph, db.dataSource, {
        ...entities('Person', '{ postingFacts }', [person('STC-52'), person('SNV-44'), person('SNV-51')]),
        actor: serviceActor('awards'),
      }),
    );
    const [disciplined, onLeave, left] = answer._entities.map(
      (e: { postingFacts: PersonPostingFacts }) => e.postingFacts,
    ) as PersonPostingFacts[];
    expect(disciplined?.disciplines).toEqual([{ kind: 'REPRIMAND', from: '2025-03-10', to: '2026-03-09', state: 'IN_FORCE' }]);
    expect(onLeave).toMatchObject({ departmentId: org('SNV'), leaves: [{ kind: 'UNPAID', workingDays: 62, year: 2025 }] });
    expect(left).toMatchObject({ departmentId: org('SNV'), postings: [{ to: '2025-06-30' }] });
  });
});

describe('an integrating system', () => {
  it('J-13 finds only people whom a signed decision has named, and no membership', async () => {
    expect((await ask('{ people { totalCount } }', 'BAO')).people.totalCount).toBe(0);
    await db.dataSource.query('insert into released_person (person_id, at) values ($1, now())', [person('NAM')]);
    const { people } = await ask('{ people { totalCount nodes { fullName email memberships { role } } } }', 'BAO');
    expect(people).toMatchObject({ totalCount: 1, nodes: [{ fullName: 'Lý Hoàng Nam', memberships: [] }] });
    expect(people.nodes[0].email).toContain('•••@');
    expect((await peopleOf('SKHCN', 'BAO')).totalCount).toBe(1);
    expect(faultOf(await run('query ($id: ID!) { person(id: $id) { fullName } }', 'BAO', { id: person('LAN') }))).toBe('FORBIDDEN');
  });
});

describe('e-mail addresses', () => {
  const EMAILS = 'query ($code: String!) { organisation(code: $code) { people(first: 500) { nodes { id email } } } }';
  const logged = async () => Number((await db.dataSource.query(`select count(*) from audit_entry where action = 'readPrivate'`))[0].count);

  it('are masked for colleagues, whole for oneself, and nothing is logged', async () => {
    const nodes = (await ask(EMAILS, 'LAN', { code: 'SKHCN' })).organisation.people.nodes as { id: string; email: string }[];
    expect(nodes.filter((p) => !p.email.includes('•••')).map((p) => p.id)).toEqual([person('LAN')]);
    expect(await logged()).toBe(0);
  });

  it('are whole for a holder of person:read-private, and every reading is logged with the reader', async () => {
    const nodes = (await ask(EMAILS, 'SNV-06', { code: 'SKHCN' })).organisation.people.nodes as { email: string }[];
    expect(nodes.some((p) => p.email.includes('•••'))).toBe(false);
    expect(await logged()).toBe(45);
    const rows = await db.dataSource.query(`select distinct actor_id, entity from audit_entry where action = 'readPrivate'`);
    expect(rows).toEqual([{ actor_id: person('SNV-06'), entity: 'Person' }]);
  });
});

describe('moving a person', () => {
  const MOVE = `mutation ($input: RecordPostingInput!) { recordPosting(input: $input) { __typename ... on PostingRecorded { person { version jobTitle unit { name } postings { from to } } } ... on Refusal { reason field message } } }`;
  const input = (more = {}) => ({
    clientMutationId: 'move-0001',
    personId: person('SKHCN-13'),
    version: 1,
    organisationId: org('SKHCN'),
    unitId: org('SKHCN/CDS'),
    title: 'Chuyên viên',
    from: '2025-12-15',
    ...more,
  });

  it('is not for the department office', async () => {
    expect(faultOf(await run(MOVE, 'LAN', { input: input() }))).toBe('FORBIDDEN');
  });

  it.each([
    ['UNIT_ELSEWHERE', { unitId: org('STC/VP') }],
    ['UNKNOWN_BODY', { organisationId: org('QNG.SKHCN'), unitId: null }],
    ['BEFORE_PRESENT_POSTING', { from: '2020-01-01' }],
    ['NOTHING_CHANGES', { unitId: org('SKHCN/QLKH') }],
    ['NOT_IN_SERVICE', { personId: person('SKHCN-46') }],
  ])('refuses with %s and changes nothing', async (reason, more) => {
    const { recordPosting } = await ask(MOVE, 'SNV-06', { input: input({ clientMutationId: `move-${reason}`, ...more }) });
    expect(recordPosting).toMatchObject({ __typename: 'Refusal', reason });
    expect((await db.dataSource.query('select count(*)::int as n from outbox'))[0].n).toBe(0);
  });

  it('R-018 closes the old posting the day before, ends the roles of the old unit, and tells the gateway to forget', async () => {
    const moved = await ask(MOVE, 'SNV-06', {
      input: input({ personId: person('HUY'), title: 'Trưởng phòng', clientMutationId: 'move-HUY-1' }),
    });
    expect(moved.recordPosting.person).toEqual({
      version: 2,
      jobTitle: 'Trưởng phòng',
      unit: { name: 'Phòng Bưu chính, Viễn thông và Chuyển đổi số' },
      postings: [
        { from: '2021-01-01', to: '2025-12-14' },
        { from: '2025-12-15', to: null },
      ],
    });
    expect((await demoActor(db.dataSource, 'HUY')).roles.map((r) => r.role)).not.toContain('UNIT_HEAD');
    const events = await db.dataSource.query('select name, payload from outbox order by seq');
    expect(events.map((e: { name: string }) => e.name)).toEqual(['organisations.person.moved.v1', 'organisations.grants.changed.v1']);
    expect(events[1].payload).toMatchObject({ subjectId: person('HUY'), sub: 'HUY' });
    const again = await ask(MOVE, 'SNV-06', {
      input: input({ personId: person('HUY'), title: 'Trưởng phòng', clientMutationId: 'move-HUY-1' }),
    });
    expect(again.recordPosting.person.version).toBe(2);
    expect(
      faultOf(
        await run(MOVE, 'SNV-06', {
          input: input({
            personId: person('HUY'),
            version: 1,
            unitId: org('SKHCN/VP'),
            from: '2025-12-20',
            clientMutationId: 'move-HUY-2',
          }),
        }),
      ),
    ).toBe('CONFLICT');
  });
});
