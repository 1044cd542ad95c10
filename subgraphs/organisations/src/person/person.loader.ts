import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { CouncilSeatEntity } from '../council/council.entity.js';
import { PersonEntity } from './person.entity.js';
import { DisciplineEntity, LeaveEntity, MembershipEntity, PostingEntity } from './posting.entity.js';

export const personLoader = (ctx: RequestContext) =>
  loader<string, PersonEntity | null>(ctx, 'person', async (ids) =>
    inOrder(ids, await ctx.db.findBy(PersonEntity, { id: In([...ids]) }), (row) => row.id),
  );

/** All postings ever, oldest first. */
export const postingsLoader = (ctx: RequestContext) =>
  loader<string, PostingEntity[]>(ctx, 'postings', async (ids) => {
    const rows = await ctx.db.find(PostingEntity, { where: { personId: In([...ids]) }, order: { validFrom: 'ASC' } });
    return grouped(ids, rows, (row) => row.personId);
  });

export const membershipsLoader = (ctx: RequestContext) =>
  loader<string, MembershipEntity[]>(ctx, 'memberships', async (ids) =>
    grouped(ids, await ctx.db.findBy(MembershipEntity, { personId: In([...ids]) }), (row) => row.personId),
  );

export const seatsOfPersonLoader = (ctx: RequestContext) =>
  loader<string, CouncilSeatEntity[]>(ctx, 'seatsOfPerson', async (ids) =>
    grouped(ids, await ctx.db.findBy(CouncilSeatEntity, { personId: In([...ids]) }), (row) => row.personId),
  );

export const leavesLoader = (ctx: RequestContext) =>
  loader<string, LeaveEntity[]>(ctx, 'leaves', async (ids) =>
    grouped(ids, await ctx.db.findBy(LeaveEntity, { personId: In([...ids]) }), (row) => row.personId),
  );

export const disciplinesLoader = (ctx: RequestContext) =>
  loader<string, DisciplineEntity[]>(ctx, 'disciplines', async (ids) =>
    grouped(ids, await ctx.db.findBy(DisciplineEntity, { personId: In([...ids]) }), (row) => row.personId),
  );

/** The posting of a day; null before the first and after the last. */
export function postingOn(postings: readonly PostingEntity[], day: string): PostingEntity | null {
  return postings.find((posting) => posting.validFrom <= day && (posting.validTo === null || posting.validTo >= day)) ?? null;
}

export async function currentPosting(ctx: RequestContext, personId: string): Promise<PostingEntity | null> {
  return postingOn(await postingsLoader(ctx).load(personId), ctx.today());
}
