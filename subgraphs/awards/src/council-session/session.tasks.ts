import type { Transaction } from '@thidua/server';
import { closeTask, openTask, taskIds } from '../nomination/nomination.tasks.js';

interface Called {
  id: string;
  title: string;
  heldAt: Date;
}

const LOCAL_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' });

/** Invites every member with the list: from now on the dossiers wait in the inbox, until the session is over. */
export async function inviteMembers(tx: Transaction, session: Called, members: readonly { personId: string }[]): Promise<void> {
  for (const { personId } of members) {
    await openTask(tx, {
      taskId: taskIds.invite(session.id, personId),
      kind: 'SESSION_INVITE',
      vars: { session: session.title },
      dueDate: LOCAL_DAY.format(session.heldAt),
      link: `/sessions/${session.id}`,
      assignee: { personId },
    });
  }
}

export async function closeInvitations(tx: Transaction, sessionId: string, members: readonly { personId: string }[]): Promise<void> {
  for (const { personId } of members) await closeTask(tx, taskIds.invite(sessionId, personId));
}
