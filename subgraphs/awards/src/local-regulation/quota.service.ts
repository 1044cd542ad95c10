import type { RequestContext } from '@thidua/server';
import { awardTypeOf, catalogueOf } from '../award-type/award-type.loader.js';
import { PROPOSED_STATES } from '../eligibility/own-facts.loader.js';
import { quotaOf, type QuotaResult } from './quota.rules.js';
import { regulationAt, type RegulationRow } from './regulation.rules.js';

export interface QuotaQuestion {
  departmentId: string;
  awardCode: string;
  year: number;
  /** Number of the base title to try instead of the real one (simulator). */
  base?: number | null;
  /** A floor set by a plan, to compare with the cap. */
  target?: number | null;
  /** Nominations about to be added. */
  extra?: number;
}

export interface QuotaAnswer extends QuotaResult {
  source: string;
  percent: string;
  rounding: string;
  baseCode: string;
}

/** Proposed and decided of a department in a year, by award code. */
export async function countedByAward(ctx: RequestContext, departmentId: string, year: number): Promise<Map<string, number>> {
  const rows = (await ctx.db.query(
    `select code, count(*)::int as n from (
       select award_code as code, nominee_id from nomination where department_id = $1 and year = $2 and state = any($3)
       union select award_code, nominee_id from award where department_id = $1 and year = $2 and status = 'IN_FORCE') counted
     group by code`,
    [departmentId, year, PROPOSED_STATES],
  )) as { code: string; n: number }[];
  return new Map(rows.map((row) => [row.code, row.n]));
}

/** The cap of an award in a department, or null when nothing is regulated there. */
export async function quotaFor(ctx: RequestContext, question: QuotaQuestion): Promise<QuotaAnswer | null> {
  const { regulations } = await catalogueOf(ctx);
  const at = { awardCode: question.awardCode, departmentId: question.departmentId, date: `${question.year}-12-31` };
  const row: RegulationRow | null = regulationAt(regulations, 'quota.percent', at);
  if (!row?.baseCode) return null;
  const rounding = regulationAt(regulations, 'quota.rounding', at)?.value ?? 'floor';
  const counted = await countedByAward(ctx, question.departmentId, question.year);
  const baseType = await awardTypeOf(ctx, row.baseCode);
  const result = quotaOf({
    base: question.base ?? counted.get(row.baseCode) ?? 0,
    baseName: baseType.name,
    percent: row.value,
    rounding,
    used: (counted.get(question.awardCode) ?? 0) + (question.extra ?? 0),
    target: question.target ?? null,
  });
  return { ...result, source: row.source, percent: row.value, rounding, baseCode: row.baseCode };
}
