import { PUBLIC, type OrganisationAwardFacts } from '@thidua/contracts';
import {
  Allow,
  CacheControl,
  ConnectionArgs,
  connectionType,
  connectQuery,
  FactsScalar,
  fault,
  LocalDateScalar,
  type Page,
  type RequestContext,
} from '@thidua/server';
import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { AwardTypeEntity } from '../award-type/award-type.entity.js';
import { awardTypeOf, catalogueOf } from '../award-type/award-type.loader.js';
import { DecisionEntity } from '../decision/decision.entity.js';
import { decisionLoader } from '../decision/decision.loader.js';
import { Nominee, nomineeOf } from '../references/nominee.js';
import { OrganisationRef, organisationRef, PersonRef } from '../references/stubs.js';
import { awardFactsLoader } from './award-facts.loader.js';
import { AwardEntity } from './award.entity.js';
import { normalisedCode } from './certificate-code.rules.js';

export const { Connection: AwardConnection } = connectionType<AwardEntity>('Award', () => AwardEntity);

@ArgsType()
export class AwardListArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true }) year?: number;
}

const ORDER = [
  { sql: 'a.year', direction: 'DESC' as const, of: (row: AwardEntity) => String(row.year), cast: 'int' },
  { sql: 'a.award_code', direction: 'ASC' as const, of: (row: AwardEntity) => row.awardCode },
  { sql: 'a.recipient_name', direction: 'ASC' as const, of: (row: AwardEntity) => row.recipientName },
  { sql: 'a.id', direction: 'ASC' as const, of: (row: AwardEntity) => row.id, cast: 'uuid' },
];

function awardsWhere(ctx: RequestContext, condition: string, id: string, args: AwardListArgs): Promise<Page<AwardEntity>> {
  checkMayList(ctx);
  const query = ctx.db.createQueryBuilder(AwardEntity, 'a').where(condition, { id }).andWhere(`a.status = 'IN_FORCE'`);
  if (args.year) query.andWhere('a.year = :year', { year: args.year });
  return connectQuery(query, args, ORDER);
}

/** Awards are published by decision: everybody signed in may list them, the public has the certificate check. */
function checkMayList(ctx: RequestContext): void {
  if (ctx.actor.kind === 'public') throw fault('UNAUTHENTICATED', ctx.t('Cần đăng nhập để xem danh sách.', 'Sign in to see this list.'));
}

@Resolver(() => AwardEntity)
export class AwardResolver {
  @FieldResolver(() => AwardTypeEntity)
  awardType(@Root() award: AwardEntity, @Ctx() ctx: RequestContext): Promise<AwardTypeEntity> {
    return awardTypeOf(ctx, award.awardCode);
  }

  @FieldResolver(() => Nominee, { nullable: true })
  nominee(@Root() award: AwardEntity): typeof Nominee {
    return nomineeOf({ ...award, name: award.recipientName });
  }

  @FieldResolver(() => OrganisationRef, { nullable: true, description: 'Sở lúc quyết định; không đổi khi người đó chuyển công tác.' })
  organisation(@Root() award: AwardEntity): OrganisationRef {
    return organisationRef(award.departmentId);
  }

  @FieldResolver(() => DecisionEntity, { nullable: true })
  decision(@Root() award: AwardEntity, @Ctx() ctx: RequestContext): Promise<DecisionEntity | null> {
    return decisionLoader(ctx).load(award.decisionId);
  }
}

@Resolver(() => PersonRef)
export class PersonAwardsResolver {
  @FieldResolver(() => AwardConnection, { nullable: true, description: 'Lịch sử khen thưởng (R-262).' })
  awards(
    @Root() person: PersonRef,
    @Args(() => AwardListArgs) args: AwardListArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<AwardEntity>> {
    return awardsWhere(ctx, 'a.nominee_id = :id', person.id, args);
  }
}

@Resolver(() => OrganisationRef)
export class OrganisationAwardsResolver {
  @FieldResolver(() => AwardConnection, {
    nullable: true,
    description: 'Khen thưởng của tổ chức và những người trong đó, theo Sở lúc quyết định.',
  })
  awards(
    @Root() organisation: OrganisationRef,
    @Args(() => AwardListArgs) args: AwardListArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<AwardEntity>> {
    return awardsWhere(
      ctx,
      '(a.department_id = :id or a.unit_id = :id or a.province_id = :id or a.nominee_id = :id)',
      organisation.id,
      args,
    );
  }

  @Directive('@inaccessible')
  @FieldResolver(() => FactsScalar, { nullable: true })
  awardFacts(@Root() organisation: OrganisationRef, @Ctx() ctx: RequestContext): Promise<OrganisationAwardFacts> {
    return awardFactsLoader(ctx).load(organisation.id);
  }
}

@ObjectType()
export class AwardStatisticsRow {
  @Field(() => AwardTypeEntity) awardType: AwardTypeEntity;
  @Field(() => String) level: string;
  @Field(() => Int) individuals: number;
  @Field(() => Int) collectives: number;
  @Field(() => Int) households: number;
}

@ObjectType({ description: 'Tổng hợp khen thưởng: đúng bằng tổng các dòng (R-276).' })
export class AwardStatistics {
  @Field(() => [AwardStatisticsRow]) rows: AwardStatisticsRow[];
}

@ObjectType({ description: 'Kết quả tra cứu công khai: chỉ những gì quyết định đã công bố.' })
export class Certificate {
  @Field(() => String, { description: 'VALID | CANCELLED | UNKNOWN.' }) status: string;
  @Field(() => String, { nullable: true }) recipientName: string | null;
  @Field(() => String, { nullable: true }) awardName: string | null;
  @Field(() => String, { nullable: true }) decisionNumber: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decisionDate: string | null;
  @Field(() => OrganisationRef, { nullable: true }) issuer: OrganisationRef | null;
}

@Resolver()
export class AwardRegisterResolver {
  @Query(() => AwardStatistics, { description: 'Ai được bao nhiêu, theo danh hiệu và cấp (R-276).' })
  @Allow('statistics:read')
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  async awardStatistics(@Arg('year', () => Int) year: number, @Ctx() ctx: RequestContext): Promise<AwardStatistics> {
    const counts = (await ctx.db.query(
      `select award_code as code, count(*) filter (where nominee_type in ('Person', 'ExternalPerson'))::int as individuals,
         count(*) filter (where nominee_type = 'Organisation')::int as collectives, count(*) filter (where nominee_type = 'Household')::int as households
       from award where year = $1 and status = 'IN_FORCE' group by award_code`,
      [year],
    )) as { code: string; individuals: number; collectives: number; households: number }[];
    const { types } = await catalogueOf(ctx);
    const rows = types.flatMap((awardType) => {
      const found = counts.find((row) => row.code === awardType.code);
      return found ? [Object.assign(new AwardStatisticsRow(), { ...found, awardType, level: awardType.level })] : [];
    });
    return Object.assign(new AwardStatistics(), { rows });
  }

  @Query(() => Certificate, { nullable: true, description: 'Tra cứu công khai theo mã trên giấy.' })
  @Allow(PUBLIC)
  @CacheControl({ maxAge: 600, scope: 'PUBLIC' })
  async certificate(@Arg('code', () => String) code: string, @Ctx() ctx: RequestContext): Promise<Certificate> {
    const award = await ctx.db.findOneBy(AwardEntity, { certificateCode: normalisedCode(code) });
    const decision = award ? await decisionLoader(ctx).load(award.decisionId) : null;
    if (!award || !decision)
      return Object.assign(new Certificate(), {
        status: 'UNKNOWN',
        recipientName: null,
        awardName: null,
        decisionNumber: null,
        decisionDate: null,
        issuer: null,
      });
    const type = await awardTypeOf(ctx, award.awardCode);
    return Object.assign(new Certificate(), {
      status: award.status === 'IN_FORCE' ? 'VALID' : 'CANCELLED',
      recipientName: award.recipientName,
      awardName: ctx.t(type.name, type.nameEn),
      decisionNumber: `${decision.number}/${decision.symbol}`,
      decisionDate: decision.date,
      issuer: organisationRef(decision.departmentId),
    });
  }
}
