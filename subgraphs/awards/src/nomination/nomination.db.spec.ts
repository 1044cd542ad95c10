import { naturalId } from '@thidua/contracts';
import { dataOf, execute, faultOf, testDatabase, type Answer, type TestDatabase } from '@thidua/testing';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { bodyId, demoActor, demoPeers, personId } from '../../test/demo.peers.js';
import { subgraph } from '../subgraph.js';

const FIELDS = `{ __typename
  ... on NominationSaved { nomination { id version state statusWord warnings petitionNotice availableActions history { from to role reason } parts { code present required } eligibility { verdict ruleSet { validFrom source } checks { rule verdict } } } }
  ... on Refusal { reason message remedy field row } }`;

describe('nominations', () => {
  let db: TestDatabase;
  let act = 0;
  beforeAll(async () => {
    db = await testDatabase(subgraph, { fixture: 'demo' });
  });
  afterAll(() => db.drop());
  beforeEach(() => {
    act = 0;
  });
  afterEach(async () => {
    const ids = '(select id from nomination where nominee_id = any($1))';
    const mine = [['SKHCN-15', 'SKHCN-16', 'SKHCN-17'].map(personId)];
    for (const table of ['dossier_part', 'nomination_step'])
      await db.dataSource.query(`delete from ${table} where nomination_id in ${ids}`, mine);
    await db.dataSource.query('delete from manual_finding where subject_id = any($1)', mine);
    await db.dataSource.query('delete from nomination where nominee_id = any($1)', mine);
    await db.dataSource.query('delete from idempotency');
  });

  const huy = demoActor('HUY');
  const lan = demoActor('LAN');
  type Options = Partial<Parameters<typeof execute>[2]>;
  const run = (mutation: string, input: Record<string, unknown>, options: Options = {}): Promise<Answer> => {
    const type = `${mutation[0]?.toUpperCase()}${mutation.slice(1)}Input`.replace(
      /^(Withdraw|Receive)NominationInput$/,
      'NominationActInput',
    );
    act += 1;
    return execute(subgraph, db.dataSource, {
      actor: huy,
      peers: demoPeers(),
      query: `mutation ($input: ${type}!) { ${mutation}(input: $input) ${FIELDS} }`,
      variables: { input: { clientMutationId: `test-act-${act}`, ...input } },
      ...options,
    });
  };
  const create = (key: string, award = 'LDTT', options: Options = {}, achievement = 'Hoàn thành tốt nhiệm vụ, rút gọn quy trình.') =>
    run('createNomination', { personId: personId(key), award, year: 2025, achievement }, options);
  const draft = async (key: string, award = 'LDTT', options: Options = {}) => {
    const { nomination } = dataOf(await create(key, award, options)).createNomination;
    const parts = nomination.parts.map((part: { code: string }) => ({ code: part.code, present: true }));
    return dataOf(await run('updateNomination', { id: nomination.id, version: nomination.version, parts }, options)).updateNomination
      .nomination;
  };
  const rows = async (sql: string): Promise<number> =>
    ((await db.dataSource.query(`select count(*)::int as n from ${sql}`)) as [{ n: number }])[0].n;

  it('R-230 a division head nominates, completes and sends; facts, rule set and both steps are stored', async () => {
    const { id, version } = await draft('SKHCN-16');
    const { submitNomination } = dataOf(await run('submitNomination', { id, version, confirmations: ['LDTT-2', 'no-such-rule'] }));
    expect(submitNomination.nomination).toMatchObject({
      state: 'SUBMITTED',
      eligibility: { verdict: 'PASS', ruleSet: { validFrom: '2024-01-01' } },
    });
    expect(submitNomination.nomination.history.map((step: { to: string }) => step.to)).toEqual(['DRAFT', 'UNIT_REVIEW', 'SUBMITTED']);
    expect(submitNomination.nomination.history[2].role).toBe('Trưởng phòng, đơn vị');
    expect(await rows(`manual_finding where subject_id = '${personId('SKHCN-16')}'`)).toBe(1);
    expect(
      await rows(
        `outbox where name = 'awards.task.opened.v1' and payload->>'link' = '/nominations/${id}' and payload->'assignee'->>'role' = 'DEPARTMENT_OFFICE'`,
      ),
    ).toBe(1);
    const [stored] = (await db.dataSource.query('select facts, rule_set_id from nomination where id = $1', [id])) as [
      { facts: { evaluation: unknown }; rule_set_id: string },
    ];
    expect(stored.facts.evaluation).not.toBeNull();
    expect(stored.rule_set_id).toBe(naturalId('rule-set', 'LDTT/2024-01-01'));
  });

  it('R-233 refuses a nominee without a rating, says why and what to do, and writes nothing', async () => {
    const { id, version } = await draft('SKHCN-17');
    const before = [await rows('outbox'), await rows('audit_entry'), await rows('nomination_step')];
    const { submitNomination } = dataOf(await run('submitNomination', { id, version, confirmations: ['LDTT-2'] }));
    expect(submitNomination).toMatchObject({ reason: 'NO_DATA', remedy: 'Hoàn tất xếp loại của năm rồi gửi lại.' });
    expect(submitNomination.message).toContain('Chưa có xếp loại năm 2025');
    expect([await rows('outbox'), await rows('audit_entry'), await rows('nomination_step')]).toEqual(before);
    expect(await rows(`nomination where id = '${id}' and state = 'DRAFT' and version = ${version}`)).toBe(1);
    expect(await rows(`manual_finding where subject_id = '${personId('SKHCN-17')}'`)).toBe(0);
  });

  it('R-233 refuses CSTĐCS on a good rating alone; no reason of the head overrides the law', async () => {
    const { id, version } = await draft('SKHCN-16', 'CSTDCS');
    const { submitNomination } = dataOf(await run('submitNomination', { id, version, overrideReason: 'Xứng đáng.' }));
    expect(submitNomination).toMatchObject({ reason: 'NOT_ELIGIBLE' });
    expect(submitNomination.message).toContain('Một trong các căn cứ');
  });

  it('R-232 names every missing part at once', async () => {
    const { nomination } = dataOf(await create('SKHCN-16')).createNomination;
    const { submitNomination } = dataOf(await run('submitNomination', { id: nomination.id, version: nomination.version }));
    expect(submitNomination).toMatchObject({
      reason: 'PARTS_MISSING',
      message: 'Hồ sơ còn thiếu: Tờ trình kèm danh sách; Biên bản họp xét của đơn vị.',
    });
  });

  it('L-02 refuses a nomination without an achievement', async () => {
    const { nomination } = dataOf(await create('SKHCN-16', 'LDTT', {}, '  ')).createNomination;
    expect(dataOf(await run('submitNomination', { id: nomination.id, version: nomination.version })).submitNomination).toMatchObject({
      reason: 'ACHIEVEMENT_MISSING',
      field: 'achievement',
    });
  });

  it('R-230 refuses a year that is yet to come and one before there were any, naming the field', async () => {
    const ahead = await run('createNomination', { personId: personId('SKHCN-16'), award: 'LDTT', year: 2026, achievement: 'x' });
    expect(dataOf(ahead).createNomination).toMatchObject({ reason: 'YEAR_TO_COME', field: 'year' });
    const before = await run('createNomination', { personId: personId('SKHCN-16'), award: 'LDTT', year: -5, achievement: 'x' });
    expect(before.errors[0]?.extensions).toMatchObject({ code: 'BAD_USER_INPUT', fields: [{ field: 'year' }] });
    expect(await rows(`nomination where nominee_id = '${personId('SKHCN-16')}'`)).toBe(0);
  });

  it('refuses the same person, award and year twice, and a title of individuals for a collective', async () => {
    expect(dataOf(await create('SKHCN-13')).createNomination).toMatchObject({ reason: 'ALREADY_NOMINATED' });
    const collective = await run('createNomination', { organisationId: bodyId('SKHCN/QLKH'), award: 'LDTT', year: 2025, achievement: 'x' });
    expect(dataOf(collective).createNomination).toMatchObject({ reason: 'WRONG_RECIPIENT' });
  });

  it('two heads who nominate the same person at once make one nomination', async () => {
    const answers = await Promise.all([create('SKHCN-15'), create('SKHCN-15', 'LDTT', { actor: lan })]);
    expect(answers.filter((answer) => answer.data?.createNomination?.nomination)).toHaveLength(1);
    expect(await rows(`nomination where nominee_id = '${personId('SKHCN-15')}'`)).toBe(1);
  });

  it('R-054 a division head neither nominates nor reads in another division', async () => {
    expect(faultOf(await create('MAI', 'CSTDCS'))).toBe('FORBIDDEN');
    const id = naturalId('nomination', 'LDTT/2025/MAI');
    expect(faultOf(await execute(subgraph, db.dataSource, { actor: huy, query: `{ nomination(id: "${id}") { id } }` }))).toBe('FORBIDDEN');
    expect(
      dataOf(await execute(subgraph, db.dataSource, { actor: lan, query: `{ nomination(id: "${id}") { id achievement } }` })).nomination
        .achievement,
    ).not.toBe('');
  });

  it('R-054 the list of a department shows a head his own division only, and finds without marks', async () => {
    const list = async (actor: ReturnType<typeof demoActor>, filter = '') => {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Organisation { nominations(year: 2025, first: 100${filter}) { totalCount nodes { nomineeName unitName award { code } } } } } }`;
      const variables = { r: [{ __typename: 'Organisation', id: bodyId('SKHCN') }] };
      return dataOf(await execute(subgraph, db.dataSource, { actor, query, variables }))._entities[0].nominations;
    };
    const own = await list(huy, ', award: "CSTDCS"');
    // HUY also sits on the council of his department: nothing of SKHCN is on its agenda yet.
    expect(new Set(own.nodes.map((node: { unitName: string }) => node.unitName))).toEqual(new Set(['Phòng Quản lý Khoa học']));
    expect((await list(lan, ', award: "CSTDCS"')).totalCount).toBe(7);
    expect((await list(lan, ', award: "LDTT", search: "ly hoang nam"')).nodes).toMatchObject([{ nomineeName: 'Lý Hoàng Nam' }]);
    expect((await list(demoActor('STC-07'))).totalCount).toBe(0);
  });

  it('R-264 a person sees his own nomination', async () => {
    const query = `{ nomination(id: "${naturalId('nomination', 'LDTT/2025/MAI')}") { statusWord achievement } }`;
    const { nomination } = dataOf(await execute(subgraph, db.dataSource, { actor: demoActor('MAI'), query }));
    expect(nomination.achievement).not.toBe('');
    expect(nomination.statusWord).toMatch(/Chờ thẩm định|Đã gửi/);
    expect(faultOf(await execute(subgraph, db.dataSource, { actor: demoActor('SKHCN-35'), query }))).toBe('FORBIDDEN');
  });

  it('L-07 suspends while a denunciation is verified, and goes on after its conclusion', async () => {
    const petition = (state: string) =>
      demoPeers({
        evaluation: {
          'SKHCN-16': { petitions: [{ id: naturalId('petition', 'x'), kind: 'DENUNCIATION', state, receivedOn: '2025-12-01' }] },
        },
      });
    const { id, version } = await draft('SKHCN-16');
    const first = dataOf(await run('submitNomination', { id, version, confirmations: ['LDTT-2'] }, { peers: petition('VERIFYING') }))
      .submitNomination.nomination;
    expect(first).toMatchObject({ state: 'SUSPENDED' });
    expect(first.petitionNotice).toContain('01/12/2025');
    const again = await run('submitNomination', { id, version: first.version }, { peers: petition('VERIFYING') });
    expect(dataOf(again).submitNomination).toMatchObject({ reason: 'PETITION_OPEN' });
    const after = dataOf(await run('submitNomination', { id, version: first.version }, { peers: petition('DISMISSED') })).submitNomination
      .nomination;
    expect(after).toMatchObject({ state: 'SUBMITTED', petitionNotice: null });
  });

  it('warns of a reflection and lets the nomination go on', async () => {
    const peers = demoPeers({
      evaluation: {
        'SKHCN-16': { petitions: [{ id: naturalId('petition', 'y'), kind: 'REFLECTION', state: 'RECEIVED', receivedOn: '2025-11-20' }] },
      },
    });
    const { id, version } = await draft('SKHCN-16');
    const { nomination } = dataOf(await run('submitNomination', { id, version }, { peers })).submitNomination;
    expect(nomination).toMatchObject({ state: 'SUBMITTED' });
    expect(nomination.petitionNotice).toContain('Chỉ để lưu ý');
  });

  it('R-246 an overrun of the cap warns; L-03 the same achievement for a title and a form warns', async () => {
    const excellent = demoPeers({
      evaluation: {
        'SKHCN-16': { ratings: [{ id: naturalId('rating', 'z'), year: 2025, grade: 'EXCELLENT', decisionNumber: '412/QĐ-SKHCN' }] },
      },
    });
    const fighter = await draft('SKHCN-16', 'CSTDCS', { peers: excellent });
    await run('submitNomination', { id: fighter.id, version: fighter.version }, { peers: excellent });
    const form = await draft('SKHCN-16', 'GK_SO', { peers: excellent });
    const { nomination } = dataOf(
      await run('submitNomination', { id: form.id, version: form.version }, { peers: excellent }),
    ).submitNomination;
    expect(nomination.warnings.join()).toContain('một thành tích chỉ khen một hình thức');
    const second = await draft('SKHCN-15', 'CSTDCS', {
      peers: demoPeers({
        evaluation: {
          'SKHCN-15': { ratings: [{ id: naturalId('rating', 'q'), year: 2025, grade: 'EXCELLENT', decisionNumber: '412/QĐ-SKHCN' }] },
        },
      }),
    });
    const peers = demoPeers({
      evaluation: {
        'SKHCN-15': { ratings: [{ id: naturalId('rating', 'q'), year: 2025, grade: 'EXCELLENT', decisionNumber: '412/QĐ-SKHCN' }] },
      },
    });
    const over = dataOf(await run('submitNomination', { id: second.id, version: second.version }, { peers })).submitNomination.nomination;
    expect(over.state).toBe('SUBMITTED');
    expect(over.warnings.join()).toContain('Vượt trần: 8/7');
  });

  it('a repeated act answers the same and acts once; a stale version is a conflict and writes nothing', async () => {
    const { id, version } = await draft('SKHCN-16');
    const input = { id, version, clientMutationId: 'same-act-0001' };
    const [first, second] = [await run('submitNomination', input), await run('submitNomination', input)];
    expect(dataOf(second).submitNomination.nomination.version).toBe(dataOf(first).submitNomination.nomination.version);
    expect(await rows(`nomination_step where nomination_id = '${id}' and to_state = 'SUBMITTED'`)).toBe(1);
    expect(faultOf(await run('receiveNomination', { id, version }, { actor: lan }))).toBe('CONFLICT');
    expect(await rows(`nomination where id = '${id}' and state = 'SUBMITTED'`)).toBe(1);
  });

  it('does not guess when evaluations is away: fault, and the draft stays', async () => {
    const { id, version } = await draft('SKHCN-16');
    expect(faultOf(await run('submitNomination', { id, version }, { peers: demoPeers({ down: 'evaluations' }) }))).toBe('UNAVAILABLE');
    expect(await rows(`nomination where id = '${id}' and state = 'DRAFT'`)).toBe(1);
  });

  it('R-234, R-235 the office receives, returns with a reason, the head completes, the office agrees', async () => {
    const { id, version } = await draft('SKHCN-16');
    const sent = dataOf(await run('submitNomination', { id, version, confirmations: ['LDTT-2'] })).submitNomination.nomination;
    const office = { actor: lan };
    const received = dataOf(await run('receiveNomination', { id, version: sent.version }, office)).receiveNomination.nomination;
    expect(received.state).toBe('RECEIVED');
    expect(received.availableActions).toEqual(['withdraw', 'return', 'appraise']);
    expect(dataOf(await run('returnNomination', { id, version: received.version, reason: ' ' }, office)).returnNomination).toMatchObject({
      reason: 'REASON_MISSING',
    });
    const asked = dataOf(
      await run('appraiseNomination', { id, version: received.version, opinion: 'Bổ sung số liệu.', verdict: 'RETURN' }, office),
    ).appraiseNomination.nomination;
    expect(asked).toMatchObject({ state: 'SUPPLEMENT', statusWord: 'Trả bổ sung' });
    const resent = dataOf(await run('submitNomination', { id, version: asked.version })).submitNomination.nomination;
    expect(resent.state).toBe('APPRAISING');
    const agreed = dataOf(
      await run('appraiseNomination', { id, version: resent.version, opinion: 'Đủ điều kiện.', verdict: 'AGREE' }, office),
    ).appraiseNomination.nomination;
    expect(agreed.state).toBe('COUNCIL_SESSION');
    expect(agreed.history.map((step: { to: string }) => step.to)).toEqual([
      'DRAFT',
      'UNIT_REVIEW',
      'SUBMITTED',
      'RECEIVED',
      'APPRAISING',
      'SUPPLEMENT',
      'APPRAISING',
      'COUNCIL_SESSION',
    ]);
    expect(dataOf(await run('withdrawNomination', { id, version: agreed.version })).withdrawNomination).toMatchObject({
      reason: 'WRONG_STATE',
    });
  });

  it('nobody appraises his own dossier, and a head may not appraise', async () => {
    const own = naturalId('nomination', 'LDTT/2025/LAN');
    const [{ version, state }] = (await db.dataSource.query('select version, state from nomination where id = $1', [own])) as [
      { version: number; state: string },
    ];
    await db.dataSource.query(`update nomination set state = 'RECEIVED' where id = $1`, [own]);
    expect(
      dataOf(await run('appraiseNomination', { id: own, version, opinion: 'Tốt', verdict: 'AGREE' }, { actor: lan })).appraiseNomination,
    ).toMatchObject({ reason: 'OWN_DOSSIER' });
    await db.dataSource.query('update nomination set state = $2 where id = $1', [own, state]);
    expect(faultOf(await run('appraiseNomination', { id: own, version, opinion: 'Tốt', verdict: 'AGREE' }))).toBe('FORBIDDEN');
  });

  it('the queue of the office and the lists of a department show what the caller may read, in a fixed number of statements', async () => {
    const query = `{ appraisalQueue(organisation: "${bodyId('SKHCN')}", first: 50) { totalCount nodes { id state award { name } parts { code } history { to } votes { yes } availableActions } } }`;
    const office = await execute(subgraph, db.dataSource, { actor: lan, query });
    expect(dataOf(office).appraisalQueue.totalCount).toBeGreaterThan(30);
    const small = await execute(subgraph, db.dataSource, { actor: lan, query: query.replace('first: 50', 'first: 3') });
    expect(small.statements).toBe(office.statements);
    expect(faultOf(await execute(subgraph, db.dataSource, { actor: huy, query }))).toBe('FORBIDDEN');
  });
});
