import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { InitiativeAuthorEntity, InitiativeEntity } from './initiative.entity.js';

export const initiativeLoader = (ctx: RequestContext) =>
  loader<string, InitiativeEntity | null>(ctx, 'initiative', async (ids) =>
    inOrder(ids, await ctx.db.find(InitiativeEntity, { where: { id: In([...ids]) } }), (row) => row.id),
  );

export const authorsLoader = (ctx: RequestContext) =>
  loader<string, InitiativeAuthorEntity[]>(ctx, 'initiative-authors', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(InitiativeAuthorEntity, { where: { initiativeId: In([...ids]) }, order: { percent: 'DESC', personId: 'ASC' } }),
      (row) => row.initiativeId,
    ),
  );

export interface Authored {
  personId: string;
  initiative: InitiativeEntity;
  percent: number;
}

/** Initiatives of people with their share, newest first. */
export const initiativesOfPersonLoader = (ctx: RequestContext) =>
  loader<string, Authored[]>(ctx, 'initiatives-of-person', async (ids) => {
    const authors = await ctx.db.find(InitiativeAuthorEntity, { where: { personId: In([...ids]) } });
    const initiatives = await initiativeLoader(ctx).loadMany([...new Set(authors.map((author) => author.initiativeId))]);
    const byId = new Map(initiatives.flatMap((row) => (row && !(row instanceof Error) ? [[row.id, row] as const] : [])));
    const rows = authors.flatMap(({ personId, percent, initiativeId }): Authored[] => {
      const initiative = byId.get(initiativeId);
      return initiative ? [{ personId, percent, initiative }] : [];
    });
    return grouped(
      ids,
      rows.toSorted((a, b) => b.initiative.year - a.initiative.year || a.initiative.id.localeCompare(b.initiative.id)),
      (row) => row.personId,
    );
  });
