import { mutate, newId, refuse, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { In } from 'typeorm';
import { awardTypeOf, catalogueOf } from '../award-type/award-type.loader.js';
import type { AwardTypeEntity } from '../award-type/award-type.entity.js';
import { printedArticle } from '../award-type/catalogue.rows.js';
import { INSTRUMENTS } from '../award-type/catalogue.js';
import { NominationEntity, NominationState } from '../nomination/nomination.entity.js';
import { openTask, taskIds } from '../nomination/nomination.tasks.js';
import { DecisionEntity, DecisionState } from './decision.entity.js';
import type { DraftDecisionInput } from './decision.input.js';
import { decisionLoader } from './decision.loader.js';
import { linesUnderVerification } from './open-petitions.js';
import { decisionText, decisionTitle, isOwnAuthority, wrongAuthority } from './decision.rules.js';

interface DepartmentWords {
  name: string;
  code: string;
}

async function departmentWords(ctx: RequestContext, id: string): Promise<DepartmentWords> {
  const [[name], [code]] = await Promise.all([
    ctx.peers.entities<string>('organisations', 'Organisation', [id], 'name'),
    ctx.peers.entities<string>('organisations', 'Organisation', [id], 'code'),
  ]);
  return { name: name ?? '', code: code ?? '' };
}

async function authorityRefusal(ctx: RequestContext, award: AwardTypeEntity): Promise<Refusal | null> {
  if (isOwnAuthority(award.authorities)) return null;
  const { authorities } = await catalogueOf(ctx);
  const competent = authorities.filter((authority) => award.authorities.includes(authority.code));
  const words = wrongAuthority(award, { vi: competent.map((row) => row.name), en: competent.map((row) => row.nameEn) });
  return refuse(ctx, 'WRONG_AUTHORITY', words.message.vi, words.message.en, { remedy: [words.remedy.vi, words.remedy.en], field: 'award' });
}

/** Every line must have passed the council, belong to the department, be of this award, and stand on no other decision. */
function lineRefusal(ctx: RequestContext, input: DraftDecisionInput, lines: NominationEntity[]): Refusal | null {
  if (input.nominationIds.length === 0)
    return refuse(ctx, 'NO_LINES', 'Chưa chọn trường hợp nào.', 'No case is chosen.', { field: 'nominationIds' });
  for (const [index, id] of input.nominationIds.entries()) {
    const line = lines.find((candidate) => candidate.id === id);
    const options = { field: 'nominationIds', row: index + 1 };
    if (!line || line.departmentId !== input.organisationId)
      return refuse(
        ctx,
        'UNKNOWN_LINE',
        `Dòng ${index + 1}: không có hồ sơ này ở Sở.`,
        `Line ${index + 1}: no such nomination in the department.`,
        options,
      );
    if (line.awardCode !== input.award || line.year !== input.year) {
      return refuse(
        ctx,
        'MIXED_LIST',
        `Dòng ${index + 1}: ${line.nomineeName} được đề nghị danh hiệu hoặc năm khác.`,
        `Line ${index + 1}: ${line.nomineeName} is nominated for another award or year.`,
        {
          ...options,
          remedy: ['Mỗi quyết định một danh hiệu, một năm.', 'One award and one year per decision.'],
        },
      );
    }
    if (line.state !== NominationState.VOTED) {
      return refuse(
        ctx,
        'NOT_VOTED',
        `Dòng ${index + 1}: ${line.nomineeName} chưa được Hội đồng thông qua.`,
        `Line ${index + 1}: ${line.nomineeName} has not passed the council.`,
        {
          ...options,
          remedy: ['Bỏ dòng này, hoặc chờ kết quả bỏ phiếu.', 'Leave the line out, or wait for the vote.'],
        },
      );
    }
    if (line.decisionId)
      return refuse(
        ctx,
        'ALREADY_IN_DECISION',
        `Dòng ${index + 1}: ${line.nomineeName} đã có trong một dự thảo quyết định.`,
        `Line ${index + 1}: ${line.nomineeName} is already on a draft decision.`,
        options,
      );
  }
  return null;
}

function petitionRefusal(ctx: RequestContext, input: DraftDecisionInput, lines: NominationEntity[], blocked: Set<string>): Refusal | null {
  const line = lines.find((candidate) => blocked.has(candidate.id));
  if (!line) return null;
  const row = input.nominationIds.indexOf(line.id) + 1;
  return refuse(
    ctx,
    'PETITION_OPEN',
    `Dòng ${row}: ${line.nomineeName} có đơn thư đang xác minh.`,
    `Line ${row}: a petition about ${line.nomineeName} is under verification.`,
    { field: 'nominationIds', row, remedy: ['Để lại dòng này đến khi có kết luận.', 'Leave the line out until it is concluded.'] },
  );
}

/** Drafts a decision for what the director decides himself; anything else is refused and says who decides. */
export async function draftDecision(ctx: RequestContext, input: DraftDecisionInput): Promise<DecisionEntity | Refusal> {
  const award = await awardTypeOf(ctx, input.award);
  return mutate(
    ctx,
    { operation: 'draftDecision', input, permission: 'decision:draft', scope: { departmentId: input.organisationId } },
    async (tx) => {
      const authority = await authorityRefusal(ctx, award);
      if (authority) return authority;
      const lines = await tx.manager.find(NominationEntity, {
        where: { id: In(input.nominationIds) },
        lock: { mode: 'pessimistic_write' },
      });
      const refusal = lineRefusal(ctx, input, lines);
      if (refusal) return refusal;
      const petition = petitionRefusal(ctx, input, lines, await linesUnderVerification(ctx, lines));
      if (petition) return petition;
      return insertDraft(tx, ctx, input, award, lines);
    },
    async (saved) => (await decisionLoader(ctx).load(saved.id)) as DecisionEntity,
  );
}

async function heldOn(tx: Transaction, nominationId: string): Promise<string | null> {
  const [row] = (await tx.manager.query(
    `select to_char(s.held_at at time zone 'Asia/Ho_Chi_Minh', 'DD/MM/YYYY') as held from ballot_line l join voting_round r on r.id = l.round_id
     join council_session s on s.id = r.session_id where l.nomination_id = $1 order by s.held_at desc limit 1`,
    [nominationId],
  )) as { held: string }[];
  return row?.held ?? null;
}

async function insertDraft(
  tx: Transaction,
  ctx: RequestContext,
  input: DraftDecisionInput,
  award: AwardTypeEntity,
  lines: NominationEntity[],
): Promise<{ id: string }> {
  const id = newId();
  const department = await departmentWords(ctx, input.organisationId);
  const today = ctx.today();
  const decree = INSTRUMENTS.find(
    (row) => row.source === 'decree' && row.validFrom <= today && (row.validTo === null || row.validTo >= today),
  );
  const sorted = lines.toSorted(
    (a, b) => (a.unitName ?? '').localeCompare(b.unitName ?? '', 'vi') || a.nomineeName.localeCompare(b.nomineeName, 'vi'),
  );
  await tx.manager.insert(DecisionEntity, {
    id,
    version: 1,
    awardCode: award.code,
    year: input.year,
    departmentId: input.organisationId,
    departmentName: department.name,
    number: null,
    symbol: `QĐ-${department.code}`,
    date: null,
    state: DecisionState.DRAFT,
    draftedById: ctx.actor.id,
    title: decisionTitle({ kind: award.kind, awardName: award.name, year: input.year }),
    text: decisionText({
      departmentName: department.name,
      awardName: award.name,
      kind: award.kind,
      year: input.year,
      citation: printedArticle(award.citation),
      decree: decree?.article ?? '',
      councilHeld: lines[0] ? await heldOn(tx, lines[0].id) : null,
      lines: sorted.map((line) => ({ name: line.nomineeName, unitName: line.unitName, nomineeType: line.nomineeType })),
    }),
  });
  await tx.manager.update(NominationEntity, { id: In(input.nominationIds) }, { decisionId: id, version: () => 'version + 1' } as never);
  await tx.audit({ entity: 'Decision', id, to: 'DRAFT' });
  await tx.emit('awards.decision.drafted.v1', { decisionId: id, departmentId: input.organisationId });
  await openTask(tx, {
    taskId: taskIds.sign(id),
    kind: 'DECISION_SIGN',
    vars: { award: award.name, count: lines.length },
    dueDate: null,
    link: `/sign/${id}`,
    assignee: { role: 'DEPARTMENT_DIRECTOR', scopeId: input.organisationId },
  });
  return { id };
}
