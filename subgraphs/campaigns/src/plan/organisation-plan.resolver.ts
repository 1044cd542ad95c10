import { connectArray, ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { Args, ArgsType, Ctx, Field, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { OrganisationRef } from '../references/stubs.js';
import { PlanConnection, PlanEntity } from './plan.entity.js';
import { plansOfIssuer } from './plan.loader.js';

@ArgsType()
export class OrganisationPlansArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true }) year?: number;
}

/** The plans of a body, contributed to its entity. */
@Resolver(() => OrganisationRef)
export class OrganisationPlanResolver {
  @FieldResolver(() => PlanConnection, { nullable: true, description: 'Kế hoạch do chính tổ chức này ban hành, mới nhất trước.' })
  async plans(
    @Ctx() ctx: RequestContext,
    @Root() body: OrganisationRef,
    @Args(() => OrganisationPlansArgs) args: OrganisationPlansArgs,
  ): Promise<Page<PlanEntity>> {
    return connectArray(await plansOfIssuer(ctx).load({ organisationId: body.id, year: args.year ?? null }), args, (plan) => plan.id);
  }
}
