import { Allow, type Refusal, type RequestContext } from '@thidua/server';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { OrganisationRef, organisationRefOrNull } from '../references/stubs.js';
import { completeDuty, CompleteDutyInput, CompleteDutyResult, type DutyCompleted } from './complete-duty.js';
import { AssignmentEntity, DutyEntity } from './duty.entity.js';
import { dutiesOfAssignment } from './duty.loader.js';
import { dutyState } from './duty.rules.js';

@Resolver(() => AssignmentEntity)
export class AssignmentResolver {
  @FieldResolver(() => OrganisationRef, { nullable: true })
  organisation(@Root() assignment: AssignmentEntity): OrganisationRef | null {
    return organisationRefOrNull(assignment.organisationId);
  }

  @FieldResolver(() => [DutyEntity])
  duties(@Ctx() ctx: RequestContext, @Root() assignment: AssignmentEntity): Promise<DutyEntity[]> {
    return dutiesOfAssignment(ctx).load(assignment.id);
  }
}

@Resolver(() => DutyEntity)
export class DutyResolver {
  @Mutation(() => CompleteDutyResult, { description: 'Báo cáo đã hoàn thành nhiệm vụ.' })
  @Allow('duty:complete')
  completeDuty(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => CompleteDutyInput) input: CompleteDutyInput,
  ): Promise<DutyCompleted | Refusal> {
    return completeDuty(ctx, input);
  }

  @FieldResolver(() => String, { description: 'OPEN | DONE | LATE' })
  state(@Ctx() ctx: RequestContext, @Root() duty: DutyEntity): string {
    return dutyState(duty, ctx.today());
  }
}
