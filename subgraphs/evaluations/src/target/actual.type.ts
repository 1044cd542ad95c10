import { connectionType } from '@thidua/server';
import { Field, Int, ObjectType } from 'type-graphql';
import { OrganisationRef, PersonRef } from '../references/stubs.js';
import { TargetEntity } from './target.entity.js';
import type { Judgement } from './target.types.js';

@ObjectType({ description: 'Kết quả đạt được, tính từ dữ liệu gốc mỗi khi hỏi.' })
export class TargetActual {
  @Field(() => String, { nullable: true, description: 'Đã làm tròn để đọc, không bao giờ về phía đạt.' }) value: string | null;
  @Field(() => Int, { nullable: true }) numerator: number | null;
  @Field(() => Int, { nullable: true }) denominator: number | null;
  @Field(() => Int, { nullable: true, description: 'Số cần có để đạt.' }) needed: number | null;
  @Field(() => Boolean, { description: 'Tính cả đề nghị chưa có quyết định.' }) provisional: boolean;
  @Field(() => String) explanation: string;
  @Field(() => String, { nullable: true, description: 'Kết quả theo cách đọc mẫu số còn lại (A-01).' }) otherReading: string | null;
  @Field(() => String) rule: string;
  target: TargetEntity;
  judgement: Judgement;
}

@ObjectType({ description: 'Một dòng của tử số, mẫu số (R-221).' })
export class NumeratorEntry {
  @Field(() => PersonRef, { nullable: true }) person: PersonRef | null;
  @Field(() => OrganisationRef, { nullable: true }) organisation: OrganisationRef | null;
  @Field(() => String) label: string;
  @Field(() => String) detail: string;
  @Field(() => String) reason: string;
  @Field(() => String, { nullable: true }) evidence: string | null;
}

export const { Connection: TargetConnection } = connectionType<TargetEntity>('Target', () => TargetEntity);
export const { Connection: NumeratorConnection } = connectionType<NumeratorEntry>('Numerator', () => NumeratorEntry);
