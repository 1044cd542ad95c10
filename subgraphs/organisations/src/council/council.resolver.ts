import type { CouncilSeatFacts } from '@thidua/contracts';
import { Allow, CacheControl, FactsScalar, type RequestContext } from '@thidua/server';
import { Arg, Ctx, Directive, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { organisationLoader, organisationOrNull } from '../organisation/organisation.loader.js';
import { PersonEntity } from '../person/person.entity.js';
import { personLoader } from '../person/person.loader.js';
import { CouncilEntity, CouncilSeatEntity } from './council.entity.js';
import { councilLoader, seatFacts, seatsLoader } from './council.loader.js';

@Resolver(() => CouncilEntity)
export class CouncilResolver {
  @Query(() => CouncilEntity, { nullable: true })
  @Allow('organisation:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  council(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<CouncilEntity | null> {
    return councilLoader(ctx).load(id);
  }

  @FieldResolver(() => OrganisationEntity)
  organisation(@Ctx() ctx: RequestContext, @Root() council: CouncilEntity): Promise<OrganisationEntity | null> {
    return organisationLoader(ctx).load(council.organisationId);
  }

  @FieldResolver(() => OrganisationEntity, {
    nullable: true,
    description: 'Thường trực Hội đồng: quyền theo quyết định giao, không theo tên (R-029).',
  })
  standingBody(@Ctx() ctx: RequestContext, @Root() council: CouncilEntity): Promise<OrganisationEntity | null> {
    return organisationOrNull(ctx, council.standingBodyId);
  }

  @FieldResolver(() => [CouncilSeatEntity], { description: 'Thành viên ngày hôm nay.' })
  async members(@Ctx() ctx: RequestContext, @Root() council: CouncilEntity): Promise<CouncilSeatEntity[]> {
    const today = ctx.today();
    const seats = await seatsLoader(ctx).load(council.id);
    return seats.filter((seat) => seat.validFrom <= today && (seat.validTo === null || seat.validTo >= today));
  }

  @FieldResolver(() => FactsScalar, { nullable: true, description: 'CouncilSeatFacts, toàn bộ lịch sử.' })
  @Directive('@inaccessible')
  seatFacts(@Ctx() ctx: RequestContext, @Root() council: CouncilEntity): Promise<CouncilSeatFacts> {
    return seatFacts(ctx, council);
  }
}

@Resolver(() => CouncilSeatEntity)
export class CouncilSeatResolver {
  @FieldResolver(() => PersonEntity)
  person(@Ctx() ctx: RequestContext, @Root() seat: CouncilSeatEntity): Promise<PersonEntity | null> {
    return personLoader(ctx).load(seat.personId);
  }
}
