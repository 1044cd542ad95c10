import { ROLES, type RoleCode } from '@thidua/contracts';
import { Allow, CacheControl, can, ConnectionArgs, type Page, Refusal, type RequestContext } from '@thidua/server';
import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { AwardTypeEntity } from '../award-type/award-type.entity.js';
import { awardTypeOf } from '../award-type/award-type.loader.js';
import { Eligibility, eligibilityView } from '../eligibility/eligibility.types.js';
import { Nominee, nomineeOf } from '../references/nominee.js';
import { OrganisationRef, organisationRef, PersonRef, personRef } from '../references/stubs.js';
import { partName } from './dossier.rules.js';
import { permitToRead, scopeOf } from './nomination.access.js';
import { availableActions } from './nomination.actions.js';
import { appraisalQueueOf, NominationConnection } from './nomination.connection.js';
import { DossierPart, NominationEntity, NominationStepEntity } from './nomination.entity.js';
import {
  AppraiseNominationInput,
  CreateNominationInput,
  NominationActInput,
  ReturnNominationInput,
  SubmitNominationInput,
  UpdateNominationInput,
} from './nomination.input.js';
import { nominationLoader, partsLoader, stepsLoader } from './nomination.loader.js';
import {
  appraiseNomination,
  createNomination,
  receiveNomination,
  returnNomination,
  updateNomination,
  withdrawNomination,
} from './nomination.service.js';
import { STATUS_WORDS } from './nomination.states.js';
import {
  AppraiseNominationResult,
  CreateNominationResult,
  NominationSaved,
  ReceiveNominationResult,
  ReturnNominationResult,
  SubmitNominationResult,
  UpdateNominationResult,
  WithdrawNominationResult,
} from './nomination.types.js';
import { submitNomination } from './submission.service.js';

type Result = Promise<NominationSaved | Refusal>;

async function saved(act: Promise<NominationEntity | Refusal>): Result {
  const outcome = await act;
  return outcome instanceof Refusal ? outcome : Object.assign(new NominationSaved(), { nomination: outcome });
}

/** Whether the caller may see the dossier itself; lists and decisions show name and award to more people. */
async function mayRead(ctx: RequestContext, nomination: NominationEntity): Promise<boolean> {
  return can(ctx, 'nomination:read', await scopeOf(ctx, nomination)) !== null;
}

@Resolver(() => NominationEntity)
export class NominationResolver {
  @Query(() => NominationEntity, { nullable: true })
  @Allow('nomination:read')
  @CacheControl({ maxAge: 60, scope: 'PRIVATE' })
  async nomination(@Arg('id', () => ID) id: string, @Ctx() ctx: RequestContext): Promise<NominationEntity | null> {
    const found = await nominationLoader(ctx).load(id);
    return found ? permitToRead(ctx, found) : null;
  }

  @Query(() => NominationConnection, { description: 'Hồ sơ chờ thẩm định của một Sở (R-234).' })
  @Allow('nomination:appraise')
  appraisalQueue(
    @Arg('organisation', () => ID) organisation: string,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Ctx() ctx: RequestContext,
  ): Promise<Page<NominationEntity>> {
    return appraisalQueueOf(ctx, organisation, args);
  }

  @Mutation(() => CreateNominationResult, { description: 'Đề nghị một người hoặc một tập thể (R-230).' })
  @Allow('nomination:create')
  createNomination(@Arg('input', () => CreateNominationInput) input: CreateNominationInput, @Ctx() ctx: RequestContext): Result {
    return saved(createNomination(ctx, input));
  }

  @Mutation(() => UpdateNominationResult)
  @Allow('nomination:create')
  updateNomination(@Arg('input', () => UpdateNominationInput) input: UpdateNominationInput, @Ctx() ctx: RequestContext): Result {
    return saved(updateNomination(ctx, input));
  }

  @Mutation(() => SubmitNominationResult, { description: 'Gửi hồ sơ: xét điều kiện ngay lúc gửi và lưu lại (R-233).' })
  @Allow('nomination:submit')
  submitNomination(@Arg('input', () => SubmitNominationInput) input: SubmitNominationInput, @Ctx() ctx: RequestContext): Result {
    return saved(submitNomination(ctx, input));
  }

  @Mutation(() => WithdrawNominationResult)
  @Allow('nomination:submit')
  withdrawNomination(@Arg('input', () => NominationActInput) input: NominationActInput, @Ctx() ctx: RequestContext): Result {
    return saved(withdrawNomination(ctx, input));
  }

  @Mutation(() => ReceiveNominationResult, { description: 'Tiếp nhận: ngày tiếp nhận xác định bộ quy tắc.' })
  @Allow('nomination:appraise')
  receiveNomination(@Arg('input', () => NominationActInput) input: NominationActInput, @Ctx() ctx: RequestContext): Result {
    return saved(receiveNomination(ctx, input));
  }

  @Mutation(() => ReturnNominationResult, { description: 'Trả bổ sung, nêu lý do (R-235).' })
  @Allow('nomination:appraise')
  returnNomination(@Arg('input', () => ReturnNominationInput) input: ReturnNominationInput, @Ctx() ctx: RequestContext): Result {
    return saved(returnNomination(ctx, input));
  }

  @Mutation(() => AppraiseNominationResult, { description: 'Thẩm định: đồng ý, trả, không đồng ý (R-234).' })
  @Allow('nomination:appraise')
  appraiseNomination(@Arg('input', () => AppraiseNominationInput) input: AppraiseNominationInput, @Ctx() ctx: RequestContext): Result {
    return saved(appraiseNomination(ctx, input));
  }
}

@Resolver(() => NominationEntity)
export class NominationFieldsResolver {
  @FieldResolver(() => AwardTypeEntity)
  award(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<AwardTypeEntity> {
    return awardTypeOf(ctx, nomination.awardCode);
  }

  @FieldResolver(() => Nominee, { nullable: true })
  nominee(@Root() nomination: NominationEntity): typeof Nominee {
    return nomineeOf({ ...nomination, name: nomination.nomineeName });
  }

  @FieldResolver(() => OrganisationRef, { nullable: true })
  organisation(@Root() nomination: NominationEntity): OrganisationRef {
    return organisationRef(nomination.departmentId);
  }

  @FieldResolver(() => OrganisationRef, { nullable: true })
  unit(@Root() nomination: NominationEntity): OrganisationRef | null {
    return nomination.unitId ? organisationRef(nomination.unitId) : null;
  }

  @FieldResolver(() => PersonRef, { nullable: true })
  proposedBy(@Root() nomination: NominationEntity): PersonRef | null {
    return nomination.proposedById ? personRef(nomination.proposedById) : null;
  }

  @FieldResolver(() => String, { description: 'Một từ cho mỗi trạng thái, dùng chung ở mọi nơi.' })
  statusWord(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): string {
    const words = STATUS_WORDS[nomination.state];
    return ctx.t(words.vi, words.en);
  }

  @FieldResolver(() => [String], { description: 'Việc người hỏi làm được lúc này với vai của mình.' })
  async availableActions(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<string[]> {
    return availableActions(ctx, nomination, await scopeOf(ctx, nomination));
  }
}

/** What belongs to the dossier: empty for people who may see the name on a list, but not the dossier. */
@Resolver(() => NominationEntity)
export class NominationDossierResolver {
  @FieldResolver(() => String)
  async achievement(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<string> {
    return (await mayRead(ctx, nomination)) ? nomination.achievement : '';
  }

  @FieldResolver(() => Eligibility, { nullable: true, description: 'Kết quả xét điều kiện lưu lúc gửi.' })
  async eligibility(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<Eligibility | null> {
    if (!nomination.assessment || !(await mayRead(ctx, nomination))) return null;
    return eligibilityView(ctx, nomination.assessment, await awardTypeOf(ctx, nomination.awardCode));
  }

  @FieldResolver(() => [DossierPart])
  async parts(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<DossierPart[]> {
    if (!(await mayRead(ctx, nomination))) return [];
    return (await partsLoader(ctx).load(nomination.id)).map((part) => {
      const name = partName(part.code);
      return Object.assign(new DossierPart(), { ...part, name: ctx.t(name.vi, name.en) });
    });
  }

  @FieldResolver(() => [NominationStepEntity])
  async history(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<NominationStepEntity[]> {
    return (await mayRead(ctx, nomination)) ? stepsLoader(ctx).load(nomination.id) : [];
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Đơn thư liên quan: trạng thái và ngày nhận, không nêu người gửi (R-209, R-210).',
  })
  async petitionNotice(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<string | null> {
    const notice = nomination.petitionNoticeText;
    return notice && (await mayRead(ctx, nomination)) ? ctx.t(notice.vi, notice.en) : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Ý kiến thẩm định.' })
  async appraisalOpinion(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await mayRead(ctx, nomination)) ? nomination.appraisalOpinion : null;
  }

  @FieldResolver(() => String, { nullable: true, description: 'Lý do của người đứng đầu khi vượt tham số của địa phương.' })
  async overrideReason(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<string | null> {
    return (await mayRead(ctx, nomination)) ? nomination.overrideReason : null;
  }

  @FieldResolver(() => [String], { description: 'Lưu ý khi gửi: vượt trần, một thành tích hai hình thức (L-03).' })
  async warnings(@Root() nomination: NominationEntity, @Ctx() ctx: RequestContext): Promise<string[]> {
    return (await mayRead(ctx, nomination)) ? nomination.warningTexts.map((text) => ctx.t(text.vi, text.en)) : [];
  }
}

@Resolver(() => NominationStepEntity)
export class NominationStepResolver {
  @FieldResolver(() => String)
  role(@Root() step: NominationStepEntity, @Ctx() ctx: RequestContext): string {
    const role = ROLES[step.role as RoleCode];
    return role ? ctx.t(role.vi, role.en) : step.role;
  }
}
