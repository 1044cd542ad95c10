import { fault, mutate, permit, refuse, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { In, Not } from 'typeorm';
import { awardTypeOf, catalogueOf } from '../award-type/award-type.loader.js';
import type { Assessment, Check, Text } from '../eligibility/assessment.types.js';
import { assessFacts } from '../eligibility/eligibility.service.js';
import { PROPOSED_STATES } from '../eligibility/own-facts.loader.js';
import type { SubjectFacts } from '../eligibility/subject.facts.js';
import { quotaFor } from '../local-regulation/quota.service.js';
import { partName } from './dossier.rules.js';
import { scopeOf } from './nomination.access.js';
import { DossierPartEntity, NominationEntity } from './nomination.entity.js';
import type { SubmitNominationInput } from './nomination.input.js';
import { nominationLoader } from './nomination.loader.js';
import { moveNomination, pathOf } from './nomination.steps.js';
import type { NominationAction } from './nomination.states.js';
import { closeTask, openTask, taskIds } from './nomination.tasks.js';
import { currentFacts } from './nominee.facts.js';
import { petitionNoticeOf, sameAchievement, submissionOf } from './submission.rules.js';

/** @throws NOT_FOUND when there is none */
export async function requireNomination(ctx: RequestContext, id: string): Promise<NominationEntity> {
  const nomination = await nominationLoader(ctx).load(id);
  if (!nomination) throw fault('NOT_FOUND', ctx.t('Không có hồ sơ này.', 'There is no such nomination.'), { id });
  return nomination;
}

export function wrongState(ctx: RequestContext, nomination: NominationEntity): Refusal {
  return refuse(
    ctx,
    'WRONG_STATE',
    `Hồ sơ đang ở bước “${nomination.state}”, không làm được việc này.`,
    `The nomination is in state ${nomination.state}; this cannot be done now.`,
    {
      remedy: ['Tải lại để xem bước hiện tại.', 'Reload to see the current step.'],
    },
  );
}

/** The rules of a manual condition that the submitter confirms; only such rules can be confirmed. */
function confirmable(checks: Check[]): Set<string> {
  return new Set(checks.flatMap((check) => [check.rule, ...confirmable(check.alternatives)]));
}

interface Judged {
  facts: SubjectFacts;
  assessment: Assessment;
  confirmed: string[];
}

async function judge(ctx: RequestContext, nomination: NominationEntity, input: SubmitNominationInput): Promise<Judged> {
  const facts = await currentFacts(ctx, nomination);
  const base = { awardCode: nomination.awardCode, year: nomination.year, receivedOn: nomination.receivedOn };
  const before = await assessFacts(ctx, { ...base, facts });
  const known = confirmable(before.checks);
  const confirmed = (input.confirmations ?? []).filter((rule) => known.has(rule));
  const findings = confirmed.map((rule) => ({ rule, year: nomination.year, byName: ctx.actor.name, on: ctx.today() }));
  const withFindings = { ...facts, findings: [...facts.findings.filter((item) => !confirmed.includes(item.rule)), ...findings] };
  return { facts: withFindings, assessment: await assessFacts(ctx, { ...base, facts: withFindings }), confirmed };
}

/**
 * The unit's review and sending of a dossier: the facts are asked of their owners now, judged, and stored
 * with the rule set as the snapshot. A blocking condition refuses and says which; a petition under verification suspends.
 */
export async function submitNomination(ctx: RequestContext, input: SubmitNominationInput): Promise<NominationEntity | Refusal> {
  const nomination = await requireNomination(ctx, input.id);
  const scope = await scopeOf(ctx, nomination);
  permit(ctx, 'nomination:submit', scope);
  const actions: NominationAction[] = nomination.state === 'SUPPLEMENT' ? ['submit'] : ['review', 'submit'];
  const judged = pathOf(nomination.state, actions) ? await judge(ctx, nomination, input) : null;
  return mutate(
    ctx,
    { operation: 'submitNomination', input, permission: 'nomination:submit', scope },
    async (tx) => {
      if (!judged) return wrongState(ctx, nomination);
      const incomplete = await incompleteness(ctx, tx, nomination);
      if (incomplete) return incomplete;
      const verdict = submissionOf(judged.assessment, input.overrideReason ?? null);
      if (verdict.kind === 'REFUSE')
        return refuse(ctx, verdict.reason, verdict.message.vi, verdict.message.en, {
          remedy: [verdict.remedy.vi, verdict.remedy.en],
          field: 'nominee',
        });
      const suspended = verdict.kind === 'SUSPEND';
      if (suspended && nomination.state === 'SUSPENDED') return stillSuspended(ctx, verdict.check);
      await saveFindings(tx, ctx, nomination, judged.confirmed);
      await moveNomination(tx, ctx, nomination, input.version, {
        actions: suspended ? ['suspend'] : actions,
        reason: suspended ? verdict.check.have.vi : (input.overrideReason ?? null),
        patch: await snapshot(ctx, tx, nomination, judged, input.overrideReason ?? null),
      });
      await closeTask(tx, taskIds.complete(nomination.id));
      if (!suspended) await openAppraisal(ctx, tx, nomination);
      return { id: nomination.id };
    },
    (saved) => requireNomination(ctx, saved.id),
  );
}

function stillSuspended(ctx: RequestContext, check: Check): Refusal {
  return refuse(ctx, 'PETITION_OPEN', `Đơn thư chưa có kết luận: ${check.have.vi}.`, `The petition is not concluded: ${check.have.en}.`, {
    remedy: ['Gửi lại sau khi có kết luận.', 'Submit again after the conclusion.'],
  });
}

async function incompleteness(ctx: RequestContext, tx: Transaction, nomination: NominationEntity): Promise<Refusal | null> {
  if (nomination.achievement.trim() === '') {
    return refuse(ctx, 'ACHIEVEMENT_MISSING', 'Chưa ghi thành tích.', 'The achievement is not written.', {
      remedy: ['Ghi thành tích và kết quả cụ thể, rồi gửi lại.', 'Write the achievement and its results, then submit.'],
      field: 'achievement',
    });
  }
  const parts = await tx.manager.find(DossierPartEntity, { where: { nominationId: nomination.id, required: true, present: false } });
  if (parts.length === 0) return null;
  const names = parts.map((part) => partName(part.code));
  return refuse(
    ctx,
    'PARTS_MISSING',
    `Hồ sơ còn thiếu: ${names.map((name) => name.vi).join('; ')}.`,
    `The dossier lacks: ${names.map((name) => name.en).join('; ')}.`,
    {
      remedy: ['Bổ sung đủ các thành phần trong một lần.', 'Complete all parts at once.'],
      field: 'parts',
    },
  );
}

async function saveFindings(tx: Transaction, ctx: RequestContext, nomination: NominationEntity, rules: string[]): Promise<void> {
  if (rules.length === 0) return;
  await tx.manager.query(
    `insert into manual_finding (subject_id, rule, year, by_id, by_name, on_date) select $1, unnest($2::text[]), $3, $4, $5, $6
     on conflict (subject_id, rule, year) do update set by_id = excluded.by_id, by_name = excluded.by_name, on_date = excluded.on_date`,
    [nomination.nomineeId, rules, nomination.year, ctx.actor.id, ctx.actor.name, ctx.today()],
  );
}

async function snapshot(ctx: RequestContext, tx: Transaction, nomination: NominationEntity, judged: Judged, overrideReason: string | null) {
  return {
    assessment: judged.assessment,
    facts: judged.facts,
    ruleSetId: judged.assessment.ruleSet.id,
    overrideReason,
    submittedById: ctx.actor.id,
    petitionNoticeText: petitionNoticeOf(judged.assessment),
    warningTexts: await warningsOf(ctx, tx, nomination),
  };
}

/** What does not refuse but must be seen: an overrun quota, the same achievement elsewhere (L-03). */
async function warningsOf(ctx: RequestContext, tx: Transaction, nomination: NominationEntity): Promise<Text[]> {
  const { types } = await catalogueOf(ctx);
  const others = await tx.manager.find(NominationEntity, {
    where: { nomineeId: nomination.nomineeId, id: Not(nomination.id), state: Not(In(['WITHDRAWN', 'REJECTED'])) },
  });
  const described = (row: NominationEntity) => {
    const type = types.find((candidate) => candidate.code === row.awardCode);
    return { awardName: type?.name ?? row.awardCode, kind: type?.kind ?? 'TITLE', achievement: row.achievement };
  };
  const quota = await quotaFor(ctx, {
    departmentId: nomination.departmentId,
    awardCode: nomination.awardCode,
    year: nomination.year,
    extra: PROPOSED_STATES.includes(nomination.state) ? 0 : 1,
  });
  const overrun: Text[] = quota?.overrun
    ? [
        {
          vi: `Vượt trần: ${quota.used}/${quota.limit} (${quota.basis.vi}). Hội đồng quyết định.`,
          en: `Over the cap: ${quota.used}/${quota.limit} (${quota.basis.en}). The council decides.`,
        },
      ]
    : [];
  return [...overrun, ...sameAchievement(described(nomination), others.map(described))];
}

async function openAppraisal(ctx: RequestContext, tx: Transaction, nomination: NominationEntity): Promise<void> {
  const award = await awardTypeOf(ctx, nomination.awardCode);
  await openTask(tx, {
    taskId: taskIds.appraise(nomination.id),
    kind: 'NOMINATION_APPRAISE',
    vars: { award: award.name, nominee: nomination.nomineeName },
    dueDate: nomination.dueDate,
    link: `/nominations/${nomination.id}`,
    assignee: { role: 'DEPARTMENT_OFFICE', scopeId: nomination.departmentId },
  });
}
