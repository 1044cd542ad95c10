import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import type DataLoader from 'dataloader';
import { In } from 'typeorm';
import { NominationEntity } from '../nomination/nomination.entity.js';
import { DecisionEntity } from './decision.entity.js';

export function decisionLoader(ctx: RequestContext): DataLoader<string, DecisionEntity | null> {
  return loader<string, DecisionEntity | null>(ctx, 'awards/decision', async (ids) =>
    inOrder(ids, await ctx.db.find(DecisionEntity, { where: { id: In([...ids]) } }), (row) => row.id),
  );
}

export function decisionLinesLoader(ctx: RequestContext): DataLoader<string, NominationEntity[]> {
  return loader<string, NominationEntity[]>(ctx, 'awards/decision-lines', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(NominationEntity, { where: { decisionId: In([...ids]) }, order: { unitName: 'ASC', nomineeName: 'ASC' } }),
      (row) => row.decisionId ?? '',
    ),
  );
}
