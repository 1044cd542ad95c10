import { naturalId } from '@thidua/contracts';
import type { TaskOpened } from '@thidua/contracts';
import type { Transaction } from '@thidua/server';

/** Inbox tasks of this subgraph. Ids follow from what is asked of whom, so that opening twice is one task. */
export const taskIds = {
  appraise: (nominationId: string): string => naturalId('task', `appraise/${nominationId}`),
  complete: (nominationId: string): string => naturalId('task', `complete/${nominationId}`),
  vote: (roundId: string, personId: string): string => naturalId('task', `vote/${roundId}/${personId}`),
  invite: (sessionId: string, personId: string): string => naturalId('task', `invite/${sessionId}/${personId}`),
  sign: (decisionId: string): string => naturalId('task', `sign/${decisionId}`),
};

export async function openTask(tx: Transaction, task: TaskOpened): Promise<void> {
  await tx.emit('awards.task.opened.v1', task);
}

export async function closeTask(tx: Transaction, taskId: string): Promise<void> {
  await tx.emit('awards.task.closed.v1', { taskId });
}
