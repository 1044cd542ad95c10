/** Which quantity a local regulation sets. Codes are data: a new one needs no code here unless something reads it. */
export type RegulationKey = 'ballot.threshold' | 'council.quorum' | 'quota.percent' | 'quota.rounding' | 'appraisal.days';

/** A dated row of local regulation. A null award or department means "any". */
export interface RegulationRow {
  id: string;
  key: string;
  awardCode: string | null;
  departmentId: string | null;
  /** "70" per cent, "2/3", "floor", "20" working days: the key tells. */
  value: string;
  /** For a quota: the title whose number is the base (CSTĐCS of LĐTT). */
  baseCode: string | null;
  validFrom: string;
  validTo: string | null;
  source: string;
  confidence: string;
}

/**
 * The row that holds at a date: in force, the most specific first (award and department, then award, then department,
 * then general), newest first. Null = nothing is regulated: callers say so instead of assuming a number.
 */
export function regulationAt(
  rows: readonly RegulationRow[],
  key: RegulationKey,
  at: { awardCode: string | null; departmentId: string | null; date: string },
): RegulationRow | null {
  const fits = rows.filter(
    (row) =>
      row.key === key &&
      (row.awardCode === null || row.awardCode === at.awardCode) &&
      (row.departmentId === null || row.departmentId === at.departmentId) &&
      row.validFrom <= at.date &&
      (row.validTo === null || row.validTo >= at.date),
  );
  const weight = (row: RegulationRow): number => (row.awardCode ? 2 : 0) + (row.departmentId ? 1 : 0);
  return fits.toSorted((a, b) => weight(b) - weight(a) || b.validFrom.localeCompare(a.validFrom))[0] ?? null;
}
