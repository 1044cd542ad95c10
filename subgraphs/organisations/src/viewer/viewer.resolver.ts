import { ROLES } from '@thidua/contracts';
import { Allow, ConnectionArgs, type RequestContext } from '@thidua/server';
import { Args, Ctx, Field, FieldResolver, ObjectType, Query, Resolver } from 'type-graphql';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { organisationOrNull } from '../organisation/organisation.loader.js';
import { PersonEntity } from '../person/person.entity.js';
import { currentPosting, personLoader } from '../person/person.loader.js';
import { InboxConnection, inboxOf } from '../projection/inbox.js';
import { RoleGrantEntity } from '../role/role-grant.entity.js';

@ObjectType({ description: 'Người (hoặc hệ thống) đang hỏi.' })
export class Viewer {
  @Field(() => String, { nullable: true, description: 'Tên hệ thống tích hợp, khi không phải là người.' }) client: string | null;
}

@Resolver(() => Viewer)
export class ViewerResolver {
  @Query(() => Viewer, { nullable: true })
  @Allow('signed-in')
  viewer(@Ctx() ctx: RequestContext): Viewer {
    return Object.assign(new Viewer(), { client: ctx.actor.kind === 'client' ? ctx.actor.name : null });
  }

  @FieldResolver(() => PersonEntity, { nullable: true })
  person(@Ctx() ctx: RequestContext): Promise<PersonEntity | null> {
    return ctx.actor.kind === 'person' ? personLoader(ctx).load(ctx.actor.id) : Promise.resolve(null);
  }

  @FieldResolver(() => OrganisationEntity, { nullable: true, description: 'Sở nơi người hỏi đang công tác.' })
  async department(@Ctx() ctx: RequestContext): Promise<OrganisationEntity | null> {
    const posting = ctx.actor.kind === 'person' ? await currentPosting(ctx, ctx.actor.id) : null;
    return organisationOrNull(ctx, posting?.organisationId ?? null);
  }

  @FieldResolver(() => [RoleGrantEntity], { description: 'Các vai trò đang giữ; một người có thể giữ nhiều vai trò.' })
  roles(@Ctx() ctx: RequestContext): Promise<RoleGrantEntity[]> {
    return ctx.db
      .createQueryBuilder(RoleGrantEntity, 'g')
      .where('g.subject_kind = :kind and g.subject_id = :id', { kind: ctx.actor.kind, id: ctx.actor.id })
      .andWhere('g.valid_from <= :today and (g.valid_to is null or g.valid_to >= :today)', { today: ctx.today() })
      .orderBy('g.scope_kind')
      .addOrderBy('g.role')
      .addOrderBy('g.scope_id')
      .getMany();
  }

  @FieldResolver(() => [String], { description: 'Những việc được làm trong ít nhất một phạm vi.' })
  permissions(@Ctx() ctx: RequestContext): string[] {
    return [...new Set(ctx.actor.roles.flatMap((claim) => ROLES[claim.role].permissions))].toSorted();
  }

  @FieldResolver(() => InboxConnection, { description: 'Việc chờ xử lý của mọi phân hệ, trong một danh sách.' })
  inbox(@Ctx() ctx: RequestContext, @Args(() => ConnectionArgs) args: ConnectionArgs): Promise<InboxConnection> {
    return inboxOf(ctx, args);
  }
}
