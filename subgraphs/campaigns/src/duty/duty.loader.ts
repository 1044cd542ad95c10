import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { AssignmentEntity, DutyEntity } from './duty.entity.js';

export const assignmentsOfPlan = (ctx: RequestContext) =>
  loader<string, AssignmentEntity[]>(ctx, 'assignmentsOfPlan', async (ids) =>
    grouped(ids, await ctx.db.find(AssignmentEntity, { where: { planId: In([...ids]) }, order: { position: 'ASC' } }), (row) => row.planId),
  );

export const dutiesOfAssignment = (ctx: RequestContext) =>
  loader<string, DutyEntity[]>(ctx, 'dutiesOfAssignment', async (ids) =>
    grouped(
      ids,
      await ctx.db.find(DutyEntity, { where: { assignmentId: In([...ids]) }, order: { position: 'ASC' } }),
      (row) => row.assignmentId,
    ),
  );

export const dutyLoader = (ctx: RequestContext) =>
  loader<string, DutyEntity | null>(ctx, 'duty', async (ids) =>
    inOrder(ids, await ctx.db.findBy(DutyEntity, { id: In([...ids]) }), (row) => row.id),
  );
