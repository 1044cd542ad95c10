import {
  Allow,
  CacheControl,
  can,
  ConnectionArgs,
  connectionType,
  connectQuery,
  fault,
  type Page,
  Refusal,
  refusalUnion,
  type RequestContext,
} from '@thidua/server';
import { Arg, Args, ArgsType, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { AwardTypeEntity } from '../award-type/award-type.entity.js';
import { awardTypeOf } from '../award-type/award-type.loader.js';
import { NominationEntity } from '../nomination/nomination.entity.js';
import { OrganisationRef, organisationRef, PersonRef, personRef } from '../references/stubs.js';
import { DecisionEntity, DecisionState } from './decision.entity.js';
import { DraftDecisionInput, SignDecisionInput } from './decision.input.js';
import { decisionLinesLoader, decisionLoader } from './decision.loader.js';
import { draftDecision } from './draft-decision.service.js';
import { signDecision } from './sign-decision.service.js';

@ObjectType()
export class DecisionSaved {
  @Field(() => DecisionEntity) decision: DecisionEntity;
}
export const DraftDecisionResult = refusalUnion('DraftDecisionResult', DecisionSaved);
export const SignDecisionResult = refusalUnion('SignDecisionResult', DecisionSaved);
export const { Connection: DecisionConnection } = connectionType<DecisionEntity>('Decision', () => DecisionEntity);

@ArgsType()
export class DecisionListArgs extends ConnectionArgs {
  @Field(() => Int, { nullable: true }) year?: number;
}

async function saved(act: Promise<DecisionEntity | Refusal>): Promise<DecisionSaved | Refusal> {
  const outcome = await act;
  return outcome instanceof Refusal ? outcome : Object.assign(new DecisionSaved(), { decision: outcome });
}

/** An issued decision is public among officials; a draft only for who drafts or signs there. */
function mayReadDraft(ctx: RequestContext, departmentId: string): boolean {
  return can(ctx, 'decision:draft', { departmentId }) !== null || can(ctx, 'decision:sign', { departmentId }) !== null;
}

@Resolver(() => DecisionEntity)
export class DecisionResolver {
  @Query(() => DecisionEntity, { nullable: true })
  @Allow('decision:read')
  @CacheControl({ maxAge: 300, scope: 'PRIVATE' })
  async decision(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<DecisionEntity | null> {
    const decision = await decisionLoader(ctx).load(id);
    if (decision && decision.state === DecisionState.DRAFT && !mayReadDraft(ctx, decision.departmentId)) {
      throw fault(
        'FORBIDDEN',
        ctx.t('Dự thảo chưa ký chỉ người soạn và người ký xem được.', 'A draft is only for who drafts and who signs.'),
      );
    }
    return decision;
  }

  @Mutation(() => DraftDecisionResult, { description: 'Dự thảo quyết định thuộc thẩm quyền Giám đốc Sở (R-239).' })
  @Allow('decision:draft')
  draftDecision(
    @Arg('input', () => DraftDecisionInput) input: DraftDecisionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DecisionSaved | Refusal> {
    return saved(draftDecision(ctx, input));
  }

  @Mutation(() => SignDecisionResult, { description: 'Ký: chỉ trên trang ký riêng của Cổng; cấp số, vào sổ, ghi nhận danh hiệu (R-244).' })
  @Allow('decision:sign')
  signDecision(
    @Arg('input', () => SignDecisionInput) input: SignDecisionInput,
    @Ctx() ctx: RequestContext,
  ): Promise<DecisionSaved | Refusal> {
    return saved(signDecision(ctx, input));
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Số và ký hiệu, “429/QĐ-SKHCN”; số cấp khi ký, mỗi Sở, năm, ký hiệu một dãy.',
  })
  number(@Root() decision: DecisionEntity): string | null {
    return decision.number === null ? null : `${decision.number}/${decision.symbol}`;
  }

  @FieldResolver(() => AwardTypeEntity)
  award(@Root() decision: DecisionEntity, @Ctx() ctx: RequestContext): Promise<AwardTypeEntity> {
    return awardTypeOf(ctx, decision.awardCode);
  }

  @FieldResolver(() => OrganisationRef, { nullable: true })
  organisation(@Root() decision: DecisionEntity): OrganisationRef {
    return organisationRef(decision.departmentId);
  }

  @FieldResolver(() => PersonRef, { nullable: true })
  signer(@Root() decision: DecisionEntity): PersonRef | null {
    return decision.signerId ? personRef(decision.signerId) : null;
  }

  @FieldResolver(() => [NominationEntity])
  lines(@Root() decision: DecisionEntity, @Ctx() ctx: RequestContext): Promise<NominationEntity[]> {
    return decisionLinesLoader(ctx).load(decision.id);
  }

  @FieldResolver(() => String, { description: 'Trang ký riêng của Cổng.' })
  signUrl(@Root() decision: DecisionEntity): string {
    return `/sign/${decision.id}`;
  }
}

@Resolver(() => NominationEntity)
export class NominationDecisionResolver {
  @FieldResolver(() => DecisionEntity, { nullable: true })
  async decision(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<DecisionEntity | null> {
    const decision = nomination.decisionId ? await decisionLoader(ctx).load(nomination.decisionId) : null;
    return decision && (decision.state === DecisionState.ISSUED || mayReadDraft(ctx, decision.departmentId)) ? decision : null;
  }
}

@Resolver(() => OrganisationRef)
export class OrganisationDecisionsResolver {
  @FieldResolver(() => DecisionConnection, { nullable: true })
  decisions(
    @Root() organisation: OrganisationRef,
    @Args(() => DecisionListArgs) args: DecisionListArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<DecisionEntity>> {
    const query = ctx.db.createQueryBuilder(DecisionEntity, 'd').where('d.department_id = :id', { id: organisation.id });
    if (args.year) query.andWhere('d.year = :year', { year: args.year });
    if (!mayReadDraft(ctx, organisation.id)) query.andWhere(`d.state <> 'DRAFT'`);
    return connectQuery(query, args, [
      { sql: `coalesce(d.date, '9999-12-31'::date)`, direction: 'DESC', of: (row) => row.date ?? '9999-12-31', cast: 'date' },
      { sql: 'd.id', direction: 'ASC', of: (row) => row.id, cast: 'uuid' },
    ]);
  }
}
