import type { Condition } from './condition.types.js';
import type { RuleSetRef } from './assessment.types.js';

/** A dated text of the criteria of one award. */
export interface RuleSetRow extends RuleSetRef {
  conditions: Condition;
  /** Citation of the article as printed for the reader, "Luật 06/2022/QH15, Điều 23". */
  article: string;
}

function covers(row: { validFrom: string; validTo: string | null }, date: string): boolean {
  return row.validFrom <= date && (row.validTo === null || row.validTo >= date);
}

/**
 * The rule set of an award at a date: an enabled one if there is one, else the disabled draft of that date (its verdict
 * is then only a question), else the latest before the date. Rules §0: received dossiers keep the rules of their day.
 */
export function ruleSetAt(rows: readonly RuleSetRow[], awardCode: string, date: string): RuleSetRow | null {
  const own = rows.filter((row) => row.awardCode === awardCode);
  const current = own.filter((row) => covers(row, date));
  const earlier = own.filter((row) => row.validFrom <= date).toSorted((a, b) => b.validFrom.localeCompare(a.validFrom));
  return current.find((row) => row.enabled) ?? current[0] ?? earlier[0] ?? own[0] ?? null;
}

/** Date whose rules judge a nomination: the day it was received, before that the last day of the award year. */
export function ruleDate(year: number, receivedOn: string | null): string {
  return receivedOn ?? `${year}-12-31`;
}

/** Which article to print for a condition whose source is not the law itself (decree, parameter of the province). */
export interface Instrument {
  source: string;
  validFrom: string;
  validTo: string | null;
  article: string;
}

export function articleOf(ruleSet: RuleSetRow, source: string | null, date: string, instruments: readonly Instrument[]): string {
  const instrument = instruments.find((row) => row.source === source && covers(row, date));
  return instrument?.article ?? ruleSet.article;
}
