export type StaffCategory = 'CIVIL_SERVANT' | 'PUBLIC_EMPLOYEE' | 'WORKER';

export interface StaffScope {
  readonly categories: readonly StaffCategory[];
  /** The words that say so, as printed. */
  readonly printed: string;
}

const WORDING =
  /(?:cán bộ,?\s*)?công chức(?:\s*,\s*|\s+và\s+)(viên chức)?(?:\s*\(CCVC\))?(?:\s*,\s*|\s+và\s+)?(?:người lao động)?(?:\s*\((?:CC|CCVC),?\s*(?:NL[ĐD])?\))?/giu;

/**
 * Which staff the plan speaks to: "CC, NLĐ" leaves out the public employees.
 * Null when the plan does not say.
 */
export function readScope(text: string): StaffScope | null {
  const printed = [...text.matchAll(WORDING)].map((match) => match[0].trim()).filter((words) => /[,(]| và /u.test(words));
  if (printed.length === 0) return null;
  const all = printed.join(' ').toLowerCase();
  const categories: StaffCategory[] = ['CIVIL_SERVANT'];
  if (all.includes('viên chức') || /ccvc/u.test(all)) categories.push('PUBLIC_EMPLOYEE');
  if (/người lao động|nl[đd]/u.test(`${all} ${text.toLowerCase()}`)) categories.push('WORKER');
  return { categories, printed: printed[0] ?? '' };
}

const STAFF_WORDS: Readonly<Record<StaffCategory, string>> = {
  CIVIL_SERVANT: 'công chức',
  PUBLIC_EMPLOYEE: 'viên chức',
  WORKER: 'người lao động',
};

export function staffWords(categories: readonly StaffCategory[]): string {
  return categories.map((category) => STAFF_WORDS[category]).join(', ');
}
