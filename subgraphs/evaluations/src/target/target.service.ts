import { fault, mutate, newId, Refusal, refuse, type RequestContext, type Transaction } from '@thidua/server';
import { ReportTargetResultInput, SetTargetReadingInput, TargetReadingSet, TargetResultReported } from './target.inputs.js';
import { ReportedResultEntity } from './result.entity.js';
import { TargetEntity } from './target.entity.js';
import { targetLoader } from './target.loader.js';
import { readingsOf } from './target.words.js';

const RATIO_COMPARATORS = ['GT', 'GTE', 'EQ', 'LT', 'LTE'];
/** Measures whose comparator a specialist may choose. */
const CHOOSABLE = ['STUDY', 'TITLE', 'TASKS'];

async function targetOf(ctx: RequestContext, id: string): Promise<TargetEntity> {
  const target = await targetLoader(ctx).load(id);
  if (!target) throw fault('NOT_FOUND', ctx.t('Không có chỉ tiêu này.', 'There is no such target.'), { field: 'targetId' });
  return target;
}

const change = (target: TargetEntity) => ({
  entity: { typeName: 'Target', id: target.id },
  change: 'UPDATED' as const,
  visibility: target.departmentId ? { kind: 'DEPARTMENT' as const, id: target.departmentId } : { kind: 'PROVINCE' as const },
});

/** A-01…A-03: the specialist chooses how a target is read; both readings stay visible. */
export async function setTargetReading(ctx: RequestContext, input: SetTargetReadingInput): Promise<TargetReadingSet | Refusal> {
  const target = await targetOf(ctx, input.targetId);
  return mutate(
    ctx,
    { operation: 'setTargetReading', input, permission: 'target:edit', scope: { departmentId: target.departmentId } },
    async (tx) => {
      const refusal = refuseReading(ctx, target, input);
      if (refusal) return refusal;
      const reading = input.denominatorRule ?? target.denominatorRule;
      await tx.change(TargetEntity, target, input.version, { comparator: input.comparator, denominatorRule: reading });
      const from = `${target.comparator} ${target.denominatorRule ?? ''}`.trim();
      await tx.audit({ entity: 'Target', id: target.id, from, to: `${input.comparator} ${reading ?? ''}`.trim() });
      await tx.emit('evaluations.target.reading-set.v1', {
        targetId: target.id,
        comparator: input.comparator,
        denominatorRule: reading,
        ...change(target),
      });
      return { id: target.id };
    },
    async ({ id }) => Object.assign(new TargetReadingSet(), { target: await targetOf(ctx, id) }),
  );
}

function refuseReading(ctx: RequestContext, target: TargetEntity, input: SetTargetReadingInput): Refusal | null {
  if (!CHOOSABLE.includes(target.measureCode) || !RATIO_COMPARATORS.includes(input.comparator)) {
    return refuse(
      ctx,
      'COMPARATOR_NOT_POSSIBLE',
      'Chỉ tiêu này không so sánh theo cách đó.',
      'This target cannot be compared in that way.',
      {
        field: 'comparator',
        remedy: [
          'Chỉ chọn GT, GTE, EQ, LT hoặc LTE cho chỉ tiêu có tỷ lệ hoặc số lượng.',
          'Choose GT, GTE, EQ, LT or LTE, for a target with a share or a count.',
        ],
      },
    );
  }
  const readings = readingsOf(target);
  if (!input.denominatorRule || readings.includes(input.denominatorRule)) return null;
  return refuse(
    ctx,
    'READING_NOT_POSSIBLE',
    'Chỉ tiêu này không có cách đọc mẫu số đó.',
    'This target has no such reading of the denominator.',
    {
      field: 'denominatorRule',
      remedy: [`Chọn một trong: ${readings.join(', ') || 'không có'}.`, `Choose one of: ${readings.join(', ') || 'none'}.`],
    },
  );
}

/** records a result with evidence; the newest one counts, the older ones stay. */
export async function reportTargetResult(ctx: RequestContext, input: ReportTargetResultInput): Promise<TargetResultReported | Refusal> {
  const target = await targetOf(ctx, input.targetId);
  return mutate(
    ctx,
    { operation: 'reportTargetResult', input, permission: 'target:edit', scope: { departmentId: target.departmentId } },
    async (tx) => refuseResult(ctx, target, input) ?? storeResult(tx, ctx, target, input),
    async ({ id }) => Object.assign(new TargetResultReported(), { target: await targetOf(ctx, id) }),
  );
}

function refuseResult(ctx: RequestContext, target: TargetEntity, input: ReportTargetResultInput): Refusal | null {
  if (input.evidence.trim() === '') {
    return refuse(ctx, 'NO_EVIDENCE', 'Chưa ghi minh chứng.', 'There is no evidence.', {
      field: 'evidence',
      remedy: ['Ghi tên báo cáo, biên bản hoặc số liệu làm căn cứ.', 'Name the report, minutes or figures it rests on.'],
    });
  }
  const isNumber = target.measureCode === 'TASKS';
  if (!isNumber && target.measureCode !== 'QUALITATIVE' && target.measureCode !== 'REFERENCE') {
    return refuse(
      ctx,
      'COMPUTED',
      'Chỉ tiêu này được tính từ dữ liệu gốc, không nhập tay.',
      'This target is computed from source data, not entered.',
      { field: 'targetId' },
    );
  }
  const complete = isNumber
    ? typeof input.done === 'number' && typeof input.given === 'number' && input.given > 0
    : typeof input.met === 'boolean';
  if (complete) return null;
  return refuse(
    ctx,
    'INCOMPLETE',
    isNumber ? 'Cần số việc đã xong và số việc được giao (lớn hơn 0).' : 'Cần kết luận đạt hay chưa đạt.',
    isNumber ? 'Tasks done and tasks given (above 0) are needed.' : 'A finding, met or not, is needed.',
    { field: isNumber ? 'given' : 'met' },
  );
}

async function storeResult(
  tx: Transaction,
  ctx: RequestContext,
  target: TargetEntity,
  input: ReportTargetResultInput,
): Promise<{ id: string }> {
  await tx.change(TargetEntity, target, input.version, {});
  await tx.manager.insert(ReportedResultEntity, {
    id: newId(),
    targetId: target.id,
    done: input.done ?? null,
    given: input.given ?? null,
    met: input.met ?? null,
    evidence: input.evidence.trim().normalize('NFC'),
    reportedOn: ctx.today(),
    reportedBy: ctx.actor.kind === 'person' ? ctx.actor.id : null,
  });
  await tx.audit({
    entity: 'Target',
    id: target.id,
    to: input.given ? `${input.done}/${input.given}` : String(input.met),
    reason: input.evidence.trim(),
  });
  await tx.emit('evaluations.target.result-reported.v1', { targetId: target.id, ...change(target) });
  return { id: target.id };
}
