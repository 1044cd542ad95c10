import type { TaskClosed, TaskOpened } from '@thidua/contracts';
import type { Transaction } from '@thidua/server';

export const signTaskId = (planId: string): string => `plan-sign:${planId}`;

/** The director's task to sign a plan (J-01 step 9). */
export async function openSignTask(tx: Transaction, plan: { id: string; title: string; departmentId: string }): Promise<void> {
  const task: TaskOpened = {
    taskId: signTaskId(plan.id),
    kind: 'PLAN_SIGN',
    vars: { title: plan.title },
    dueDate: null,
    link: `/plans/${plan.id}`,
    assignee: { role: 'DEPARTMENT_DIRECTOR', scopeId: plan.departmentId },
  };
  await tx.emit('campaigns.task.opened.v1', task);
}

export async function closeTask(tx: Transaction, taskId: string): Promise<void> {
  await tx.emit('campaigns.task.closed.v1', { taskId } satisfies TaskClosed);
}
