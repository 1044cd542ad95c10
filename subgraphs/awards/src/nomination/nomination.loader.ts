import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import type DataLoader from 'dataloader';
import { In } from 'typeorm';
import { DossierPartEntity, NominationEntity, NominationStepEntity } from './nomination.entity.js';

export function nominationLoader(ctx: RequestContext): DataLoader<string, NominationEntity | null> {
  return loader<string, NominationEntity | null>(ctx, 'awards/nomination', async (ids) =>
    inOrder(ids, await ctx.db.find(NominationEntity, { where: { id: In([...ids]) } }), (row) => row.id),
  );
}

export function partsLoader(ctx: RequestContext): DataLoader<string, DossierPartEntity[]> {
  return loader<string, DossierPartEntity[]>(ctx, 'awards/parts', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(DossierPartEntity, { where: { nominationId: In([...ids]) }, order: { position: 'ASC' } }),
      (row) => row.nominationId,
    ),
  );
}

export function stepsLoader(ctx: RequestContext): DataLoader<string, NominationStepEntity[]> {
  return loader<string, NominationStepEntity[]>(ctx, 'awards/steps', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(NominationStepEntity, { where: { nominationId: In([...ids]) }, order: { seq: 'ASC' } }),
      (row) => row.nominationId,
    ),
  );
}

/** The council on whose agenda a nomination stands, or null. */
export function councilOfLoader(ctx: RequestContext): DataLoader<string, string | null> {
  return loader<string, string | null>(ctx, 'awards/council-of', async (ids) => {
    const rows = (await ctx.db.query(
      `select distinct on (l.nomination_id) l.nomination_id as id, s.council_id as "councilId"
       from ballot_line l join voting_round r on r.id = l.round_id join council_session s on s.id = r.session_id
       where l.nomination_id = any($1) order by l.nomination_id, s.held_at desc`,
      [[...ids]],
    )) as { id: string; councilId: string }[];
    return inOrder(ids, rows, (row) => row.id).map((row) => row?.councilId ?? null);
  });
}

/** Nominations of a nominee in a year, or in all years. */
export function nominationsOfNominee(ctx: RequestContext): DataLoader<string, NominationEntity[]> {
  return loader<string, NominationEntity[]>(ctx, 'awards/nominations-of', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(NominationEntity, { where: { nomineeId: In([...ids]) }, order: { year: 'DESC', awardCode: 'ASC' } }),
      (row) => row.nomineeId,
    ),
  );
}
