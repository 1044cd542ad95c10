import type { OrganisationStaffFacts } from '@thidua/contracts';
import { Allow, CacheControl, ConnectionArgs, FactsScalar, type Page, type RequestContext } from '@thidua/server';
import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql';
import { CouncilEntity } from '../council/council.entity.js';
import { councilsOfLoader } from '../council/council.loader.js';
import { peopleOf } from '../person/people-of.loader.js';
import { PersonConnection } from '../person/person.connection.js';
import type { PersonEntity } from '../person/person.entity.js';
import { PeopleListArgs } from '../person/person.resolver.js';
import { OrganisationConnection } from './organisation.connection.js';
import { OrganisationEntity, OrganisationKind, Superior } from './organisation.entity.js';
import {
  aliasLoader,
  headcountLoader,
  organisationLoader,
  organisationOrNull,
  superiorLoader,
  unitsLoader,
} from './organisation.loader.js';
import { findOrganisation, listOrganisations } from './organisation.service.js';
import { staffFactsLoader } from './staff-facts.loader.js';

@ArgsType()
export class OrganisationListArgs extends ConnectionArgs {
  @Field(() => OrganisationKind, { nullable: true }) kind?: OrganisationKind;
  @Field(() => String, { nullable: true, description: 'Tìm theo tên, mã, tên gọi khác; có dấu hoặc không dấu.' }) search?: string;
  @Field(() => Boolean, { nullable: true, description: 'Kể cả tổ chức đã kết thúc hoạt động.' }) includeEnded?: boolean;
}

@Resolver(() => OrganisationEntity)
export class OrganisationResolver {
  @Query(() => OrganisationEntity, { nullable: true })
  @Allow('organisation:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  organisation(
    @Ctx() ctx: RequestContext,
    @Arg('id', () => ID, { nullable: true }) id?: string,
    @Arg('code', () => String, { nullable: true }) code?: string,
  ): Promise<OrganisationEntity | null> {
    return findOrganisation(ctx, { ...(id ? { id } : {}), ...(code ? { code } : {}) });
  }

  @Query(() => OrganisationConnection)
  @Allow('organisation:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  organisations(
    @Ctx() ctx: RequestContext,
    @Args(() => OrganisationListArgs) args: OrganisationListArgs,
  ): Promise<Page<OrganisationEntity>> {
    return listOrganisations(ctx, args);
  }

  @FieldResolver(() => OrganisationEntity, { nullable: true })
  province(@Ctx() ctx: RequestContext, @Root() body: OrganisationEntity): Promise<OrganisationEntity | null> {
    return organisationOrNull(ctx, body.provinceId);
  }

  @FieldResolver(() => OrganisationEntity, { nullable: true, description: 'Cấp trên trực tiếp về hành chính: chỉ một (R-001).' })
  parent(@Ctx() ctx: RequestContext, @Root() body: OrganisationEntity): Promise<OrganisationEntity | null> {
    return organisationOrNull(ctx, body.parentId);
  }

  @FieldResolver(() => OrganisationEntity, { nullable: true, description: 'Sở mà tổ chức này là, thuộc về hoặc gắn với.' })
  department(@Ctx() ctx: RequestContext, @Root() body: OrganisationEntity): Promise<OrganisationEntity | null> {
    return organisationOrNull(ctx, body.departmentId);
  }

  @FieldResolver(() => [Superior], { description: 'Các tuyến cấp trên: chính quyền, ngành dọc, Đảng (R-006).' })
  async superiors(@Ctx() ctx: RequestContext, @Root() body: OrganisationEntity): Promise<Superior[]> {
    const rows = await superiorLoader(ctx).load(body.id);
    return Promise.all(
      rows.map(async ({ line, superiorId }) =>
        Object.assign(new Superior(), { line, organisation: await organisationLoader(ctx).load(superiorId) }),
      ),
    );
  }

  @FieldResolver(() => [OrganisationEntity], { description: 'Phòng, đơn vị thuộc và trực thuộc (R-002).' })
  async units(
    @Ctx() ctx: RequestContext,
    @Root() body: OrganisationEntity,
    @Arg('kind', () => OrganisationKind, { nullable: true }) kind?: OrganisationKind,
  ): Promise<OrganisationEntity[]> {
    const units = await unitsLoader(ctx).load(body.id);
    return kind ? units.filter((unit) => unit.kind === kind) : units;
  }

  @FieldResolver(() => [String])
  async aliases(@Ctx() ctx: RequestContext, @Root() body: OrganisationEntity): Promise<string[]> {
    return (await aliasLoader(ctx).load(body.id)).map((row) => row.alias);
  }

  @FieldResolver(() => Int, { description: 'Số người đang công tác, kể cả các đơn vị bên dưới.' })
  headcount(@Ctx() ctx: RequestContext, @Root() body: OrganisationEntity): Promise<number> {
    return headcountLoader(ctx).load(body.id);
  }

  @FieldResolver(() => PersonConnection, {
    description: 'Người đang công tác trong tổ chức và các đơn vị bên dưới, trong phạm vi người hỏi được xem.',
  })
  people(
    @Ctx() ctx: RequestContext,
    @Root() body: OrganisationEntity,
    @Args(() => PeopleListArgs) args: PeopleListArgs,
  ): Promise<Page<PersonEntity>> {
    return peopleOf(ctx, body.id, args);
  }

  @FieldResolver(() => [CouncilEntity])
  councils(@Ctx() ctx: RequestContext, @Root() body: OrganisationEntity): Promise<CouncilEntity[]> {
    return councilsOfLoader(ctx).load(body.id);
  }

  @FieldResolver(() => FactsScalar, { nullable: true, description: 'OrganisationStaffFacts, toàn bộ lịch sử.' })
  @Directive('@inaccessible')
  staffFacts(@Ctx() ctx: RequestContext, @Root() body: OrganisationEntity): Promise<OrganisationStaffFacts> {
    return staffFactsLoader(ctx).load(body.id);
  }
}
