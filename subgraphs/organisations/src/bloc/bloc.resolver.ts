import { Allow, CacheControl, connectArray, ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { organisationLoader, organisationOrNull } from '../organisation/organisation.loader.js';
import { BlocEntity, BlocMemberConnection, BlocMemberEntity } from './bloc.entity.js';
import { blocLoader, blocMembersLoader } from './bloc.loader.js';

@ArgsType()
export class BlocMembersArgs extends ConnectionArgs {
  @Field(() => Int) year: number;
}

@Resolver(() => BlocEntity)
export class BlocResolver {
  @Query(() => BlocEntity, { nullable: true })
  @Allow('organisation:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  bloc(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<BlocEntity | null> {
    return blocLoader(ctx).load(id);
  }

  @Query(() => [BlocEntity])
  @Allow('organisation:read')
  @CacheControl({ maxAge: 3_600, scope: 'PUBLIC' })
  blocs(@Ctx() ctx: RequestContext): Promise<BlocEntity[]> {
    return ctx.db.find(BlocEntity, { order: { kind: 'ASC', name: 'ASC' } });
  }

  @FieldResolver(() => OrganisationEntity, {
    nullable: true,
    description: 'Cơ quan theo dõi, hướng dẫn; không nhất thiết là thành viên (R-037).',
  })
  guidedBy(@Ctx() ctx: RequestContext, @Root() bloc: BlocEntity): Promise<OrganisationEntity | null> {
    return organisationOrNull(ctx, bloc.guidedById);
  }

  @FieldResolver(() => BlocMemberConnection, { description: 'Thành viên của một năm (R-038).' })
  async members(
    @Ctx() ctx: RequestContext,
    @Root() bloc: BlocEntity,
    @Args(() => BlocMembersArgs) args: BlocMembersArgs,
  ): Promise<Page<BlocMemberEntity>> {
    const members = await blocMembersLoader(ctx).load(bloc.id);
    return connectArray(
      members.filter((member) => member.year === args.year),
      args,
      (member) => member.organisationId,
    );
  }
}

@Resolver(() => BlocMemberEntity)
export class BlocMemberResolver {
  @FieldResolver(() => OrganisationEntity)
  organisation(@Ctx() ctx: RequestContext, @Root() member: BlocMemberEntity): Promise<OrganisationEntity | null> {
    return organisationLoader(ctx).load(member.organisationId);
  }
}
