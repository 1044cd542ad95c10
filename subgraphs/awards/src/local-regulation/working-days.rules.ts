/**
 * The day `days` working days after `from`, Saturdays and Sundays left out. Public holidays are not known here: with one in
 * between the real deadline is later, never earlier.
 */
export function workingDaysAfter(from: string, days: number): string {
  const date = new Date(`${from}T00:00:00Z`);
  let left = days;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    const weekday = date.getUTCDay();
    if (weekday !== 0 && weekday !== 6) left -= 1;
  }
  return date.toISOString().slice(0, 10);
}
