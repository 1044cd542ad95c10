import { naturalId } from '@thidua/contracts';
import { dataOf, execute, faultOf, publicActor, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bodyId, demoActor, demoPeers } from '../../test/demo.peers.js';
import { subgraph } from '../subgraph.js';

const DRAFT = naturalId('decision', 'STC/2025/GK_SO');

describe('decisions of award', () => {
  let db: TestDatabase;
  let act = 0;
  beforeEach(async () => {
    db = await testDatabase(subgraph, { fixture: 'demo' });
  });
  afterEach(() => db.drop());

  const office = demoActor('STC-07');
  const director = demoActor('STC-01', 'SIGNATURE');
  const run = (
    actor: ReturnType<typeof demoActor>,
    mutation: 'draftDecision' | 'signDecision',
    input: Record<string, unknown>,
    peers = demoPeers(),
  ) => {
    act += 1;
    const type = mutation === 'draftDecision' ? 'DraftDecisionInput' : 'SignDecisionInput';
    return execute(subgraph, db.dataSource, {
      actor,
      peers,
      variables: { input: { clientMutationId: `decision-act-${act}`, ...input } },
      query: `mutation ($input: ${type}!) { ${mutation}(input: $input) { __typename ... on DecisionSaved { decision { id version number symbol date state title text signerCapacity signUrl lines { id state nomineeName } award { code } } } ... on Refusal { reason message remedy row } } }`,
    });
  };
  const sign = (actor = director, version = 1) => run(actor, 'signDecision', { id: DRAFT, version });
  const rows = async (sql: string): Promise<number> =>
    ((await db.dataSource.query(`select count(*)::int as n from ${sql}`)) as [{ n: number }])[0].n;
  const voted = async (award: string, keys: string[], department = 'SNV') => {
    const ids = keys.map((key) => naturalId('nomination', `${award}/2025/${key}`));
    await db.dataSource.query(`update nomination set state = 'VOTED' where id = any($1)`, [ids]);
    return { organisationId: bodyId(department), nominationIds: ids, award, year: 2025 };
  };

  it('R-244 the director signs: number from the register, awards, events, nominations decided', async () => {
    const { decision } = dataOf(await sign()).signDecision;
    expect(decision).toMatchObject({
      number: '432/QĐ-STC',
      symbol: 'QĐ-STC',
      date: '2025-12-15',
      state: 'ISSUED',
      signerCapacity: 'GIÁM ĐỐC',
      signUrl: `/sign/${DRAFT}`,
    });
    expect(decision.lines.map((line: { state: string }) => line.state)).toEqual(Array(5).fill('DECIDED'));
    expect(await rows(`award where decision_id = '${DRAFT}' and department_id = '${bodyId('STC')}' and not counts_for_merit`)).toBe(5);
    const [event] = (await db.dataSource.query(
      `select payload from outbox where name = 'awards.decision.signed.v1' and payload->>'decisionId' = $1`,
      [DRAFT],
    )) as [{ payload: { lines: unknown[]; number: string } }];
    expect(event.payload).toMatchObject({ number: '432/QĐ-STC', awardCode: 'GK_SO' });
    expect(event.payload.lines).toHaveLength(5);
    expect(await rows(`outbox where name = 'awards.task.closed.v1' and payload->>'taskId' = '${naturalId('task', `sign/${DRAFT}`)}'`)).toBe(
      1,
    );
  });

  it('R-054, R-238 an issued decision names its lines to all officials; votes and opinions stay with who may read them', async () => {
    const read = async (actor: ReturnType<typeof demoActor>) =>
      dataOf(
        await execute(subgraph, db.dataSource, {
          actor,
          peers: demoPeers(),
          variables: { id: naturalId('decision', 'STC/2025/LDTT/429') },
          query: 'query ($id: ID!) { decision(id: $id) { lines { nomineeName votes { yes } appraisalOpinion overrideReason } } }',
        }),
      ).decision.lines as { nomineeName: string; votes: unknown; appraisalOpinion: string | null }[];
    const known = await read(office);
    expect(known.every((line) => line.nomineeName && line.votes && line.appraisalOpinion)).toBe(true);
    for (const key of ['HANH', 'HUY', 'LAN']) {
      const seen = await read(demoActor(key));
      expect(seen.map((line) => line.nomineeName)).toEqual(known.map((line) => line.nomineeName));
      expect(seen.flatMap((line) => [line.votes, line.appraisalOpinion].filter(Boolean))).toEqual([]);
    }
  });

  it('R-264 a nominee follows his dossier with its opinion, without the counts of the vote', async () => {
    const answer = await execute(subgraph, db.dataSource, {
      actor: demoActor('STC-60'),
      peers: demoPeers(),
      variables: { id: naturalId('nomination', 'LDTT/2025/STC-60') },
      query: 'query ($id: ID!) { nomination(id: $id) { state appraisalOpinion votes { yes } } }',
    });
    expect(dataOf(answer).nomination).toMatchObject({ state: 'DECIDED', appraisalOpinion: expect.any(String), votes: null });
  });

  it('a double click and two directors at once sign one decision', async () => {
    const answers = await Promise.all([sign(), sign(), sign(demoActor('STC-01', 'SIGNATURE'))]);
    expect(answers.filter((answer) => answer.data?.signDecision?.decision)).toHaveLength(1);
    expect(answers.filter((answer) => answer.data?.signDecision?.reason === 'ALREADY_SIGNED')).toHaveLength(2);
    expect(await rows(`award where decision_id = '${DRAFT}'`)).toBe(5);
    expect(await rows(`decision_register where department_id = '${bodyId('STC')}' and last_number = 432`)).toBe(1);
  });

  it('two decisions signed at the same moment never share a number', async () => {
    const snv = demoActor('SNV-01', 'SIGNATURE');
    const drafts = [];
    for (const [award, keys] of [
      ['LDTT', ['SNV-01', 'SON']],
      ['CSTDCS', ['SNV-15']],
      ['TTLDTT', ['SNV/VP']],
    ] as const) {
      drafts.push(dataOf(await run(demoActor('SNV-07'), 'draftDecision', await voted(award, [...keys]))).draftDecision.decision);
    }
    const signed = await Promise.all(drafts.map((draft) => run(snv, 'signDecision', { id: draft.id, version: draft.version })));
    expect(signed.map((answer) => dataOf(answer).signDecision.decision.number).toSorted()).toEqual([
      '426/QĐ-SNV',
      '427/QĐ-SNV',
      '428/QĐ-SNV',
    ]);
  });

  it('L-15 an initiative that earned CSTĐCS is marked as used, one that was not needed is not', async () => {
    const draft = dataOf(await run(demoActor('SNV-07'), 'draftDecision', await voted('CSTDCS', ['SNV-34', 'SNV-15']))).draftDecision
      .decision;
    await run(demoActor('SNV-01', 'SIGNATURE'), 'signDecision', { id: draft.id, version: draft.version });
    const used = (await db.dataSource.query(
      'select initiative_id from initiative_use u join award a on a.id = u.award_id where a.decision_id = $1',
      [draft.id],
    )) as { initiative_id: string }[];
    expect(used).toEqual([{ initiative_id: naturalId('initiative', 'SNV/2025/02') }]);
  });

  it('R-228 refuses what exceeds the director’s authority and names the competent one', async () => {
    const input = {
      organisationId: bodyId('STC'),
      nominationIds: [naturalId('nomination', 'TTLDXS/2025/STC/QLNS')],
      award: 'TTLDXS',
      year: 2025,
    };
    const refusal = dataOf(await run(office, 'draftDecision', input)).draftDecision;
    expect(refusal).toMatchObject({ reason: 'WRONG_AUTHORITY' });
    expect(refusal.message).toContain('Chủ tịch UBND tỉnh');
    expect(refusal.remedy).toContain('tờ trình');
  });

  it('R-239 refuses a line the council has not passed, a mixed list, a line twice, an empty list', async () => {
    const snv = demoActor('SNV-07');
    const base = { organisationId: bodyId('SNV'), award: 'CSTDCS', year: 2025 };
    const open = naturalId('nomination', 'CSTDCS/2025/SNV-15');
    expect(dataOf(await run(snv, 'draftDecision', { ...base, nominationIds: [open] })).draftDecision).toMatchObject({
      reason: 'NOT_VOTED',
      row: 1,
    });
    expect(
      dataOf(await run(snv, 'draftDecision', { ...base, nominationIds: [naturalId('nomination', 'LDTT/2025/SON')] })).draftDecision,
    ).toMatchObject({ reason: 'MIXED_LIST' });
    expect(dataOf(await run(snv, 'draftDecision', { ...base, nominationIds: [] })).draftDecision).toMatchObject({ reason: 'NO_LINES' });
    const input = await voted('LDTT', ['SON']);
    expect(dataOf(await run(snv, 'draftDecision', input)).draftDecision.decision.text).toContain(
      'Điều 1. Công nhận danh hiệu “Lao động tiên tiến” năm 2025 cho 1 cá nhân: Võ Thanh Sơn',
    );
    expect(dataOf(await run(snv, 'draftDecision', input)).draftDecision).toMatchObject({ reason: 'ALREADY_IN_DECISION' });
  });

  it('L-07 refuses a line against whose nominee a denunciation came in after the vote', async () => {
    const input = await voted('LDTT', ['SON', 'SNV-01']);
    const peers = demoPeers({
      evaluation: {
        SON: { petitions: [{ id: naturalId('petition', 'late'), kind: 'DENUNCIATION', state: 'VERIFYING', receivedOn: '2025-12-13' }] },
      },
    });
    expect(dataOf(await run(demoActor('SNV-07'), 'draftDecision', input, peers)).draftDecision).toMatchObject({
      reason: 'PETITION_OPEN',
      row: 1,
    });
    expect(await rows(`nomination where decision_id is not null and department_id = '${bodyId('SNV')}' and award_code = 'LDTT'`)).toBe(0);
    expect(dataOf(await run(demoActor('SNV-07'), 'draftDecision', input)).draftDecision.decision.lines).toHaveLength(2);
  });

  it('nobody but the director signs, and only on the signing page; a refused signature writes nothing', async () => {
    expect(faultOf(await sign(demoActor('STC-01')))).toBe('FORBIDDEN');
    expect(faultOf(await sign(demoActor('STC-02', 'SIGNATURE')))).toBe('FORBIDDEN');
    expect(faultOf(await sign(demoActor('STC-07', 'SIGNATURE')))).toBe('FORBIDDEN');
    expect(faultOf(await sign(demoActor('BINH', 'SIGNATURE')))).toBe('FORBIDDEN');
    expect(faultOf(await sign(director, 7))).toBe('CONFLICT');
    expect(await rows(`decision where id = '${DRAFT}' and state = 'DRAFT' and number is null`)).toBe(1);
    expect(await rows(`decision_register where department_id = '${bodyId('STC')}' and last_number = 431`)).toBe(1);
    expect(await rows(`award where decision_id = '${DRAFT}'`)).toBe(0);
  });

  it('a draft is shown to who drafts and signs, an issued decision to officials, its dossiers to neither', async () => {
    const query = `{ decision(id: "${DRAFT}") { id lines { nomineeName achievement parts { code } } } }`;
    expect(faultOf(await execute(subgraph, db.dataSource, { actor: demoActor('HUY'), query }))).toBe('FORBIDDEN');
    await sign();
    const [line] = dataOf(await execute(subgraph, db.dataSource, { actor: demoActor('HUY'), query })).decision.lines;
    expect(line.nomineeName).not.toBe('');
    expect(line).toMatchObject({ achievement: '', parts: [] });
  });

  it('the public finds a certificate by its code, in any spelling, and is told when there is none', async () => {
    const [{ code }] = (await db.dataSource.query(`select certificate_code as code from award where year = 2024 limit 1`)) as [
      { code: string },
    ];
    const ask = async (typed: string) =>
      dataOf(
        await execute(subgraph, db.dataSource, {
          actor: publicActor,
          query: `{ certificate(code: "${typed}") { status recipientName awardName decisionNumber decisionDate issuer { id } } }`,
        }),
      ).certificate;
    expect(await ask(code.toLowerCase().replaceAll('-', ' '))).toMatchObject({ status: 'VALID', decisionDate: '2024-12-20' });
    expect(await ask('no-such-code')).toEqual({
      status: 'UNKNOWN',
      recipientName: null,
      awardName: null,
      decisionNumber: null,
      decisionDate: null,
      issuer: null,
    });
  });
});
