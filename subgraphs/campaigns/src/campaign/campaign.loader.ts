import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { PlanEntity } from '../plan/plan.entity.js';
import { planLoader } from '../plan/plan.loader.js';
import { CampaignAssertionEntity, CampaignEntity } from './campaign.entity.js';

export const campaignLoader = (ctx: RequestContext) =>
  loader<string, CampaignEntity | null>(ctx, 'campaign', async (ids) =>
    inOrder(ids, await ctx.db.findBy(CampaignEntity, { id: In([...ids]) }), (row) => row.id),
  );

export const childrenLoader = (ctx: RequestContext) =>
  loader<string, CampaignEntity[]>(ctx, 'campaignChildren', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(CampaignEntity, { where: { parentId: In([...ids]) }, order: { name: 'ASC', id: 'ASC' } }),
      (row) => row.parentId as string,
    ),
  );

export const assertionsLoader = (ctx: RequestContext) =>
  loader<string, CampaignAssertionEntity[]>(ctx, 'assertions', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(CampaignAssertionEntity, { where: { campaignId: In([...ids]) }, order: { planId: 'ASC', position: 'ASC' } }),
      (row) => row.campaignId,
    ),
  );

/** Campaigns a plan names, its own first. */
export const campaignsOfPlan = (ctx: RequestContext) =>
  loader<string, CampaignEntity[]>(ctx, 'campaignsOfPlan', async (ids) => {
    const assertions = await ctx.db.find(CampaignAssertionEntity, { where: { planId: In([...ids]) }, order: { position: 'ASC' } });
    const byPlan = grouped(ids, assertions, (row) => row.planId);
    const loaded = await Promise.all(byPlan.map((rows) => campaignLoader(ctx).loadMany([...new Set(rows.map((row) => row.campaignId))])));
    return loaded.map((rows) => rows.filter((row): row is CampaignEntity => row instanceof CampaignEntity));
  });

export const plansOfCampaign = (ctx: RequestContext) =>
  loader<string, PlanEntity[]>(ctx, 'plansOfCampaign', async (ids) => {
    const assertions = await assertionsLoader(ctx).loadMany(ids);
    const loaded = await Promise.all(
      assertions.map((rows) => planLoader(ctx).loadMany(rows instanceof Error ? [] : [...new Set(rows.map((row) => row.planId))])),
    );
    return loaded.map((rows) =>
      rows
        .filter((row): row is PlanEntity => row instanceof PlanEntity)
        .toSorted((a, b) => b.year - a.year || a.title.localeCompare(b.title)),
    );
  });
