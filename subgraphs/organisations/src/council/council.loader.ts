import type { CouncilSeatFacts } from '@thidua/contracts';
import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { personLoader } from '../person/person.loader.js';
import { CouncilEntity, CouncilSeatEntity } from './council.entity.js';

export const councilLoader = (ctx: RequestContext) =>
  loader<string, CouncilEntity | null>(ctx, 'council', async (ids) =>
    inOrder(ids, await ctx.db.findBy(CouncilEntity, { id: In([...ids]) }), (row) => row.id),
  );

export const councilsOfLoader = (ctx: RequestContext) =>
  loader<string, CouncilEntity[]>(ctx, 'councilsOf', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(CouncilEntity, { where: { organisationId: In([...ids]) }, order: { kind: 'ASC', name: 'ASC' } }),
      (row) => row.organisationId,
    ),
  );

/** All seats ever, in the order of the council's decision. */
export const seatsLoader = (ctx: RequestContext) =>
  loader<string, CouncilSeatEntity[]>(ctx, 'seats', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(CouncilSeatEntity, { where: { councilId: In([...ids]) }, order: { position: 'ASC', validFrom: 'ASC' } }),
      (row) => row.councilId,
    ),
  );

/** Whole history of seats for `@requires`: who sat on any past day. */
export async function seatFacts(ctx: RequestContext, council: CouncilEntity): Promise<CouncilSeatFacts> {
  const seats = await seatsLoader(ctx).load(council.id);
  const people = await Promise.all(seats.map((seat) => personLoader(ctx).load(seat.personId)));
  return {
    departmentId: council.departmentId,
    seats: seats.map((seat, i) => ({
      personId: seat.personId,
      name: people[i]?.fullName ?? '',
      seat: seat.seat as CouncilSeatFacts['seats'][number]['seat'],
      from: seat.validFrom,
      to: seat.validTo,
    })),
  };
}
