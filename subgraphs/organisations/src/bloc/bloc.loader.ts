import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { BlocEntity, BlocMemberEntity } from './bloc.entity.js';

export const blocLoader = (ctx: RequestContext) =>
  loader<string, BlocEntity | null>(ctx, 'bloc', async (ids) =>
    inOrder(ids, await ctx.db.findBy(BlocEntity, { id: In([...ids]) }), (row) => row.id),
  );

/** Members of all years. */
export const blocMembersLoader = (ctx: RequestContext) =>
  loader<string, BlocMemberEntity[]>(ctx, 'blocMembers', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(BlocMemberEntity, { where: { blocId: In([...ids]) }, order: { year: 'ASC', position: 'ASC' } }),
      (row) => row.blocId,
    ),
  );
