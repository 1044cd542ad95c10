import type { PlanConfirmed as PlanConfirmedEvent } from '@thidua/contracts';
import { fault, mutate, newId, permit, refuse, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { bodyById } from '../body/body.service.js';
import { learnBodyName, type KnownBody } from '../body/body-names.js';
import { closeObligations } from '../plan/obligation.js';
import { reserveNumber } from '../plan/number-register.js';
import { openSignTask } from '../plan/plan-tasks.js';
import { PlanEntity } from '../plan/plan.entity.js';
import { PLAN_STATES } from '../plan/plan.states.js';
import { PlanState } from '../plan/plan.types.js';
import type { PlanExtract } from '../plan-import/plan-extract.js';
import { extractedTargets } from './extracted-target.rules.js';
import { importScope } from './import-scope.js';
import { decide, type MergeRow } from './merge.rules.js';
import { PlanImportEntity } from './plan-import.entity.js';
import type { ConfirmPlanImportInput } from './plan-import.input.js';
import { PlanConfirmed } from './plan-import.result.js';
import { planIdentity, planYear } from './plan-keys.rules.js';
import { findDuplicate, findMerges } from './prepare-import.js';
import { printedNumber, storePlan } from './store-plan.js';

/** Confirmations write two registers that all plans share: one at a time. */
const REGISTER_LOCK = 7_214_003;

/** Turns a prepared import into a plan: decisions applied, registers and duties written, targets handed on. All or nothing. */
export async function confirmPlanImport(ctx: RequestContext, input: ConfirmPlanImportInput): Promise<PlanConfirmed | Refusal> {
  const prepared = await ctx.db.findOneBy(PlanImportEntity, { id: input.importId });
  if (!prepared) throw fault('NOT_FOUND', ctx.t('Không có lần nhập này.', 'No such import.'));
  permit(ctx, 'plan:import', { departmentId: prepared.departmentId });
  const issuer = await issuerOf(ctx, prepared, input);
  const scope = importScope(ctx, issuer);
  return mutate(
    ctx,
    { operation: 'confirmPlanImport', input, permission: 'plan:import', scope },
    async (tx) => {
      await tx.manager.query('select pg_advisory_xact_lock($1)', [REGISTER_LOCK]);
      const checked = await check(ctx, tx, prepared, issuer, input);
      if ('refusal' in checked) return checked.refusal;
      const { year, merges } = checked;
      const id = newId();
      const state = stateOf(prepared.read, checked.issuer);
      await storePlan(tx.manager, {
        id,
        extract: prepared.read,
        text: prepared.text,
        fileId: prepared.fileId,
        fileName: prepared.fileName,
        issuer: checked.issuer,
        unitId: null,
        state,
        year,
        merges,
        now: tx.now,
        natural: false,
      });
      await tx.change(PlanImportEntity, prepared, input.version, { state: 'CONFIRMED', planId: id, mergeRows: merges as never });
      await afterStoring(tx, { id, extract: prepared.read, issuer: checked.issuer, state, year });
      return { id };
    },
    async ({ id }) => Object.assign(new PlanConfirmed(), { plan: await ctx.db.findOneByOrFail(PlanEntity, { id }) }),
  );
}

async function issuerOf(ctx: RequestContext, prepared: PlanImportEntity, input: ConfirmPlanImportInput): Promise<KnownBody | null> {
  if (input.issuerId && input.issuerId !== prepared.issuerId) return bodyById(ctx, input.issuerId);
  return prepared.issuerId
    ? { organisationId: prepared.issuerId, departmentId: prepared.issuerDepartmentId, isGuest: prepared.issuerIsGuest }
    : null;
}

type Checked = { refusal: Refusal } | { issuer: KnownBody; year: number; merges: MergeRow[] };

async function check(
  ctx: RequestContext,
  tx: Transaction,
  prepared: PlanImportEntity,
  issuer: KnownBody | null,
  input: ConfirmPlanImportInput,
): Promise<Checked> {
  const duplicate = await findDuplicate(tx.manager, prepared.text, planIdentity(prepared.read, issuer?.organisationId ?? null));
  if (duplicate) return { refusal: alreadyImported(ctx, duplicate) };
  if (!issuer) {
    return {
      refusal: refuse(ctx, 'ISSUER_MISSING', 'Chưa chọn cơ quan ban hành.', 'The issuing body is not chosen.', {
        field: 'issuerId',
        remedy: ['Chọn cơ quan ban hành rồi xác nhận lại.', 'Choose the issuing body and confirm again.'],
      }),
    };
  }
  const year = planYear(prepared.read);
  if (!year)
    return {
      refusal: refuse(ctx, 'YEAR_MISSING', 'Không xác định được năm của kế hoạch.', 'The year of the plan is not known.', {
        remedy: ['Ghi năm trong tên hoặc ngày của kế hoạch rồi nhập lại.', 'Write the year in the title or date and import again.'],
      }),
    };
  const { rows, fault: wrong } = decide(prepared.mergeRows, input.decisions);
  if (wrong) return { refusal: badDecision(ctx, wrong.reason, wrong.id, input) };
  const grown = (await findMerges(tx.manager, prepared.read)).find(
    (now) => !prepared.mergeRows.some((then) => then.id === now.id && then.candidateId === now.candidateId),
  );
  if (grown)
    return {
      refusal: refuse(
        ctx,
        'REGISTER_CHANGED',
        `Sổ đăng ký vừa có thêm “${grown.candidateName}”.`,
        `The register has just gained “${grown.candidateName}”.`,
        { remedy: ['Xem trước lại kế hoạch rồi xác nhận.', 'Preview the plan again and confirm.'] },
      ),
    };
  return { issuer, year, merges: rows };
}

function alreadyImported(ctx: RequestContext, plan: PlanEntity): Refusal {
  return refuse(
    ctx,
    'ALREADY_IMPORTED',
    `Kế hoạch này đã được nhập: “${plan.title}”.`,
    `This plan has been imported already: “${plan.title}”.`,
    { remedy: ['Mở kế hoạch đã có thay vì nhập lại.', 'Open the existing plan instead.'], field: 'importId' },
  );
}

function badDecision(ctx: RequestContext, reason: string, id: string, input: ConfirmPlanImportInput): Refusal {
  const row = input.decisions.findIndex((decision) => decision.id === id);
  const place = { field: 'decisions', ...(row >= 0 ? { row: row + 1 } : {}) };
  if (reason === 'DECISION_MISSING')
    return refuse(ctx, reason, `Chưa quyết định mục ${id}.`, `No decision for ${id}.`, {
      ...place,
      remedy: ['Chọn gộp hoặc để riêng cho từng mục.', 'Choose to merge or to keep apart for each.'],
    });
  return refuse(ctx, reason, `Quyết định không hợp lệ cho mục ${id}.`, `The decision for ${id} is not valid.`, {
    ...place,
    remedy: ['Mỗi mục trong danh sách chọn MERGE hoặc SEPARATE, một lần.', 'Each listed item takes MERGE or SEPARATE, once.'],
  });
}

/** A plan that bears its number and day was issued elsewhere; a guest's plan has no director here; the rest waits for signature. */
function stateOf(extract: PlanExtract, issuer: KnownBody): PlanState {
  const action =
    issuer.isGuest || issuer.departmentId === null
      ? 'record'
      : extract.documentNumberParts?.sequence && extract.date?.day
        ? 'recordIssued'
        : 'submit';
  return PLAN_STATES.move('DRAFT', action) as PlanState;
}

interface StoredPlan {
  id: string;
  extract: PlanExtract;
  issuer: KnownBody;
  state: PlanState;
  year: number;
}

async function afterStoring(tx: Transaction, { id, extract, issuer, state, year }: StoredPlan): Promise<void> {
  if (extract.issuer) await learnBodyName(tx.manager, extract.issuer, extract.place, issuer);
  await tx.audit({ entity: 'Plan', id, to: state });
  const event: PlanConfirmedEvent = {
    planId: id,
    issuerId: issuer.organisationId,
    departmentId: issuer.departmentId,
    year,
    number: printedNumber(extract),
    title: extract.title,
    targets: extractedTargets(extract.targets),
  };
  await tx.emit('campaigns.plan.confirmed.v1', {
    ...event,
    entity: { typeName: 'Plan', id },
    change: 'CREATED',
    visibility: { kind: 'PROVINCE' },
  });
  await closeObligations(tx, id, issuer.departmentId);
  const { sequence, symbol } = extract.documentNumberParts ?? { sequence: null, symbol: '' };
  if (sequence && extract.date)
    await reserveNumber(tx.manager, { issuerId: issuer.organisationId, year: extract.date.year, symbol }, sequence);
  if (state === PlanState.AWAITING_SIGNATURE && issuer.departmentId)
    await openSignTask(tx, { id, title: extract.title, departmentId: issuer.departmentId });
}
