import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { LocalDateScalar } from '@thidua/server';

export enum PlanState {
  DRAFT = 'DRAFT',
  IMPORTED = 'IMPORTED',
  AWAITING_SIGNATURE = 'AWAITING_SIGNATURE',
  ISSUED = 'ISSUED',
  SUPERSEDED = 'SUPERSEDED',
}
registerEnumType(PlanState, {
  name: 'PlanState',
  description: 'IMPORTED: lưu theo bản đã có ở nơi khác; AWAITING_SIGNATURE: chờ ký và cấp số.',
});

@ObjectType({ description: 'Người ký; onBehalfOf là chức vụ được ký thay (KT.) (R-020).' })
export class Signatory {
  @Field(() => String, { nullable: true }) role: string | null;
  @Field(() => String, { nullable: true }) onBehalfOf: string | null;
  @Field(() => String, { nullable: true }) name: string | null;
}

@ObjectType()
export class PlanPeriod {
  @Field(() => String, { nullable: true }) text: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) from: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) to: string | null;
}

@ObjectType({ description: 'start và end trỏ vào nguyên văn của kế hoạch.' })
export class PlanParagraph {
  @Field(() => String) id: string;
  @Field(() => String, { nullable: true }) marker: string | null;
  @Field(() => String) text: string;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
}

@ObjectType({ description: 'Mục của kế hoạch, theo thứ tự in; nhãn giữ như in (R-081).' })
export class PlanSection {
  @Field(() => String) id: string;
  @Field(() => String) label: string;
  @Field(() => String) heading: string;
  @Field(() => Int) level: number;
  @Field(() => Int) start: number;
  @Field(() => Int) end: number;
  @Field(() => [PlanParagraph]) paragraphs: PlanParagraph[];
}

@ObjectType({ description: 'Nơi nhận; flagged khi cần người xem lại (R-087 … R-090).' })
export class Recipient {
  @Field(() => String) text: string;
  @Field(() => String) kind: string;
  @Field(() => [String]) expandsTo: string[];
  @Field(() => Boolean) flagged: boolean;
}

@ObjectType({ description: 'Điều bộ nhập không tự quyết hoặc cần người đọc biết: INFO | WARNING | DECISION.' })
export class PlanWarning {
  @Field(() => String) code: string;
  @Field(() => String) message: string;
  @Field(() => String, { nullable: true }) section: string | null;
  @Field(() => Int, { nullable: true }) start: number | null;
  @Field(() => Int, { nullable: true }) end: number | null;
  @Field(() => String) severity: string;
}

@ObjectType({ description: 'Tệp gốc, giữ nguyên từng byte.' })
export class PlanSource {
  @Field(() => ID) fileId: string;
  @Field(() => String) name: string;
  @Field(() => String) mime: string;
  @Field(() => String) sha256: string;
  @Field(() => Int) size: number;
  @Field(() => String) base64: string;
}
