import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { RatingEntity } from '../rating/rating.entity.js';
import { IndexRankEntity, RecognitionEntity, ReportedResultEntity } from './result.entity.js';
import { TargetEntity } from './target.entity.js';

export const targetLoader = (ctx: RequestContext) =>
  loader<string, TargetEntity | null>(ctx, 'target', async (ids) =>
    inOrder(ids, await ctx.db.find(TargetEntity, { where: { id: In([...ids]) } }), (row) => row.id),
  );

export const planTargetsLoader = (ctx: RequestContext) =>
  loader<string, TargetEntity[]>(ctx, 'plan-targets', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(TargetEntity, { where: { planId: In([...ids]) }, order: { position: 'ASC', id: 'ASC' } }),
      (row) => row.planId,
    ),
  );

/** All ratings of bodies or people, newest year first. */
export const ratingsLoader = (ctx: RequestContext) =>
  loader<string, RatingEntity[]>(ctx, 'ratings', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(RatingEntity, { where: { subjectId: In([...ids]) }, order: { year: 'DESC', id: 'ASC' } }),
      (row) => row.subjectId,
    ),
  );

export const ranksLoader = (ctx: RequestContext) =>
  loader<string, IndexRankEntity[]>(ctx, 'index-ranks', async (ids) =>
    grouped(ids, await ctx.db.find(IndexRankEntity, { where: { subjectId: In([...ids]) } }), (row) => row.subjectId),
  );

export const recognitionsLoader = (ctx: RequestContext) =>
  loader<string, RecognitionEntity[]>(ctx, 'recognitions', async (ids) =>
    grouped(ids, await ctx.db.find(RecognitionEntity, { where: { subjectId: In([...ids]) } }), (row) => row.subjectId),
  );

export const resultsLoader = (ctx: RequestContext) =>
  loader<string, ReportedResultEntity[]>(ctx, 'reported-results', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(ReportedResultEntity, { where: { targetId: In([...ids]) }, order: { reportedOn: 'ASC', id: 'ASC' } }),
      (row) => row.targetId,
    ),
  );
