import type { RequestContext } from '@thidua/server';
import { Field, ID, InterfaceType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { AwardTypeEntity, RuleSetEntity } from '../award-type/award-type.entity.js';
import type { Assessment, Check, EvidenceItem, EvidenceKind, Text } from './assessment.types.js';

export enum Verdict {
  PASS = 'PASS',
  FAIL = 'FAIL',
  REVIEW = 'REVIEW',
  NO_DATA = 'NO_DATA',
}
registerEnumType(Verdict, {
  name: 'Verdict',
  description: 'PASS đạt · FAIL không đạt · REVIEW cần người xem xét · NO_DATA chưa có dữ liệu.',
});

@InterfaceType({ resolveType: (value: Evidence) => value.constructor.name, description: 'Minh chứng của một điều kiện.' })
export abstract class Evidence {
  @Field(() => ID) id: string;
  @Field(() => String) label: string;
  @Field(() => String, { nullable: true }) link: string | null;
}

@ObjectType({ implements: Evidence })
export class RatingEvidence extends Evidence {}
@ObjectType({ implements: Evidence })
export class InitiativeEvidence extends Evidence {}
@ObjectType({ implements: Evidence })
export class PostingEvidence extends Evidence {}
@ObjectType({ implements: Evidence })
export class PetitionEvidence extends Evidence {}
@ObjectType({ implements: Evidence })
export class AwardEvidence extends Evidence {}
@ObjectType({ implements: Evidence })
export class MemberEvidence extends Evidence {}
@ObjectType({ implements: Evidence, description: 'Một người có trách nhiệm đã xác nhận.' })
export class FindingEvidence extends Evidence {}
@ObjectType({ implements: Evidence, description: 'Dữ kiện còn thiếu.' })
export class MissingEvidence extends Evidence {}

export const EVIDENCE: Record<EvidenceKind, new () => Evidence> = {
  RATING: RatingEvidence,
  INITIATIVE: InitiativeEvidence,
  POSTING: PostingEvidence,
  PETITION: PetitionEvidence,
  AWARD: AwardEvidence,
  MEMBER: MemberEvidence,
  FINDING: FindingEvidence,
  MISSING: MissingEvidence,
};

@ObjectType({ description: 'Một điều kiện: quy tắc, điều luật, mức cần, mức có, minh chứng, kết luận (R-233).' })
export class EligibilityCheck {
  @Field(() => String) rule: string;
  @Field(() => String) label: string;
  @Field(() => String) article: string;
  @Field(() => Verdict) verdict: Verdict;
  @Field(() => String, {
    description: 'BLOCKING: không đạt thì không gửi được. REVIEW: tham số của địa phương, người đứng đầu được nêu lý do để vượt.',
  })
  severity: string;
  @Field(() => String) need: string;
  @Field(() => String) have: string;
  @Field(() => [Evidence]) evidence: Evidence[];
  @Field(() => [EligibilityCheck], { description: 'Các nhánh của điều kiện “một trong”: chỉ kết luận của nhóm có hiệu lực.' })
  alternatives: EligibilityCheck[];
}

@ObjectType({ description: 'Kết quả xét điều kiện có giải thích, theo bộ quy tắc của ngày áp dụng.' })
export class Eligibility {
  @Field(() => Verdict) verdict: Verdict;
  @Field(() => RuleSetEntity) ruleSet: RuleSetEntity;
  @Field(() => [EligibilityCheck], { description: 'Mọi điều kiện đều phải đạt.' }) checks: EligibilityCheck[];
  @Field(() => AwardTypeEntity) award: AwardTypeEntity;
  @Field(() => Int) year: number;
}

const pick = (ctx: RequestContext, text: Text): string => ctx.t(text.vi, text.en);

function evidenceView(ctx: RequestContext, item: EvidenceItem): Evidence {
  return Object.assign(new EVIDENCE[item.kind](), { id: item.id, label: pick(ctx, item.label), link: item.link });
}

function checkView(ctx: RequestContext, check: Check): EligibilityCheck {
  return Object.assign(new EligibilityCheck(), {
    rule: check.rule,
    label: pick(ctx, check.label),
    article: check.article,
    verdict: check.verdict as Verdict,
    severity: check.severity,
    need: pick(ctx, check.need),
    have: pick(ctx, check.have),
    evidence: check.evidence.map((item) => evidenceView(ctx, item)),
    alternatives: check.alternatives.map((branch) => checkView(ctx, branch)),
  });
}

/** An assessment, fresh or stored, in the language of the request. */
export function eligibilityView(ctx: RequestContext, assessment: Assessment, award: AwardTypeEntity): Eligibility {
  return Object.assign(new Eligibility(), {
    verdict: assessment.verdict as Verdict,
    ruleSet: Object.assign(new RuleSetEntity(), assessment.ruleSet),
    checks: assessment.checks.map((check) => checkView(ctx, check)),
    award,
    year: assessment.year,
  });
}
