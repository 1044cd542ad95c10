import { describe, expect, it } from 'vitest';
import { daysBetween, grouped, groupOf, sundayOf } from './inbox.groups.js';

const task = (id: string, dueDate: string | null) => ({ id, kind: 'X', title: id, dueDate, link: '/', overdue: false, source: 'awards' });

describe('tasks of the inbox by due date', () => {
  const today = '2025-12-15';

  it.each([
    ['2025-12-14', 'overdue'],
    ['2025-12-15', 'today'],
    ['2025-12-21', 'week'],
    ['2025-12-22', 'later'],
    [null, 'open'],
  ])('%s on Monday 15/12/2025 is %s', (dueDate, group) => {
    expect(groupOf({ dueDate }, today)).toBe(group);
  });

  it('ends the week on Sunday, also on a Sunday', () => {
    expect(sundayOf('2025-12-15')).toBe('2025-12-21');
    expect(sundayOf('2025-12-21')).toBe('2025-12-21');
  });

  it('counts days over a month', () => {
    expect(daysBetween('2025-11-28', '2025-12-03')).toBe(5);
  });

  it('shows overdue first, the oldest on top, and leaves empty headings out', () => {
    const groups = grouped([task('b', '2025-12-12'), task('c', null), task('a', '2025-12-10')], today);
    expect(groups.map(({ group, tasks }) => [group, tasks.map(({ id }) => id)])).toEqual([
      ['overdue', ['a', 'b']],
      ['open', ['c']],
    ]);
  });
});
