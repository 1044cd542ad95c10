import { LocalDateScalar, refusalUnion } from '@thidua/server';
import { MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { RatingGrade } from '../enums.js';
import { RatingEntity } from './rating.entity.js';

@InputType({ description: 'Không có số quyết định: đề xuất của người đứng đầu. Có số và ngày: quyết định của Giám đốc.' })
class RatingInput {
  @Field(() => String) clientMutationId: string;
  @Min(1945) @Field(() => Int) year: number;
  @Field(() => RatingGrade) grade: RatingGrade;
  @MaxLength(2000) @Field(() => String, { description: 'Kết quả nhiệm vụ làm căn cứ (R-180).' }) evidence: string;
  @Field(() => String, { nullable: true }) decisionNumber?: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) decidedOn?: string | null;
  @Field(() => Int, { nullable: true, description: 'Bắt buộc khi sửa một đề xuất đã có.' }) version?: number | null;
}

@InputType()
export class RatePersonInput extends RatingInput {
  @Field(() => ID) personId: string;
}

@InputType()
export class RateUnitInput extends RatingInput {
  @Field(() => ID) organisationId: string;
}

@ObjectType()
export class RatingSaved {
  @Field(() => RatingEntity) rating: RatingEntity;
}

export const RatePersonResult = refusalUnion('RatePersonResult', RatingSaved);
export const RateUnitResult = refusalUnion('RateUnitResult', RatingSaved);

export type AnyRatingInput = InstanceType<typeof RatingInput>;
