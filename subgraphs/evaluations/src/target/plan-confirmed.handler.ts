import { naturalId, type ExtractedTarget, type PlanConfirmed } from '@thidua/contracts';
import type { Transaction } from '@thidua/server';
import { readTarget } from './read-target.rules.js';
import { TargetEntity } from './target.entity.js';

/** Makes the targets of a confirmed plan. A repeated event, or one after the demo made them, changes nothing. */
export async function createTargets(tx: Transaction, plan: PlanConfirmed): Promise<void> {
  if (plan.targets.length === 0 || (await tx.manager.existsBy(TargetEntity, { planId: plan.planId }))) return;
  const idOf = (key: string): string => naturalId('target', `${plan.planId}/${key}`);
  const keys = new Set(plan.targets.map((target) => target.key));
  const rows = plan.targets.map((target, position) =>
    rowOf(plan, target, position, idOf(target.key), target.of && keys.has(target.of) && target.of !== target.key ? idOf(target.of) : null),
  );
  await tx.manager.createQueryBuilder().insert().into(TargetEntity).values(rows).orIgnore().execute();
  await tx.emit('evaluations.plan-targets.created.v1', {
    planId: plan.planId,
    count: rows.length,
    entity: { typeName: 'Plan', id: plan.planId },
    change: 'UPDATED',
    visibility: { kind: 'PROVINCE' },
  });
}

function rowOf(plan: PlanConfirmed, target: ExtractedTarget, position: number, id: string, outerId: string | null) {
  const read = readTarget(target);
  const reading = read.measureCode === 'STUDY' ? 'EVERY_SESSION' : read.measureCode === 'TITLE' && outerId ? 'OUTER' : null;
  return {
    id,
    planId: plan.planId,
    subjectId: plan.issuerId,
    departmentId: plan.departmentId ?? plan.issuerId,
    year: plan.year,
    cutOff: `${plan.year}-12-31`,
    position,
    key: target.key,
    text: target.text,
    section: target.section,
    kind: target.kind,
    measure: target.measure,
    measureCode: read.measureCode,
    comparator: read.comparator,
    value: read.value,
    unit: read.unit,
    printedDenominator: outerId ? null : target.of,
    denominatorRule: reading,
    collective: read.collective,
    awardCode: read.awardCode,
    topic: read.topic,
    orHigher: target.orHigher,
    outerId,
  };
}
