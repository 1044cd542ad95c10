import { can, type Page, type RequestContext } from '@thidua/server';
import { Arg, Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql';
import { awardTypeOf } from '../award-type/award-type.loader.js';
import { quotaFor } from '../local-regulation/quota.service.js';
import { OrganisationRef, PersonRef } from '../references/stubs.js';
import { scopeOf } from './nomination.access.js';
import { NominationConnection, nominationsIn } from './nomination.connection.js';
import { NominationEntity } from './nomination.entity.js';
import { NominationListArgs } from './nomination.input.js';
import { nominationsOfNominee } from './nomination.loader.js';
import { Quota } from './nomination.types.js';

@Resolver(() => PersonRef)
export class PersonNominationsResolver {
  @FieldResolver(() => [NominationEntity], { nullable: true, description: 'Đề nghị về người này mà người hỏi được xem (R-264).' })
  async nominations(
    @Root() person: PersonRef,
    @Arg('year', () => Int, { nullable: true }) year: number | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<NominationEntity[]> {
    const rows = await nominationsOfNominee(ctx).load(person.id);
    const shown = await Promise.all(rows.map(async (row) => can(ctx, 'nomination:read', await scopeOf(ctx, row)) !== null));
    return rows.filter((row, index) => shown[index] && (year === undefined || year === null || row.year === year));
  }
}

@Resolver(() => OrganisationRef)
export class OrganisationNominationsResolver {
  @FieldResolver(() => NominationConnection, { nullable: true })
  nominations(
    @Root() organisation: OrganisationRef,
    @Args(() => NominationListArgs) args: NominationListArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<NominationEntity>> {
    return nominationsIn(ctx, organisation.id, args);
  }

  @FieldResolver(() => Quota, { nullable: true, description: 'Trần số lượng của Sở; null khi địa phương không quy định (R-246).' })
  async quota(
    @Root() organisation: OrganisationRef,
    @Arg('award', () => String) award: string,
    @Arg('year', () => Int) year: number,
    @Arg('base', () => Int, { nullable: true, description: 'Thử với số danh hiệu làm mẫu số khác.' }) base: number | undefined,
    @Arg('target', () => Int, { nullable: true, description: 'Chỉ tiêu để đối chiếu với trần.' }) target: number | undefined,
    @Ctx() ctx: RequestContext,
  ): Promise<Quota | null> {
    const type = await awardTypeOf(ctx, award);
    const answer = await quotaFor(ctx, {
      departmentId: organisation.id,
      awardCode: award,
      year,
      base: base ?? null,
      target: target ?? null,
    });
    if (!answer) return null;
    const conflict = answer.conflict ? ctx.t(answer.conflict.vi, answer.conflict.en) : null;
    return Object.assign(new Quota(), {
      ...answer,
      award: type,
      basis: ctx.t(answer.basis.vi, answer.basis.en),
      conflict,
      departmentId: organisation.id,
    });
  }
}
