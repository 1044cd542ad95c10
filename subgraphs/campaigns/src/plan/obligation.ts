import type { TaskOpened } from '@thidua/contracts';
import type { Transaction } from '@thidua/server';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { closeTask } from './plan-tasks.js';

/** A higher document received is an obligation to answer with an own plan. */
@Entity('plan_obligation')
export class PlanObligationEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'document_id' }) documentId: string;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Column({ type: 'int' }) year: number;
  @Column({ type: 'date', name: 'received_on' }) receivedOn: string;
  @Column({ type: 'date', name: 'due_date', nullable: true }) dueDate: string | null;
  @Column({ type: 'text', name: 'task_id' }) taskId: string;
  @Column({ type: 'uuid', name: 'plan_id', nullable: true }) planId: string | null;
}

/** Puts "ban hành kế hoạch theo 01/CT-UBND" into the office's inbox. */
export async function openObligation(
  tx: Transaction,
  obligation: Omit<PlanObligationEntity, 'planId'>,
  documentNumber: string,
): Promise<void> {
  await tx.manager.insert(PlanObligationEntity, { ...obligation, planId: null } as never);
  const task: TaskOpened = {
    taskId: obligation.taskId,
    kind: 'PLAN_ANSWER',
    vars: { document: documentNumber, received: obligation.receivedOn.split('-').toReversed().join('/') },
    dueDate: obligation.dueDate,
    link: '/plans/import',
    assignee: { role: 'DEPARTMENT_OFFICE', scopeId: obligation.departmentId },
  };
  await tx.emit('campaigns.task.opened.v1', task);
}

/** A plan of the department that cites the document answers it; the task leaves the inbox. */
export async function closeObligations(tx: Transaction, planId: string, departmentId: string | null): Promise<void> {
  if (!departmentId) return;
  const [rows] = (await tx.manager.query(
    `update plan_obligation o set plan_id = $1 where o.department_id = $2 and o.plan_id is null
       and exists (select 1 from citation c where c.plan_id = $1 and c.document_id = o.document_id and c.role <> 'REFERENCE') returning task_id`,
    [planId, departmentId],
  )) as [{ task_id: string }[], number];
  for (const { task_id: taskId } of rows) await closeTask(tx, taskId);
}
