import { naturalId, newId } from '@thidua/server';
import type { EntityManager } from 'typeorm';
import { BodyNames } from '../body/body-names.js';
import type { KnownBody } from '../body/body-names.js';
import { registerCampaigns } from '../campaign/campaign-register.js';
import { AssignmentEntity, DutyEntity } from '../duty/duty.entity.js';
import { registerDocuments } from '../legal-document/register-documents.js';
import { PlanEntity } from '../plan/plan.entity.js';
import type { PlanState } from '../plan/plan.types.js';
import { dueDateOf } from '../plan-import/due-date.rules.js';
import type { PlanExtract } from '../plan-import/plan-extract.js';
import { keptApart } from './merge.rules.js';
import type { MergeRow } from './merge.rules.js';
import { contentKey, planIdentity, planYear } from './plan-keys.rules.js';

export interface PlanToStore {
  readonly id: string;
  readonly extract: PlanExtract;
  readonly text: string;
  readonly fileId: string | null;
  readonly fileName: string | null;
  readonly issuer: KnownBody | null;
  readonly unitId: string | null;
  readonly state: PlanState;
  readonly year: number;
  readonly merges: readonly MergeRow[];
  readonly now: Date;
  /** Demo rows have ids of natural keys, so that other subgraphs can point at them. */
  readonly natural: boolean;
}

/** Writes a plan with everything read from it: citations, campaigns, assignments, duties. */
export async function storePlan(manager: EntityManager, plan: PlanToStore): Promise<void> {
  const { extract, issuer } = plan;
  const names = await BodyNames.read(manager, printedNames(extract), extract.place);
  await manager.insert(PlanEntity, planRow(plan) as never);
  const about = { id: plan.id, place: extract.place, issuerId: issuer?.organisationId ?? null, natural: plan.natural };
  await registerDocuments(
    manager,
    extract.legalBases,
    { ...about, isGuest: issuer?.isGuest ?? false },
    names,
    keptApart(plan.merges, 'LEGAL_DOCUMENT'),
  );
  await registerCampaigns(
    manager,
    extract.campaigns,
    { ...about, issuer: extract.issuer, year: plan.year },
    names,
    keptApart(plan.merges, 'CAMPAIGN'),
  );
  await storeAssignments(manager, plan, names);
}

function printedNames(extract: PlanExtract): string[] {
  const issuers = extract.legalBases.flatMap((basis) => basis.citations.map((at) => at.issuerAsPrinted ?? ''));
  const initiators = extract.campaigns.map((campaign) => campaign.initiator ?? '');
  return [...issuers, ...initiators, ...extract.assignments.map((assignment) => assignment.assignee), 'Quốc hội', 'UBND tỉnh'].filter(
    (name) => name !== '',
  );
}

/** The whole number ("12/KH-KHCN") once there is one; a blank form has only its symbol. */
export function printedNumber(extract: PlanExtract): string | null {
  return extract.documentNumberParts?.sequence ? extract.documentNumber : null;
}

function planRow(plan: PlanToStore): object {
  const { extract, issuer } = plan;
  const { role, onBehalfOf, name } = extract.signatory;
  return {
    id: plan.id,
    number: printedNumber(extract),
    symbol: extract.documentNumberParts?.symbol ?? null,
    place: extract.place,
    title: extract.title,
    documentType: extract.documentType ?? 'KẾ HOẠCH',
    theme: extract.theme,
    themeLevel: extract.themeLevel,
    year: plan.year,
    dateYear: extract.date?.year ?? null,
    dateMonth: extract.date?.month ?? null,
    dateDay: extract.date?.day ?? null,
    state: plan.state,
    version: 1,
    issuerId: issuer?.organisationId ?? null,
    departmentId: issuer?.departmentId ?? null,
    unitId: plan.unitId,
    isGuest: issuer?.isGuest ?? false,
    text: plan.text,
    sourceFileId: plan.fileId,
    sourceFileName: plan.fileName,
    contentKey: contentKey(plan.text),
    identityKey: planIdentity(extract, issuer?.organisationId ?? null),
    signatory: { role, onBehalfOf, name },
    period: { text: extract.period.text ?? null, from: extract.period.from, to: extract.period.to },
    tree: { preamble: extract.preamble, sections: extract.sections, closing: extract.closing },
    recipientLines: extract.recipients,
    importWarnings: extract.warnings,
    groups: extract.campaigns.filter((campaign) => campaign.group),
    importedAt: plan.now,
  };
}

async function storeAssignments(manager: EntityManager, plan: PlanToStore, names: BodyNames): Promise<void> {
  const departmentId = plan.issuer?.isGuest ? null : (plan.issuer?.departmentId ?? null);
  const id = (kind: string, key: string): string => (plan.natural ? naturalId(kind, `${plan.id}/${key}`) : newId());
  const assignments = plan.extract.assignments.map((assignment, position) => ({
    id: id('assignment', String(position)),
    planId: plan.id,
    party: assignment.assignee,
    kind: assignment.kind.toUpperCase(),
    section: assignment.section,
    position,
    organisationId: names.findUnit(assignment.assignee, departmentId)?.organisationId ?? null,
  }));
  const duties = plan.extract.assignments.flatMap((assignment, a) =>
    assignment.duties.map((text, position) => ({
      id: id('duty', `${a}.${position}`),
      assignmentId: assignments[a]?.id,
      planId: plan.id,
      departmentId,
      unitId: assignments[a]?.organisationId ?? plan.unitId,
      text,
      clauses: assignment.clauses[position] ?? [text],
      dueDate: dueDateOf(text, planYear(plan.extract)),
      doneAt: null,
      doneBy: null,
      lateTaskAt: null,
      position,
      version: 1,
    })),
  );
  if (assignments.length > 0) await manager.insert(AssignmentEntity, assignments as never);
  if (duties.length > 0) await manager.insert(DutyEntity, duties as never);
}
