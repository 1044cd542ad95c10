import { naturalId } from '@thidua/contracts';
import type { Transaction } from '@thidua/server';
import { In } from 'typeorm';
import { CATALOGUE } from '../award-type/catalogue.js';
import { printedArticle } from '../award-type/catalogue.rows.js';
import { AwardEntity } from '../award/award.entity.js';
import { certificateCode } from '../award/certificate-code.rules.js';
import { DecisionEntity, DecisionState } from '../decision/decision.entity.js';
import { decisionText, decisionTitle, usedInitiatives } from '../decision/decision.rules.js';
import type { HeldAward } from '../eligibility/subject.facts.js';
import { NominationEntity } from '../nomination/nomination.entity.js';
import { openTask, taskIds } from '../nomination/nomination.tasks.js';
import type { SeededNomination } from './demo.nominations.js';
import { DEMO_DEPARTMENTS, DEMO_YEAR, type DepartmentKey } from './demo.plan.js';
import type { DemoWorld } from './demo.world.js';

/** Last number used in each register at the demo's instant; the next signature takes the following one. */
const LAST_NUMBER: Record<DepartmentKey, number> = { SKHCN: 428, STC: 431, SNV: 425 };

interface Recipient {
  key: string;
  nomineeType: 'Person' | 'Organisation';
  id: string;
  name: string;
  unitId: string | null;
  unitName: string | null;
  nominationId: string | null;
  ground: string;
}

interface PlannedDecision {
  department: DepartmentKey;
  awardCode: string;
  year: number;
  number: string | null;
  date: string | null;
  recipients: Recipient[];
}

const decisionId = (plan: PlannedDecision): string =>
  naturalId('decision', `${plan.department}/${plan.year}/${plan.awardCode}${plan.number ? `/${plan.number}` : ''}`);
const awardId = (plan: PlannedDecision, recipient: Recipient): string =>
  naturalId('award', `${plan.awardCode}/${plan.year}/${recipient.key}`);

async function insertDecision(tx: Transaction, world: DemoWorld, plan: PlannedDecision): Promise<void> {
  const type = CATALOGUE.awardTypes.find((row) => row.code === plan.awardCode);
  const body = world.body(plan.department);
  const director = world.holderOf('DEPARTMENT_DIRECTOR', plan.department);
  if (!type) throw new Error(plan.awardCode);
  const words = { kind: type.kind, awardName: type.name, year: plan.year };
  await tx.manager.insert(DecisionEntity, {
    id: decisionId(plan),
    version: plan.number ? 2 : 1,
    awardCode: plan.awardCode,
    year: plan.year,
    departmentId: body.id,
    departmentName: body.name,
    number: plan.number,
    symbol: `QĐ-${plan.department}`,
    date: plan.date,
    state: plan.number ? DecisionState.ISSUED : DecisionState.DRAFT,
    title: decisionTitle(words),
    text: decisionText({
      ...words,
      departmentName: body.name,
      citation: printedArticle(type.citation),
      decree: plan.year < 2025 ? 'Nghị định 98/2023/NĐ-CP' : 'Nghị định 152/2025/NĐ-CP',
      councilHeld: null,
      lines: plan.recipients.map((recipient) => ({
        name: recipient.name,
        unitName: recipient.unitName,
        nomineeType: recipient.nomineeType,
      })),
    }),
    signerId: plan.number ? director.id : null,
    signerName: plan.number ? director.fullName : null,
    signerCapacity: plan.number ? 'GIÁM ĐỐC' : null,
    draftedById: world.holderOf('DEPARTMENT_OFFICE', plan.department).id,
  });
  const nominationIds = plan.recipients.flatMap((recipient) => (recipient.nominationId ? [recipient.nominationId] : []));
  if (nominationIds.length > 0) await tx.manager.update(NominationEntity, { id: In(nominationIds) }, { decisionId: decisionId(plan) });
  if (plan.number) await insertAwards(tx, world, plan);
  else {
    await openTask(tx, {
      taskId: taskIds.sign(decisionId(plan)),
      kind: 'DECISION_SIGN',
      vars: { award: type.name, count: plan.recipients.length },
      dueDate: null,
      link: `/sign/${decisionId(plan)}`,
      assignee: { role: 'DEPARTMENT_DIRECTOR', scopeId: body.id },
    });
  }
}

async function insertAwards(tx: Transaction, world: DemoWorld, plan: PlannedDecision): Promise<void> {
  const departmentId = world.body(plan.department).id;
  await tx.manager.insert(
    AwardEntity,
    plan.recipients.map((recipient) => ({
      id: awardId(plan, recipient),
      awardCode: plan.awardCode,
      year: plan.year,
      nomineeType: recipient.nomineeType,
      nomineeId: recipient.id,
      recipientName: recipient.name,
      departmentId,
      unitId: recipient.unitId,
      provinceId: world.body('TNH').id,
      decisionId: decisionId(plan),
      nominationId: recipient.nominationId,
      status: 'IN_FORCE',
      countsForMerit: recipient.ground === 'MERIT',
      certificateCode: certificateCode(awardId(plan, recipient)),
    })),
  );
  await tx.emit('awards.decision.signed.v1', {
    decisionId: decisionId(plan),
    number: `${plan.number}/QĐ-${plan.department}`,
    organisationId: departmentId,
    awardCode: plan.awardCode,
    year: plan.year,
    lines: plan.recipients.map((recipient) => ({
      awardId: awardId(plan, recipient),
      nomineeId: recipient.id,
      nomineeType: recipient.nomineeType,
      nomineeName: recipient.name,
    })),
    entity: { typeName: 'Decision', id: decisionId(plan) },
    change: 'CREATED',
    visibility: { kind: 'PROVINCE' },
  });
}

function personRecipient(world: DemoWorld, key: string): Recipient {
  const person = world.person(key);
  const unit = person.unitKey ? world.body(person.unitKey) : null;
  return {
    key,
    nomineeType: 'Person',
    id: person.id,
    name: person.fullName,
    unitId: unit?.id ?? null,
    unitName: unit?.name ?? null,
    nominationId: null,
    ground: 'MERIT',
  };
}

/** Chiến sĩ thi đua cơ sở in 2023 and 2024: with 2025 they reach the three years in a row of the provincial title. */
const FIGHTERS: Record<DepartmentKey, string[]> = {
  SKHCN: ['SKHCN-13', 'NAM', 'SKHCN-25'],
  STC: ['STC-16', 'STC-32', 'STC-47'],
  SNV: ['SNV-15', 'SNV-28'],
};
/** Moved from STC to SNV on 01/07/2025: his award of 2024 stays with STC. */
const MOVER = 'SNV-30';

function historyOf(world: DemoWorld, department: DepartmentKey, year: number): PlannedDecision[] {
  const lists = world.achievements.lists[department];
  const offset = year === 2023 ? 3 : 0;
  const keys = lists.ldtt.filter(
    (key, index) =>
      key !== MOVER && (FIGHTERS[department].includes(key) || (index + offset) % 4 !== 3) && world.person(key).from < `${year}-03-01`,
  );
  if (department === 'STC' && year === 2024) keys.push(MOVER);
  const number = (base: number): string => String(base + DEMO_DEPARTMENTS.indexOf(department));
  return [
    {
      department,
      awardCode: 'LDTT',
      year,
      number: number(380),
      date: `${year}-12-20`,
      recipients: keys.map((key) => personRecipient(world, key)),
    },
    {
      department,
      awardCode: 'CSTDCS',
      year,
      number: number(384),
      date: `${year}-12-20`,
      recipients: FIGHTERS[department].map((key) => personRecipient(world, key)),
    },
  ];
}

/** Awards of 2023 and 2024, before the nominations of 2025 are judged. @returns what each person holds */
export async function seedHistory(tx: Transaction, world: DemoWorld): Promise<Map<string, HeldAward[]>> {
  const plans = [2023, 2024].flatMap((year) => DEMO_DEPARTMENTS.flatMap((department) => historyOf(world, department, year)));
  for (const plan of plans) await insertDecision(tx, world, plan);
  const held = plans.flatMap((plan) =>
    plan.recipients.map((recipient): HeldAward & { holder: string } => ({
      holder: recipient.id,
      id: awardId(plan, recipient),
      awardCode: plan.awardCode,
      year: plan.year,
      stage: 'DECIDED',
      inForce: true,
      countsForMerit: true,
      decisionNumber: `${plan.number}/QĐ-${plan.department}`,
    })),
  );
  return new Map(
    [...Map.groupBy(held, (award) => award.holder)].map(([id, awards]) => [id, awards.map(({ holder: _holder, ...award }) => award)]),
  );
}

function recipientOf({ plan, row }: SeededNomination): Recipient {
  return {
    key: plan.nomineeKey,
    nomineeType: row.nomineeType as 'Person',
    id: row.nomineeId,
    name: row.nomineeName,
    unitId: row.unitId,
    unitName: row.unitName,
    nominationId: row.id,
    ground: row.ground,
  };
}

/** The decisions of 2025: STC's three signed and one waiting for the director; one ad hoc award each in SKHCN and SNV. */
export async function seedDecisions(tx: Transaction, world: DemoWorld, seeded: SeededNomination[]): Promise<void> {
  const of = (department: DepartmentKey, awardCode: string, state: string): Recipient[] =>
    seeded.filter(({ plan }) => plan.department === department && plan.awardCode === awardCode && plan.state === state).map(recipientOf);
  const year = DEMO_YEAR;
  const plans: PlannedDecision[] = [
    { department: 'SKHCN', awardCode: 'GK_SO', year, number: '201', date: '2025-06-19', recipients: of('SKHCN', 'GK_SO', 'DECIDED') },
    { department: 'SNV', awardCode: 'GK_SO', year, number: '187', date: '2025-06-19', recipients: of('SNV', 'GK_SO', 'DECIDED') },
    { department: 'STC', awardCode: 'LDTT', year, number: '429', date: '2025-12-11', recipients: of('STC', 'LDTT', 'DECIDED') },
    { department: 'STC', awardCode: 'CSTDCS', year, number: '430', date: '2025-12-11', recipients: of('STC', 'CSTDCS', 'DECIDED') },
    { department: 'STC', awardCode: 'TTLDTT', year, number: '431', date: '2025-12-11', recipients: of('STC', 'TTLDTT', 'DECIDED') },
    { department: 'STC', awardCode: 'GK_SO', year, number: null, date: null, recipients: of('STC', 'GK_SO', 'VOTED') },
  ];
  for (const plan of plans) await insertDecision(tx, world, plan);
  for (const department of DEMO_DEPARTMENTS) {
    await tx.manager.query('insert into decision_register (department_id, year, symbol, last_number) values ($1, $2, $3, $4)', [
      world.body(department).id,
      year,
      `QĐ-${department}`,
      LAST_NUMBER[department],
    ]);
  }
  for (const { plan, row } of seeded.filter((item) => item.plan.state === 'DECIDED')) {
    for (const initiativeId of usedInitiatives(row.assessment?.checks ?? [])) {
      await tx.manager.query('insert into initiative_use (initiative_id, award_code, nominee_id, award_id) values ($1, $2, $3, $4)', [
        initiativeId,
        row.awardCode,
        row.nomineeId,
        naturalId('award', `${plan.awardCode}/${year}/${plan.nomineeKey}`),
      ]);
    }
  }
}
