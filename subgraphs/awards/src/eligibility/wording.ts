import catalogue from '../award-type/catalogue.data.json' with { type: 'json' };
import { text, type EvidenceItem, type EvidenceKind, type Text } from './assessment.types.js';

/** The four grades of the yearly rating, weakest first; the order is the order of comparison. */
const GRADES = ['NOT_COMPLETED', 'COMPLETED', 'GOOD', 'EXCELLENT'];

const GRADE_WORDS: Record<string, Text> = {
  NOT_COMPLETED: text('Không hoàn thành nhiệm vụ', 'Did not complete the tasks'),
  COMPLETED: text('Hoàn thành nhiệm vụ', 'Completed the tasks'),
  GOOD: text('Hoàn thành tốt nhiệm vụ', 'Completed the tasks well'),
  EXCELLENT: text('Hoàn thành xuất sắc nhiệm vụ', 'Completed the tasks excellently'),
};

const SCOPES = ['BASE', 'DEPARTMENT', 'PROVINCE', 'NATIONAL'];

const SCOPE_WORDS: Record<string, Text> = {
  BASE: text('cơ sở', 'base'),
  DEPARTMENT: text('Sở', 'department'),
  PROVINCE: text('tỉnh', 'province'),
  MINISTRY: text('bộ', 'ministry'),
  NATIONAL: text('toàn quốc', 'national'),
};

/** Rank of a grade, −1 when the grade is unknown (an unknown grade never meets a minimum). */
export function gradeRank(grade: string): number {
  return GRADES.indexOf(grade);
}

/** Rank of a scope of influence; a ministry's stands beside a province's. Unknown scopes rank below the base. */
export function scopeRank(scope: string): number {
  return SCOPES.indexOf(scope === 'MINISTRY' ? 'PROVINCE' : scope);
}

export function gradeWord(grade: string): Text {
  return GRADE_WORDS[grade] ?? text(grade, grade);
}

export function scopeWord(scope: string): Text {
  return SCOPE_WORDS[scope] ?? text(scope, scope);
}

const AWARD_WORDS = new Map(catalogue.awards.map((award) => [award.code, text(award.nameVi, award.nameEn)]));

/** Full names of titles and forms, as people write them; a code that the catalogue does not know stays a code. */
export function awardWords(codes: readonly string[]): Text {
  const names = codes.map((code) => AWARD_WORDS.get(code) ?? text(code, code));
  return text(names.map((name) => `“${name.vi}”`).join(' hoặc '), names.map((name) => `“${name.en}”`).join(' or '));
}

export function evidence(kind: EvidenceKind, id: string, vi: string, en: string, link: string | null = null): EvidenceItem {
  return { kind, id, label: text(vi, en), link };
}

/** Says which fact is missing and who owns it, so that the reader knows whom to ask. */
export function missing(id: string, vi: string, en: string): EvidenceItem {
  return evidence('MISSING', id, vi, en);
}

/** dd/mm/yyyy of a "YYYY-MM-DD" business date. */
export function dayOf(date: string): string {
  const [year, month, day] = date.slice(0, 10).split('-');
  return `${day}/${month}/${year}`;
}

/** A share with one decimal and a comma: 41 of 50 = "82,0 %". Not used to decide anything. */
export function shareOf(part: number, whole: number, locale: 'vi' | 'en'): string {
  if (whole === 0) return '—';
  const printed = ((part * 100) / whole).toFixed(1);
  return `${locale === 'vi' ? printed.replace('.', ',') : printed}\u00a0%`;
}
