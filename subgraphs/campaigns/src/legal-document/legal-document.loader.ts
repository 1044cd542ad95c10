import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { PlanEntity } from '../plan/plan.entity.js';
import { CitationEntity } from './citation.entity.js';
import { LegalDocumentEntity } from './legal-document.entity.js';

export const documentLoader = (ctx: RequestContext) =>
  loader<string, LegalDocumentEntity | null>(ctx, 'document', async (ids) =>
    inOrder(ids, await ctx.db.findBy(LegalDocumentEntity, { id: In([...ids]) }), (row) => row.id),
  );

export const citationsOfPlan = (ctx: RequestContext) =>
  loader<string, CitationEntity[]>(ctx, 'citationsOfPlan', async (ids) =>
    grouped(ids, await ctx.db.find(CitationEntity, { where: { planId: In([...ids]) }, order: { position: 'ASC' } }), (row) => row.planId),
  );

export const documentsOfPlan = (ctx: RequestContext) =>
  loader<string, LegalDocumentEntity[]>(ctx, 'documentsOfPlan', async (ids) => {
    const citations = await citationsOfPlan(ctx).loadMany(ids);
    const documents = await Promise.all(
      citations.map((rows) => (rows instanceof Error ? [] : documentLoader(ctx).loadMany([...new Set(rows.map((row) => row.documentId))]))),
    );
    return documents.map((rows) => rows.flatMap((row) => (row instanceof LegalDocumentEntity ? [row] : [])));
  });

export const citationsOfDocument = (ctx: RequestContext) =>
  loader<string, CitationEntity[]>(ctx, 'citationsOfDocument', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(CitationEntity, { where: { documentId: In([...ids]) }, order: { planId: 'ASC', position: 'ASC' } }),
      (row) => row.documentId,
    ),
  );

/** Plans that rest on a document, newest first. */
export const plansCiting = (ctx: RequestContext) =>
  loader<string, PlanEntity[]>(ctx, 'plansCiting', async (ids) => {
    const citations = await citationsOfDocument(ctx).loadMany(ids);
    const planIds = citations.map((rows) => (rows instanceof Error ? [] : [...new Set(rows.map((row) => row.planId))]));
    const plans = await ctx.db.find(PlanEntity, {
      where: { id: In([...new Set(planIds.flat())]) },
      order: { year: 'DESC', title: 'ASC', id: 'ASC' },
    });
    return planIds.map((wanted) => plans.filter((plan) => wanted.includes(plan.id)));
  });
