import type { DutyEntity } from './duty.entity.js';

export type DutyState = 'OPEN' | 'DONE' | 'LATE';

/** A duty ends at 24:00 of its day; one without a day is never late. */
export function dutyState(duty: Pick<DutyEntity, 'doneAt' | 'dueDate'>, today: string): DutyState {
  if (duty.doneAt !== null) return 'DONE';
  return duty.dueDate !== null && duty.dueDate < today ? 'LATE' : 'OPEN';
}
