import type { TaskOpened } from '@thidua/contracts';
import { bindTransaction, businessDay, type SubgraphRuntime, type Transaction } from '@thidua/server';
import type { DutyEntity } from './duty.entity.js';

export const dutyTaskId = (dutyId: string): string => `duty-late:${dutyId}`;
const EVERY = 10 * 60 * 1000;
const TITLE_LENGTH = 90;

type LateDuty = Pick<DutyEntity, 'id' | 'text' | 'dueDate' | 'planId' | 'departmentId' | 'unitId'>;

/** Puts every duty that is over its day, once, into the inbox of its unit's head, or of the office when it has no unit. */
export async function openLateTasks(tx: Transaction): Promise<number> {
  const [rows] = (await tx.manager.query(
    `update duty set late_task_at = $2 where done_at is null and late_task_at is null and due_date < $1 and department_id is not null
     returning id, text, to_char(due_date, 'YYYY-MM-DD') as "dueDate", plan_id as "planId", department_id as "departmentId", unit_id as "unitId"`,
    [businessDay(tx.now), tx.now],
  )) as [LateDuty[], number];
  for (const duty of rows) await tx.emit('campaigns.task.opened.v1', lateTask(duty));
  return rows.length;
}

function lateTask(duty: LateDuty): TaskOpened {
  const text = duty.text.length > TITLE_LENGTH ? `${duty.text.slice(0, TITLE_LENGTH).trimEnd()}…` : duty.text;
  return {
    taskId: dutyTaskId(duty.id),
    kind: 'DUTY_LATE',
    vars: { text },
    dueDate: duty.dueDate,
    link: `/plans/${duty.planId}`,
    assignee: duty.unitId ? { role: 'UNIT_HEAD', scopeId: duty.unitId } : { role: 'DEPARTMENT_OFFICE', scopeId: duty.departmentId ?? '' },
  };
}

/** Looks at start and every ten minutes; replicas do not open a task twice because the row is marked in the same statement. */
export async function watchLateDuties(runtime: SubgraphRuntime): Promise<() => Promise<void>> {
  const look = (): Promise<unknown> =>
    runtime.dataSource.transaction((manager) =>
      openLateTasks(
        bindTransaction(manager, {
          actor: { kind: 'service', id: 'campaigns', name: 'campaigns', roles: [] },
          now: runtime.clock.now(),
          operation: 'openLateTasks',
        }),
      ),
    );
  await look();
  const timer = setInterval(() => {
    look().catch(() => undefined);
  }, EVERY);
  return async () => clearInterval(timer);
}
