import { inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { PlanEntity } from './plan.entity.js';

export const planLoader = (ctx: RequestContext) =>
  loader<string, PlanEntity | null>(ctx, 'plan', async (ids) =>
    inOrder(ids, await ctx.db.findBy(PlanEntity, { id: In([...ids]) }), (row) => row.id),
  );

interface IssuedIn {
  organisationId: string;
  year: number | null;
}

/** Plans that a body itself issued, newest first (decision 5); one statement for all bodies asked. */
export const plansOfIssuer = (ctx: RequestContext) =>
  loader<IssuedIn, PlanEntity[]>(ctx, 'plansOfIssuer', async (keys) => {
    const ids = [...new Set(keys.map((key) => key.organisationId))];
    const rows = await ctx.db
      .createQueryBuilder(PlanEntity, 'p')
      .where('p.issuer_id = any(:ids)', { ids })
      .orderBy('p.year', 'DESC')
      .addOrderBy('p.date_month', 'DESC', 'NULLS LAST')
      .addOrderBy('p.date_day', 'DESC', 'NULLS LAST')
      .addOrderBy('p.unit_id', 'ASC', 'NULLS FIRST')
      .addOrderBy('p.id')
      .getMany();
    return keys.map((key) => rows.filter((row) => row.issuerId === key.organisationId && (key.year === null || row.year === key.year)));
  });
