import { Allow, CacheControl, connectArray, ConnectionArgs, DateTimeScalar, fault, type Page, type RequestContext } from '@thidua/server';
import { Arg, Args, Ctx, Directive, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import { NumeratorList, TargetStatus } from '../enums.js';
import { OrganisationRef, organisationRef, personRef, PlanRef, planRef } from '../references/stubs.js';
import { reads, seesNames } from '../visibility.js';
import { NumeratorConnection, NumeratorEntry, TargetActual, TargetConnection } from './actual.type.js';
import { judgementOf } from './judgement.service.js';
import { ReportTargetResultInput, ReportTargetResultResult, SetTargetReadingInput, SetTargetReadingResult } from './target.inputs.js';
import { reportTargetResult, setTargetReading } from './target.service.js';
import { TargetEntity } from './target.entity.js';
import { planTargetsLoader, targetLoader } from './target.loader.js';
import type { Entry, Text } from './target.types.js';
import { denominatorText, readingsOf, ROUNDING, ruleText, STATUS_SHAPES, STATUS_WORDS } from './target.words.js';

const FACTS = '@requires(fields: "subject { staffFacts studyFacts awardFacts }")';

const textOf = (ctx: RequestContext, text: Text): string => ctx.t(text.vi, text.en);
const textOrNull = (ctx: RequestContext, text: Text | null): string | null => (text ? textOf(ctx, text) : null);

@Resolver(() => TargetEntity)
export class TargetResolver {
  @Allow('target:read')
  @Query(() => TargetEntity, { nullable: true })
  @CacheControl({ maxAge: 300, scope: 'PUBLIC' })
  target(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<TargetEntity | null> {
    return targetLoader(ctx).load(id);
  }

  @FieldResolver(() => PlanRef, { nullable: true })
  plan(@Root() target: TargetEntity): PlanRef {
    return planRef(target.planId);
  }

  @FieldResolver(() => OrganisationRef, { nullable: true })
  subject(@Root() target: TargetEntity): OrganisationRef {
    return organisationRef(target.subjectId);
  }

  @FieldResolver(() => TargetEntity, { nullable: true, description: 'Chỉ tiêu ngoài của “trong đó …” (R-160, R-161).' })
  parentTarget(@Ctx() ctx: RequestContext, @Root() target: TargetEntity): Promise<TargetEntity | null> {
    return target.outerId ? targetLoader(ctx).load(target.outerId) : Promise.resolve(null);
  }

  @FieldResolver(() => String)
  roundingRule(@Ctx() ctx: RequestContext): string {
    return textOf(ctx, ROUNDING);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Mẫu số, bằng lời.' })
  async denominatorText(@Ctx() ctx: RequestContext, @Root() target: TargetEntity): Promise<string | null> {
    return textOrNull(ctx, denominatorText(target, target.outerId ? await targetLoader(ctx).load(target.outerId) : null));
  }

  @FieldResolver(() => [String], { description: 'Các cách đọc mẫu số có thể chọn bằng setTargetReading.' })
  readings(@Root() target: TargetEntity): string[] {
    return readingsOf(target);
  }

  @Directive(FACTS)
  @FieldResolver(() => TargetActual, { nullable: true })
  async actual(@Ctx() ctx: RequestContext, @Root() target: TargetEntity): Promise<TargetActual> {
    const judgement = await judgementOf(ctx, target);
    return Object.assign(new TargetActual(), {
      value: textOrNull(ctx, judgement.value),
      numerator: judgement.part,
      denominator: judgement.whole,
      needed: judgement.needed,
      provisional: judgement.provisional,
      explanation: textOf(ctx, judgement.explanation),
      otherReading: textOrNull(ctx, judgement.otherReading),
      rule: textOf(ctx, ruleText(target)),
      target,
      judgement,
    });
  }

  @Directive(FACTS)
  @FieldResolver(() => TargetStatus, { nullable: true })
  async status(@Ctx() ctx: RequestContext, @Root() target: TargetEntity): Promise<TargetStatus> {
    return (await judgementOf(ctx, target)).status;
  }

  @Directive(FACTS)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Đạt, Vừa đủ, Vượt mức, Chưa đạt, Không đạt, Không có dữ liệu, Chờ công bố, Định tính.',
  })
  async statusWord(@Ctx() ctx: RequestContext, @Root() target: TargetEntity): Promise<string> {
    return textOf(ctx, STATUS_WORDS[(await judgementOf(ctx, target)).word]);
  }

  @Directive(FACTS)
  @FieldResolver(() => String, { nullable: true, description: 'Hình của nhãn kết luận: ok | warn | wait | bad | idle.' })
  async statusShape(@Ctx() ctx: RequestContext, @Root() target: TargetEntity): Promise<string> {
    return STATUS_SHAPES[(await judgementOf(ctx, target)).word];
  }

  @Directive(FACTS)
  @FieldResolver(() => String, { nullable: true, description: '“thiếu 1 người, cần 50”' })
  async note(@Ctx() ctx: RequestContext, @Root() target: TargetEntity): Promise<string | null> {
    return textOrNull(ctx, (await judgementOf(ctx, target)).note);
  }

  @Directive(FACTS)
  @FieldResolver(() => String, { nullable: true, description: 'Chỉ tiêu (sàn) và hạn mức (trần) không thể cùng đạt.' })
  async conflict(@Ctx() ctx: RequestContext, @Root() target: TargetEntity): Promise<string | null> {
    return textOrNull(ctx, (await judgementOf(ctx, target)).conflict);
  }

  @Allow('target:edit')
  @Mutation(() => SetTargetReadingResult, { description: 'Chọn so sánh và cách đọc mẫu số (A-01…A-03).' })
  setTargetReading(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => SetTargetReadingInput) input: SetTargetReadingInput,
  ): Promise<typeof SetTargetReadingResult> {
    return setTargetReading(ctx, input);
  }

  @Allow('target:edit')
  @Mutation(() => ReportTargetResultResult, { description: 'Báo cáo kết quả kèm minh chứng (R-169, R-172).' })
  reportTargetResult(
    @Ctx() ctx: RequestContext,
    @Arg('input', () => ReportTargetResultInput) input: ReportTargetResultInput,
  ): Promise<typeof ReportTargetResultResult> {
    return reportTargetResult(ctx, input);
  }
}

@Resolver(() => TargetActual)
export class TargetActualResolver {
  /** Apart from the rest: an answer that tells the instant is never kept. */
  @FieldResolver(() => DateTimeScalar)
  computedAt(@Ctx() ctx: RequestContext): Date {
    return ctx.now();
  }

  @FieldResolver(() => NumeratorConnection, {
    nullable: true,
    description: 'Ai được tính, ai không, vì sao (R-221). Tên chỉ hiện với người của Sở và cấp tỉnh.',
  })
  members(
    @Ctx() ctx: RequestContext,
    @Root() actual: TargetActual,
    @Arg('list', () => NumeratorList) list: NumeratorList,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Page<NumeratorEntry> {
    if (!seesNames(ctx, actual.target.departmentId))
      throw fault('FORBIDDEN', ctx.t('Danh sách tên chỉ dành cho người của đơn vị.', 'Names are for people of the body only.'));
    const entries = actual.judgement.entries.filter((entry) => entry.list === list);
    const page = connectArray(entries, args, (entry) => entry.personId ?? entry.organisationId ?? entry.label, { standard: 20, max: 500 });
    const node = (entry: Entry): NumeratorEntry =>
      Object.assign(new NumeratorEntry(), {
        person: entry.personId ? personRef(entry.personId) : null,
        organisation: entry.organisationId ? organisationRef(entry.organisationId) : null,
        label: entry.label,
        detail: textOf(ctx, entry.detail),
        reason: textOf(ctx, entry.reason),
        evidence: textOrNull(ctx, entry.evidence),
      });
    return { ...page, nodes: page.nodes.map(node), edges: page.edges.map((edge) => ({ cursor: edge.cursor, node: node(edge.node) })) };
  }
}

@Resolver(() => PlanRef)
export class PlanTargetsResolver {
  @FieldResolver(() => TargetConnection, { nullable: true, description: 'Chỉ tiêu của kế hoạch, theo thứ tự trong văn bản.' })
  async targets(
    @Ctx() ctx: RequestContext,
    @Root() plan: PlanRef,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
  ): Promise<Page<TargetEntity> | null> {
    if (!reads(ctx, 'target:read')) return null;
    return connectArray(await planTargetsLoader(ctx).load(plan.id), args, (target) => target.id);
  }
}
