import type { AssertedActor, FeedEvent } from '@thidua/contracts';
import type { Transaction } from '@thidua/server';

/** One task came to somebody's inbox or left it. Of no interest outside: tasks have their own events at their source. */
export const INBOX_CHANGED = 'organisations.inbox.changed.v1';

/** Whose task it is: one person's, or whoever holds a role in a scope. */
export interface Assignee {
  personId: string | null;
  role: string | null;
  scopeId: string | null;
}

export interface InboxEvent {
  /** `<source>:<taskId>` */
  taskId: string;
  step: 'OPENED' | 'CLOSED';
  assignee: Assignee;
}

export const tellInbox = (tx: Transaction, event: InboxEvent): Promise<void> => tx.emit(INBOX_CHANGED, { ...event });

export const inboxEventOf = (event: FeedEvent): InboxEvent => event.payload as unknown as InboxEvent;

/** Whether a change of the inbox is seen by this actor: his own task, or one of a role he holds. */
export function isInInboxOf(actor: AssertedActor, { personId, role, scopeId }: Assignee): boolean {
  if (personId !== null) return actor.kind === 'person' && actor.id === personId;
  return actor.roles.some((claim) => claim.role === role && claim.scopeId === scopeId);
}
