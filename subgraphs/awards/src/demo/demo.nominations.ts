import type { Transaction } from '@thidua/server';
import { CATALOGUE, INSTRUMENTS } from '../award-type/catalogue.js';
import type { Assessment } from '../eligibility/assessment.types.js';
import { assess } from '../eligibility/engine.rules.js';
import { ruleDate } from '../eligibility/rule-set.rules.js';
import { emptyFacts, type HeldAward, type SubjectFacts } from '../eligibility/subject.facts.js';
import { partsOf } from '../nomination/dossier.rules.js';
import { DossierPartEntity, NominationEntity, NominationState, NominationStepEntity } from '../nomination/nomination.entity.js';
import { petitionNoticeOf } from '../nomination/submission.rules.js';
import { DEMO_YEAR, nominationId, type PlannedNomination } from './demo.plan.js';
import { demoSteps } from './demo.steps.js';
import type { DemoWorld } from './demo.world.js';

const MANUAL: Record<string, string[]> = {
  LDTT: ['LDTT-2'],
  CSTDCS: ['LDTT-2'],
  TTLDTT: ['TTLDTT-2', 'TTLDTT-4'],
  TTLDXS: ['TTLDXS-2', 'TTLDXS-6'],
  GK_SO: ['GK_SO-1'],
};
const RECEIVED_ON = '2025-12-09';
const BEFORE_RECEIPT = new Set(['DRAFT', 'SUBMITTED', 'RETURNED', 'SUSPENDED', 'WITHDRAWN']);

export interface SeededNomination {
  plan: PlannedNomination;
  row: NominationEntity;
}

/** Who proposed: the head of the nominee's unit; for the board, the office. */
function proposerOf(world: DemoWorld, plan: PlannedNomination) {
  const unitKey = plan.isPerson ? world.person(plan.nomineeKey).unitKey : plan.nomineeKey;
  return unitKey ? world.holderOf('UNIT_HEAD', unitKey) : world.holderOf('DEPARTMENT_OFFICE', plan.department);
}

function factsOf(world: DemoWorld, plan: PlannedNomination, plans: PlannedNomination[], held: Map<string, HeldAward[]>): SubjectFacts {
  const proposer = proposerOf(world, plan);
  const findings = (MANUAL[plan.awardCode] ?? []).map((rule) => ({ rule, year: DEMO_YEAR, byName: proposer.fullName, on: '2025-12-08' }));
  if (plan.isPerson) {
    const person = world.person(plan.nomineeKey);
    return {
      ...emptyFacts('PERSON', person.id, person.fullName),
      posting: world.posting(person),
      evaluation: world.evaluation(person),
      held: held.get(person.id) ?? [],
      findings,
    };
  }
  const unit = world.body(plan.nomineeKey);
  const titles = plans
    .filter((row) => row.isPerson && row.state !== 'DRAFT' && row.state !== 'RETURNED')
    .map((row) => ({
      personId: world.person(row.nomineeKey).id,
      awardCode: row.awardCode,
      year: DEMO_YEAR,
      stage: 'PROPOSED' as const,
    }));
  const staff = world.staff(unit);
  return {
    ...emptyFacts('ORGANISATION', unit.id, unit.name),
    staff,
    collective: world.collective(unit),
    memberTitles: titles,
    findings,
    memberRatings: staff.members.flatMap((member) => {
      const person = world.province.people.find((row) => row.id === member.personId);
      return person
        ? world.evaluation(person).ratings.map((rating) => ({ personId: person.id, year: rating.year, grade: rating.grade }))
        : [];
    }),
  };
}

function achievementOf(plan: PlannedNomination): string {
  if (plan.achievement) return plan.achievement;
  if (!plan.isPerson) return 'Hoàn thành các chỉ tiêu của kế hoạch thi đua năm 2025; nội bộ đoàn kết, không có đơn thư tồn đọng.';
  return plan.awardCode === 'CSTDCS'
    ? 'Dẫn đầu đơn vị về kết quả công việc năm 2025; có giải pháp được áp dụng tại cơ quan.'
    : 'Hoàn thành tốt nhiệm vụ năm 2025, tham gia đầy đủ các phong trào thi đua.';
}

function rowOf(world: DemoWorld, plan: PlannedNomination, facts: SubjectFacts): NominationEntity {
  const receivedOn = BEFORE_RECEIPT.has(plan.state) ? null : plan.ground === 'AD_HOC' ? '2025-06-18' : RECEIVED_ON;
  const assessment = assess(
    { awardCode: plan.awardCode, year: DEMO_YEAR, date: ruleDate(DEMO_YEAR, receivedOn), facts },
    CATALOGUE.ruleSets,
    INSTRUMENTS,
  ) as Assessment;
  const draft = plan.state === 'DRAFT';
  const proposer = proposerOf(world, plan);
  const unitKey = plan.isPerson ? world.person(plan.nomineeKey).unitKey : plan.nomineeKey;
  return Object.assign(new NominationEntity(), {
    id: nominationId(plan.key),
    version: 1,
    awardCode: plan.awardCode,
    year: DEMO_YEAR,
    nomineeType: plan.isPerson ? 'Person' : 'Organisation',
    nomineeId: facts.id,
    nomineeName: facts.name,
    departmentId: world.body(plan.department).id,
    unitId: unitKey ? world.body(unitKey).id : null,
    unitName: unitKey ? world.body(unitKey).name : null,
    provinceId: world.body('TNH').id,
    state: NominationState[plan.state],
    ground: plan.ground,
    achievement: achievementOf(plan),
    assessment: draft ? null : assessment,
    facts: draft ? null : facts,
    ruleSetId: draft ? null : assessment.ruleSet.id,
    petitionNoticeText: draft ? null : petitionNoticeOf(assessment),
    warningTexts: [],
    overrideReason: plan.overrideReason,
    appraisalOpinion: ['COUNCIL_SESSION', 'VOTED', 'DECIDED'].includes(plan.state) ? 'Đủ điều kiện, đề nghị Hội đồng xét.' : null,
    proposedById: proposer.id,
    proposedByName: proposer.fullName,
    submittedById: draft ? null : proposer.id,
    receivedOn,
    dueDate: receivedOn && ['RECEIVED', 'APPRAISING', 'SUPPLEMENT'].includes(plan.state) ? '2025-12-16' : null,
    decisionId: null,
    createdAt: new Date(plan.ground === 'AD_HOC' ? '2025-06-17T15:00:00+07:00' : '2025-12-07T08:30:00+07:00'),
  });
}

/** Judges and stores the planned nominations with dossier, findings and history. */
export async function seedNominations(
  tx: Transaction,
  world: DemoWorld,
  plans: PlannedNomination[],
  held: Map<string, HeldAward[]>,
): Promise<SeededNomination[]> {
  const seeded = plans.map((plan) => ({ plan, row: rowOf(world, plan, factsOf(world, plan, plans, held)) }));
  await tx.manager.insert(
    NominationEntity,
    seeded.map(({ row }) => row),
  );
  await tx.manager.insert(
    DossierPartEntity,
    plans.flatMap((plan) =>
      partsOf(plan.awardCode).map((part, position) => ({
        nominationId: nominationId(plan.key),
        ...part,
        present: !plan.missingParts.includes(part.code),
        note: null,
        position,
      })),
    ),
  );
  await tx.manager.insert(
    NominationStepEntity,
    plans.flatMap((plan) => demoSteps(world, plan, proposerOf(world, plan))),
  );
  const findings = new Map(
    seeded.flatMap(({ plan, row }) =>
      plan.state === 'DRAFT' ? [] : (MANUAL[plan.awardCode] ?? []).map((rule) => [`${row.nomineeId}/${rule}`, { row, rule }] as const),
    ),
  );
  for (const { row, rule } of findings.values()) {
    await tx.manager.query('insert into manual_finding (subject_id, rule, year, by_id, by_name, on_date) values ($1, $2, $3, $4, $5, $6)', [
      row.nomineeId,
      rule,
      DEMO_YEAR,
      row.proposedById,
      row.proposedByName,
      '2025-12-08',
    ]);
  }
  return seeded;
}
