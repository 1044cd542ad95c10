import type { AssertedActor } from '@thidua/contracts';
import { businessClock } from '@thidua/server';
import { dataOf, DEMO_INSTANT, execute, faultOf, serviceActor, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { council, demoActor, org, person } from '../../test/actors.js';
import { subgraph } from '../subgraph.js';
import { grantsOf, grantsRoute } from './grants.service.js';

let db: TestDatabase;
let ADMIN: AssertedActor;
let LAN: AssertedActor;
const run = (query: string, actor: AssertedActor, variables = {}, locale: 'vi' | 'en' = 'vi') =>
  execute(subgraph, db.dataSource, { query, variables, actor, locale });

beforeAll(async () => {
  db = await testDatabase(subgraph, { fixture: 'demo' });
  [ADMIN, LAN] = await Promise.all([demoActor(db.dataSource, 'SNV-06'), demoActor(db.dataSource, 'LAN')]);
});
afterAll(() => db.drop());

describe('the grants the gateway asks for', () => {
  it('tells TAM’s several roles with their scopes', async () => {
    const { actor } = await grantsOf(db.dataSource.manager, businessClock(DEMO_INSTANT), 'TAM');
    expect(actor).toMatchObject({ kind: 'person', id: person('TAM'), name: 'Đỗ Minh Tâm' });
    expect(actor.roles.map((r) => `${r.role}/${r.scopeKind}`)).toEqual([
      'STAFF/SELF',
      'BLOC_LEADER/BLOC',
      ...Array<string>(4).fill('COUNCIL_MEMBER/COUNCIL'),
      'UNIT_HEAD/UNIT',
    ]);
    expect(actor.roles[0]).toEqual({ role: 'STAFF', scopeKind: 'SELF', scopeId: person('TAM'), departmentId: org('STC') });
    expect(actor.roles.at(-1)).toEqual({ role: 'UNIT_HEAD', scopeKind: 'UNIT', scopeId: org('STC/VP'), departmentId: org('STC') });
  });

  it('R-041 ends the bloc’s leadership with its year', async () => {
    const roles = (await grantsOf(db.dataSource.manager, businessClock('2026-01-02T09:00:00+07:00'), 'TAM')).actor.roles.map((r) => r.role);
    expect(roles).not.toContain('BLOC_LEADER');
  });

  it('knows BAO as a client, in either spelling, and a stranger not at all', async () => {
    expect((await grantsOf(db.dataSource.manager, businessClock(DEMO_INSTANT), 'bao')).actor).toEqual({
      kind: 'client',
      id: 'BAO',
      name: 'Hệ thống báo cáo của Bộ Nội vụ',
      roles: [{ role: 'INTEGRATOR', scopeKind: 'PROVINCE', scopeId: org('TNH') }],
    });
    expect(await grantsOf(db.dataSource.manager, businessClock(DEMO_INSTANT), 'HAU')).toMatchObject({
      found: false,
      actor: { kind: 'public' },
    });
  });

  it('answers the gateway and the host, and no other service or person', async () => {
    const runtime = { name: 'organisations', dataSource: db.dataSource, clock: businessClock(DEMO_INSTANT), peers: null as never };
    const url = new URL('http://local/grants?sub=LAN');
    expect(await grantsRoute({ url, actor: serviceActor('gateway'), runtime })).toMatchObject({
      found: true,
      actor: { name: 'Nguyễn Thị Lan' },
    });
    await expect(grantsRoute({ url, actor: serviceActor('awards'), runtime })).rejects.toMatchObject({ status: 403 });
    await expect(grantsRoute({ url, actor: LAN, runtime })).rejects.toMatchObject({ status: 403 });
  });

  it('tells an answer that holds at most to the next Vietnamese midnight', async () => {
    const { validUntil } = await grantsOf(db.dataSource.manager, businessClock('2025-12-31T23:59:58+07:00'), 'LAN');
    expect(Date.parse(validUntil) - Date.now()).toBeLessThanOrEqual(2_000);
  });
});

describe('the viewer', () => {
  const ME = '{ viewer { client person { fullName } department { code } permissions roles { role label scope { __typename id name } } } }';

  it('is LAN with her roles in department and councils', async () => {
    const { viewer } = dataOf(await run(ME, LAN));
    expect(viewer).toMatchObject({ client: null, person: { fullName: 'Nguyễn Thị Lan' }, department: { code: 'SKHCN' } });
    expect(viewer.roles).toContainEqual({
      role: 'DEPARTMENT_OFFICE',
      label: 'Chuyên viên Văn phòng Sở, thường trực Hội đồng · Sở Khoa học và Công nghệ',
      scope: { __typename: 'Organisation', id: org('SKHCN'), name: 'Sở Khoa học và Công nghệ' },
    });
    expect(viewer.roles.filter((r: { scope: { __typename: string } }) => r.scope.__typename === 'Council')).toHaveLength(3);
    expect(viewer.permissions).toContain('nomination:appraise');
    expect(viewer.permissions).not.toContain('role:grant');
  });

  it('is a system without a person for BAO, told in English when asked so', async () => {
    const { viewer } = dataOf(await run(ME, await demoActor(db.dataSource, 'BAO'), {}, 'en'));
    expect(viewer).toMatchObject({
      client: 'Hệ thống báo cáo của Bộ Nội vụ',
      person: null,
      department: null,
      roles: [{ role: 'INTEGRATOR', label: 'Integrator · Tỉnh Tây Ninh' }],
    });
  });
});

describe('granting and ending roles', () => {
  const GRANT =
    'mutation ($input: GrantRoleInput!) { grantRole(input: $input) { __typename ... on RoleGranted { grant { id role validFrom version scope { name } } } ... on Refusal { reason message remedy } } }';
  const REVOKE =
    'mutation ($input: RevokeRoleInput!) { revokeRole(input: $input) { __typename ... on RoleRevoked { grant { validTo version } } ... on Refusal { reason } } }';
  const input = (more = {}) => ({
    clientMutationId: 'grant-0001',
    personId: person('SKHCN-24'),
    role: 'CLERK',
    scopeId: org('SKHCN'),
    from: '2025-12-15',
    ...more,
  });

  it('is refused to everybody but an administrator', async () => {
    expect(faultOf(await run(GRANT, LAN, { input: input() }))).toBe('FORBIDDEN');
  });

  it('takes effect once however often it is sent, is audited, and drops the gateway’s copy', async () => {
    const first = dataOf(await run(GRANT, ADMIN, { input: input() })).grantRole;
    const second = dataOf(await run(GRANT, ADMIN, { input: input() })).grantRole;
    expect(first).toMatchObject({ __typename: 'RoleGranted', grant: { role: 'CLERK', scope: { name: 'Sở Khoa học và Công nghệ' } } });
    expect(second).toEqual(first);
    expect((await demoActor(db.dataSource, 'SKHCN-24')).roles.map((r) => r.role)).toContain('CLERK');
    expect(await db.dataSource.query("select name, payload->>'sub' as sub from outbox")).toEqual([
      { name: 'organisations.grants.changed.v1', sub: 'SKHCN-24' },
    ]);
    expect(await db.dataSource.query(`select actor_id, role, entity_id from audit_entry where action = 'grantRole'`)).toEqual([
      { actor_id: person('SNV-06'), role: 'ADMINISTRATOR', entity_id: first.grant.id },
    ]);
  });

  it.each([
    ['OFFICE_TAKEN', { role: 'DEPARTMENT_DIRECTOR' }],
    ['SCOPE_MISMATCH', { role: 'UNIT_HEAD' }],
    ['SCOPE_MISMATCH', { role: 'COUNCIL_MEMBER' }],
    ['UNKNOWN_ROLE', { role: 'KING' }],
    ['SELF_GRANT', { personId: person('SNV-06') }],
    ['ROLE_NOT_FOR_SUBJECT', { role: 'INTEGRATOR', scopeId: org('TNH') }],
    ['ALREADY_GRANTED', { personId: person('SKHCN-08') }],
    ['DATES_REVERSED', { to: '2025-12-01' }],
  ])('refuses with %s', async (reason, more) => {
    const { grantRole } = dataOf(
      await run(GRANT, ADMIN, { input: input({ clientMutationId: `grant-${reason}-${JSON.stringify(more).length}`, ...more }) }),
    );
    expect(grantRole).toMatchObject({ __typename: 'Refusal', reason });
  });

  it('lets two administrators give one office to one person only', async () => {
    const scopeId = council('STC/SK');
    const seat = (who: string) =>
      run(GRANT, ADMIN, {
        input: input({ clientMutationId: `race-${who}`, personId: person(who), role: 'COUNCIL_SECRETARY', scopeId, from: '2026-02-01' }),
      });
    await db.dataSource.query(`update role_grant set valid_to = '2026-01-31' where role = 'COUNCIL_SECRETARY' and scope_id = $1`, [
      scopeId,
    ]);
    const results = (await Promise.all([seat('STC-20'), seat('STC-21')])).map((answer) => dataOf(answer).grantRole.__typename);
    expect(results.toSorted()).toEqual(['Refusal', 'RoleGranted']);
  });

  it('ends a role with reason, by version', async () => {
    const [grant] = await db.dataSource.query(`select id from role_grant where role = 'DEVELOPER'`);
    const ending = { clientMutationId: 'revoke-0001', id: grant.id, version: 1, lastDay: '2025-12-14', reason: 'Chuyển công tác' };
    expect(dataOf(await run(REVOKE, ADMIN, { input: ending })).revokeRole).toEqual({
      __typename: 'RoleRevoked',
      grant: { validTo: '2025-12-14', version: 2 },
    });
    expect((await demoActor(db.dataSource, 'KHOI')).roles.map((r) => r.role)).not.toContain('DEVELOPER');
    expect(
      dataOf(await run(REVOKE, ADMIN, { input: { ...ending, clientMutationId: 'revoke-0002', version: 2 } })).revokeRole,
    ).toMatchObject({ reason: 'ALREADY_ENDED' });
    expect(
      faultOf(await run(REVOKE, ADMIN, { input: { ...ending, clientMutationId: 'revoke-0003', lastDay: '2025-12-01', version: 1 } })),
    ).toBe('CONFLICT');
  });
});
