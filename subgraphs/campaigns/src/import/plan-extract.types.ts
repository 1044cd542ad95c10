import { PartialDate } from '@thidua/server';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InitiatorLevel } from '../campaign/campaign.entity.js';
import { PlanParagraph, PlanPeriod, PlanSection, Recipient, Signatory } from '../plan/plan.types.js';

@ObjectType()
export class ExtractCitation {
  @Field(() => String) printed: string;
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => String) type: string;
  @Field(() => String, { nullable: true }) issuer: string | null;
  @Field(() => PartialDate, { nullable: true }) date: PartialDate | null;
  @Field(() => String, { nullable: true }) subject: string | null;
  @Field(() => String, { description: 'BASIS | IMPLEMENTS | REFERENCE' }) role: string;
  @Field(() => String) section: string;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
  @Field(() => ID, { nullable: true, description: 'Văn bản đã có trong sổ, khi nhận ra.' }) documentId: string | null;
}

@ObjectType()
export class ExtractTarget {
  @Field(() => String) key: string;
  @Field(() => String) text: string;
  @Field(() => String) section: string;
  @Field(() => String) kind: string;
  @Field(() => String) comparator: string;
  @Field(() => String, { nullable: true }) value: string | null;
  @Field(() => String, { nullable: true }) unit: string | null;
  @Field(() => String, { nullable: true }) of: string | null;
  @Field(() => Boolean) orHigher: boolean;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
}

@ObjectType()
export class ExtractDuty {
  @Field(() => String) text: string;
  @Field(() => [String]) clauses: string[];
}

@ObjectType()
export class ExtractAssignment {
  @Field(() => String) party: string;
  @Field(() => String) kind: string;
  @Field(() => String) section: string;
  @Field(() => [ExtractDuty]) duties: ExtractDuty[];
  @Field(() => Int, { nullable: true }) start: number | null;
  @Field(() => Int, { nullable: true }) end: number | null;
}

@ObjectType()
export class ExtractCampaign {
  @Field(() => String) name: string;
  @Field(() => InitiatorLevel) initiatorLevel: InitiatorLevel;
  @Field(() => String) section: string;
  @Field(() => ID, { nullable: true, description: 'Phong trào đã có trong sổ, khi nhận ra.' }) campaignId: string | null;
  @Field(() => String, { nullable: true }) parentName: string | null;
  @Field(() => Boolean, { description: 'Nhắc chung, không nêu tên.' }) group: boolean;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
}

@ObjectType('PlanExtract', { description: 'Những gì bộ nhập đọc được, trước khi có người xác nhận.' })
export class PlanExtractView {
  @Field(() => String, { nullable: true }) number: string | null;
  @Field(() => String, { nullable: true }) symbol: string | null;
  @Field(() => String, { nullable: true }) place: string | null;
  @Field(() => PartialDate, { nullable: true }) date: PartialDate | null;
  @Field(() => String, { nullable: true }) issuerAsPrinted: string | null;
  @Field(() => String) documentType: string;
  @Field(() => String) title: string;
  @Field(() => String, { nullable: true }) theme: string | null;
  @Field(() => PlanPeriod, { nullable: true }) period: PlanPeriod | null;
  @Field(() => [PlanParagraph]) opening: PlanParagraph[];
  @Field(() => [PlanSection]) sections: PlanSection[];
  @Field(() => [PlanParagraph]) closing: PlanParagraph[];
  @Field(() => [ExtractCitation]) citations: ExtractCitation[];
  @Field(() => [ExtractTarget]) targets: ExtractTarget[];
  @Field(() => [ExtractAssignment]) assignments: ExtractAssignment[];
  @Field(() => [ExtractCampaign]) campaigns: ExtractCampaign[];
  @Field(() => [Recipient]) recipients: Recipient[];
  @Field(() => Signatory, { nullable: true }) signatory: Signatory | null;
}

@ObjectType({ description: 'Văn bản hoặc phong trào giống một mục đã có nhưng in khác: người nhập quyết định gộp hay để riêng.' })
export class MergeCandidate {
  @Field(() => String) id: string;
  @Field(() => String, { description: 'LEGAL_DOCUMENT | CAMPAIGN' }) kind: string;
  @Field(() => String) printed: string;
  @Field(() => ID, { nullable: true }) candidateId: string | null;
  @Field(() => String, { nullable: true }) candidateName: string | null;
  @Field(() => String) difference: string;
  @Field(() => String, { nullable: true, description: 'MERGE | SEPARATE | null' }) decision: string | null;
}
