import { inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { nomineeOf, OutsideNomineeEntity } from './nominee.js';

/** Household and ExternalPerson by id, for `__resolveReference`. */
export async function outsideNominee(ctx: RequestContext, id: string): Promise<object | null> {
  const rows = loader<string, OutsideNomineeEntity | null>(ctx, 'awards/outside-nominee', async (ids) =>
    inOrder(ids, await ctx.db.find(OutsideNomineeEntity, { where: { id: In([...ids]) } }), (row) => row.id),
  );
  const row = await rows.load(id);
  return row ? nomineeOf({ nomineeType: row.kind, nomineeId: row.id, name: row.name }) : null;
}
