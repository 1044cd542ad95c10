import { dataOf, entities, execute, faultOf, publicActor, serviceActor, testDatabase, type TestDatabase } from '@thidua/testing';
import type { AssertedActor, CouncilSeatFacts, OrganisationStaffFacts } from '@thidua/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bloc, council, demoActor, org, person } from '../../test/actors.js';
import { subgraph } from '../subgraph.js';

let db: TestDatabase;
let THU: AssertedActor;
let LAN: AssertedActor;
const ask = async (query: string, actor: AssertedActor = THU, variables = {}) =>
  dataOf(await execute(subgraph, db.dataSource, { query, variables, actor }));

beforeAll(async () => {
  db = await testDatabase(subgraph, { fixture: 'demo' });
  [THU, LAN] = await Promise.all([demoActor(db.dataSource, 'THU'), demoActor(db.dataSource, 'LAN')]);
});
afterAll(() => db.drop());

describe('the tree of organisations', () => {
  it('R-001 R-002 counts units thuộc and trực thuộc of the three departments: 6, 8, 6', async () => {
    const { organisations } = await ask(
      '{ organisations(kind: DEPARTMENT) { totalCount nodes { code isGuest headcount units { name relation } direct: units(kind: UNIT) { name } } } }',
    );
    expect(organisations.totalCount).toBe(5);
    expect(
      organisations.nodes.map((o: { code: string; headcount: number; units: unknown[] }) => [o.code, o.units.length, o.headcount]),
    ).toEqual([
      ['SKHCN', 6, 45],
      ['STC', 8, 65],
      ['SNV', 6, 50],
      ['QNG.SKHCN', 0, 0],
      ['STG.SNV', 0, 0],
    ]);
    expect(organisations.nodes[0].direct).toEqual([{ name: 'Trung tâm Ứng dụng tiến bộ Khoa học và Công nghệ' }]);
    expect(organisations.nodes.map((o: { isGuest: boolean }) => o.isGuest)).toEqual([false, false, false, true, true]);
  });

  it('R-006 offers Sở Nội vụ two lines of superiors beside the Party: UBND tỉnh and Bộ Nội vụ', async () => {
    const { organisation } = await ask(
      '{ organisation(code: "SNV") { province { code } parent { code } department { code } superiors { line organisation { name } } } }',
    );
    expect(organisation).toMatchObject({ province: { code: 'TNH' }, parent: { code: 'UBND' }, department: { code: 'SNV' } });
    expect(organisation.superiors).toEqual([
      { line: 'ADMINISTRATIVE', organisation: { name: 'Ủy ban nhân dân tỉnh Tây Ninh' } },
      { line: 'PARTY', organisation: { name: 'Tỉnh ủy Tây Ninh' } },
      { line: 'PROFESSIONAL', organisation: { name: 'Bộ Nội vụ' } },
    ]);
  });

  it('R-008 R-011 finds bodies by alias and without marks, and tells the province of same-named ones', async () => {
    const { organisations } = await ask(
      '{ organisations(search: "so khoa hoc va cong nghe", kind: DEPARTMENT) { nodes { code province { name } } } }',
    );
    expect(organisations.nodes).toEqual([
      { code: 'SKHCN', province: { name: 'Tỉnh Tây Ninh' } },
      { code: 'QNG.SKHCN', province: { name: 'Tỉnh Quảng Ngãi' } },
    ]);
    const alias = await ask('{ organisations(search: "Ban TĐ-KT tỉnh") { nodes { code } } }');
    expect(alias.organisations.nodes).toEqual([{ code: 'BTDKT' }]);
  });

  it('R-004 keeps the nine district finance offices as history only', async () => {
    expect((await ask('{ organisations(kind: DISTRICT_LEGACY) { totalCount } }')).organisations.totalCount).toBe(0);
    const { organisations } = await ask('{ organisations(kind: DISTRICT_LEGACY, includeEnded: true) { totalCount nodes { validTo } } }');
    expect(organisations).toMatchObject({ totalCount: 9, nodes: Array.from({ length: 9 }, () => ({ validTo: '2025-06-30' })) });
  });

  it('pages by cursor without repeats', async () => {
    const seen: string[] = [];
    for (let after: string | null = null; ;) {
      const { organisations } = await ask(
        'query ($after: String) { organisations(first: 30, includeEnded: true, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }',
        THU,
        { after },
      );
      expect(organisations.totalCount).toBe(81);
      seen.push(...organisations.nodes.map((o: { id: string }) => o.id));
      if (!organisations.pageInfo.hasNextPage) break;
      after = organisations.pageInfo.endCursor;
    }
    expect([seen.length, new Set(seen).size]).toEqual([81, 81]);
  });

  it('asks for either id or code', async () => {
    expect(faultOf(await execute(subgraph, db.dataSource, { query: '{ organisation { id } }', actor: LAN }))).toBe('BAD_USER_INPUT');
  });

  it('refuses the public every root field, and shows it the issuer of a certificate by reference', async () => {
    for (const query of [
      '{ viewer { client } }',
      '{ organisations { totalCount } }',
      '{ people { totalCount } }',
      '{ blocs { id } }',
      '{ changes(since: "2025-01-01T00:00:00Z") { totalCount } }',
    ]) {
      expect(faultOf(await execute(subgraph, db.dataSource, { query, actor: publicActor }))).toBe('UNAUTHENTICATED');
    }
    const answer = await execute(subgraph, db.dataSource, {
      ...entities('Organisation', '{ name people { totalCount } }', [org('SKHCN')]),
      actor: publicActor,
    });
    expect(dataOf(answer)._entities).toEqual([{ name: 'Sở Khoa học và Công nghệ', people: { totalCount: 0 } }]);
    const nobody = await execute(subgraph, db.dataSource, { ...entities('Person', '{ fullName }', [person('LAN')]), actor: publicActor });
    expect(dataOf(nobody)._entities).toEqual([null]);
  });
});

describe('councils and blocs', () => {
  it('R-028 R-029 shows the council of Sở Nội vụ with 9 seats, its standing body and SON for the union', async () => {
    const data = await ask(
      'query ($id: ID!) { council(id: $id) { kind organisation { code } standingBody { name } members { seat office person { fullName } } } }',
      THU,
      { id: council('SNV/TDKT') },
    );
    expect(data.council).toMatchObject({ kind: 'EMULATION', organisation: { code: 'SNV' }, standingBody: { name: 'Văn phòng Sở' } });
    expect(data.council.members).toHaveLength(9);
    expect(data.council.members).toContainEqual({
      seat: 'MEMBER',
      office: 'Chủ tịch Công đoàn cơ sở',
      person: { fullName: 'Võ Thanh Sơn' },
    });
  });

  it('R-038 R-041 lists the members of the provincial bloc by year, led by Sở Tài chính in 2025 only', async () => {
    const query =
      'query ($id: ID!, $year: Int!) { bloc(id: $id) { guidedBy { code } members(year: $year) { totalCount nodes { role organisation { code } } } } }';
    const leader = async (year: number) => {
      const { bloc: found } = await ask(query, LAN, { id: bloc('TNH/QLNN'), year });
      return [found.members.totalCount, found.members.nodes.find((m: { role: string }) => m.role === 'LEADER')?.organisation.code];
    };
    expect([await leader(2024), await leader(2025), await leader(2026)]).toEqual([
      [8, 'VPUB'],
      [8, 'STC'],
      [0, undefined],
    ]);
    expect((await ask('{ blocs { id } }')).blocs).toHaveLength(6);
  });

  it('R-020 lists the delegations KT. of a department', async () => {
    const { delegations } = await ask(
      'query ($id: ID!) { delegations(organisation: $id) { capacity scope from { fullName } to { fullName } validTo } }',
      LAN,
      { id: org('SKHCN') },
    );
    expect(delegations).toEqual([
      {
        capacity: 'DEPUTY_FOR_HEAD',
        scope: 'PLAN',
        from: { fullName: 'Trần Văn Bình' },
        to: { fullName: 'Lê Thị Hoa' },
        validTo: '2025-05-31',
      },
    ]);
  });
});

describe('fact lists for the other subgraphs (decision 14)', () => {
  it('R-018 tells the whole history of a department’s staff, joiners and leavers dated, with units and mass organisations', async () => {
    const answer = dataOf(
      await execute(subgraph, db.dataSource, {
        ...entities('Organisation', '{ staffFacts }', [org('SNV'), org('SKHCN')]),
        actor: serviceActor('evaluations'),
      }),
    );
    const [snv, skhcn] = answer._entities.map((e: { staffFacts: OrganisationStaffFacts }) => e.staffFacts) as [
      OrganisationStaffFacts,
      OrganisationStaffFacts,
    ];
    const inScope = (facts: OrganisationStaffFacts, day: string) =>
      new Set(facts.members.filter((m) => m.from <= day && (m.to ?? day) >= day).map((m) => m.personId)).size;
    expect([inScope(snv, '2025-12-31'), inScope(snv, '2025-03-01'), inScope(skhcn, '2025-12-31'), inScope(skhcn, '2025-03-01')]).toEqual([
      50, 50, 45, 45,
    ]);
    expect(snv.members.filter((m) => m.leaveReason === 'LEFT_SERVICE').map((m) => m.to)).toEqual(['2025-06-30']);
    expect(snv.units.map((u) => u.relation).filter((r) => r === 'DIRECTLY_UNDER')).toHaveLength(1);
    expect(snv.bodies.map((b) => b.kind)).toEqual(['PARTY', 'UNION', 'YOUTH']);
    expect(skhcn.members.find((m) => m.personId === person('BINH'))?.unitName).toBe('Sở Khoa học và Công nghệ');
  });

  it('R-033 tells the seats of a council with their periods', async () => {
    const answer = dataOf(
      await execute(subgraph, db.dataSource, {
        ...entities('Council', '{ seatFacts }', [council('SNV/TDKT')]),
        actor: serviceActor('awards'),
      }),
    );
    const facts = answer._entities[0].seatFacts as CouncilSeatFacts;
    expect([facts.departmentId, facts.seats.length, facts.seats[0]?.seat, facts.seats.at(-1)?.seat]).toEqual([
      org('SNV'),
      9,
      'CHAIR',
      'SECRETARY',
    ]);
  });

  it('reads two departments’ facts with as many statements as one', async () => {
    const count = async (ids: string[]) =>
      (
        await execute(subgraph, db.dataSource, {
          ...entities('Organisation', '{ staffFacts headcount aliases units { id } superiors { line } }', ids),
          actor: THU,
        })
      ).statements;
    expect(await count([org('SKHCN'), org('STC'), org('SNV')])).toBe(await count([org('SKHCN')]));
  });
});
