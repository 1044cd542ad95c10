import { grouped, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { PetitionEntity } from './petition.entity.js';

/** Petitions about people or bodies, oldest first; never with their sender. */
export const petitionsLoader = (ctx: RequestContext) =>
  loader<string, PetitionEntity[]>(ctx, 'petitions', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(PetitionEntity, { where: { subjectId: In([...ids]) }, order: { receivedOn: 'ASC', id: 'ASC' } }),
      (row) => row.subjectId,
    ),
  );
