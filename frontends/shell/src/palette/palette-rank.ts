import { searchKey } from '@thidua/contracts/web';

export interface Findable {
  readonly title: string;
  /** Where it belongs, shown behind the title and searched as well. */
  readonly hint: string;
  readonly keywords?: readonly string[];
}

/**
 * Entries that hold every typed word, with or without marks ("ke hoach" and "kế hoạch" both find "Kế hoạch"): titles that
 * start so first, then titles, then the rest; equal ones keep their order.
 */
export function ranked<Entry extends Findable>(entries: readonly Entry[], typed: string): Entry[] {
  const words = searchKey(typed).split(' ').filter(Boolean);
  if (words.length === 0) return Array.from(entries);
  return entries
    .map((entry) => ({ entry, rank: rankOf(entry, words) }))
    .filter(({ rank }) => rank > 0)
    .toSorted((left, right) => right.rank - left.rank)
    .map(({ entry }) => entry);
}

function rankOf({ title, hint, keywords }: Findable, words: readonly string[]): number {
  const own = searchKey(title);
  const all = searchKey([title, hint, ...(keywords ?? [])].join(' '));
  if (!words.every((word) => all.includes(word))) return 0;
  if (own.startsWith(words.join(' '))) return 3;
  return words.every((word) => own.includes(word)) ? 2 : 1;
}
