import type { RequestContext } from '@thidua/server';
import { judge } from './judge.rules.js';
import { ranksLoader, ratingsLoader, recognitionsLoader, resultsLoader, targetLoader } from './target.loader.js';
import type { TargetEntity } from './target.entity.js';
import type { Judgement, TargetFacts, TargetRule } from './target.types.js';

/** The target as the rules know it, with its outer target. */
export function ruleOf(row: TargetEntity, outer: TargetEntity | null): TargetRule {
  return {
    id: row.id,
    subjectId: row.subjectId,
    year: row.year,
    cutOff: row.cutOff,
    warnFrom: daysBefore(row.cutOff, row.warnDays),
    kind: row.kind,
    measureCode: row.measureCode,
    comparator: row.comparator,
    value: row.value,
    unit: row.unit,
    collective: row.collective,
    awardCode: row.awardCode,
    topic: row.topic,
    orHigher: row.orHigher,
    reading: row.denominatorRule === 'WHOLE' ? 'WHOLE' : 'OUTER',
    studyReading: row.denominatorRule === 'ANY_SESSION' ? 'ANY_SESSION' : 'EVERY_SESSION',
    outer: outer ? ruleOf(outer, null) : null,
  };
}

const judged = new WeakMap<TargetEntity, Promise<Judgement>>();

/** The judgement of one reference; its fields `actual`, `status`, `note` … share it. */
export function judgementOf(ctx: RequestContext, target: TargetEntity): Promise<Judgement> {
  const known = judged.get(target);
  if (known) return known;
  const fresh = judgeNow(ctx, target);
  judged.set(target, fresh);
  return fresh;
}

async function judgeNow(ctx: RequestContext, target: TargetEntity): Promise<Judgement> {
  const [facts, outer] = await Promise.all([factsOf(ctx, target), target.outerId ? targetLoader(ctx).load(target.outerId) : null]);
  return judge(ruleOf(target, outer), facts, ctx.today());
}

async function factsOf(ctx: RequestContext, target: TargetEntity): Promise<TargetFacts> {
  const { staffFacts, studyFacts, awardFacts } = target.given ?? {};
  const bodies = [target.subjectId, ...(target.measureCode === 'BODY_RATINGS' ? (staffFacts?.bodies ?? []).map((body) => body.id) : [])];
  const [ratings, ranks, recognitions, results] = await Promise.all([
    ratingsLoader(ctx).loadMany(bodies),
    ranksLoader(ctx).load(target.subjectId),
    recognitionsLoader(ctx).load(target.subjectId),
    resultsLoader(ctx).load(target.id),
  ]);
  return {
    staff: staffFacts ?? null,
    study: studyFacts ?? null,
    awards: awardFacts ?? null,
    ranks,
    recognitions,
    results,
    ratings: ratings.flatMap((rows) => (rows instanceof Error ? [] : rows.map((row) => ({ ...row, decided: row.state === 'DECIDED' })))),
  };
}

/** The calendar day that lies so many days before another. */
function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
}
