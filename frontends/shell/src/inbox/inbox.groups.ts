import type { InboxTask } from './inbox.operations.js';

export const INBOX_GROUPS = ['overdue', 'today', 'week', 'later', 'open'] as const;
export type InboxGroup = (typeof INBOX_GROUPS)[number];

const DAY_MS = 86_400_000;

function dayNumber(date: string): number {
  return Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS;
}

/** Whole days from one local date to another. */
export function daysBetween(from: string, to: string): number {
  return dayNumber(to) - dayNumber(from);
}

/** The Sunday that ends the week of a local date; weeks begin on Monday. */
export function sundayOf(today: string): string {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay();
  return new Date(Date.parse(`${today}T00:00:00Z`) + ((7 - weekday) % 7) * DAY_MS).toISOString().slice(0, 10);
}

/** Which heading a task stands under: overdue before today, undated last. */
export function groupOf(task: Pick<InboxTask, 'dueDate'>, today: string): InboxGroup {
  if (!task.dueDate) return 'open';
  const days = daysBetween(today, task.dueDate);
  if (days < 0) return 'overdue';
  if (days === 0) return 'today';
  return task.dueDate.slice(0, 10) <= sundayOf(today) ? 'week' : 'later';
}

/** Tasks by heading, each list by due date, empty headings left out. */
export function grouped(tasks: readonly InboxTask[], today: string): { group: InboxGroup; tasks: InboxTask[] }[] {
  const sorted = tasks.toSorted((left, right) => (left.dueDate ?? '9').localeCompare(right.dueDate ?? '9'));
  return INBOX_GROUPS.map((group) => ({ group, tasks: sorted.filter((task) => groupOf(task, today) === group) })).filter(
    ({ tasks: list }) => list.length > 0,
  );
}
