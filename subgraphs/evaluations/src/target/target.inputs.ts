import { refusalUnion } from '@thidua/server';
import { IsInt, IsOptional, MaxLength, Min } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Comparator } from '../enums.js';
import { TargetEntity } from './target.entity.js';

@InputType()
export class SetTargetReadingInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) targetId: string;
  @Field(() => Int) version: number;
  @Field(() => Comparator) comparator: Comparator;
  @Field(() => String, { nullable: true, description: 'Một trong Target.readings.' }) denominatorRule?: string | null;
}

@ObjectType()
export class TargetReadingSet {
  @Field(() => TargetEntity) target: TargetEntity;
}

export const SetTargetReadingResult = refusalUnion('SetTargetReadingResult', TargetReadingSet);

@InputType({ description: 'Đã làm trên được giao (có thể trên 100 %), hoặc kết luận đạt hay chưa của chỉ tiêu định tính.' })
export class ReportTargetResultInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) targetId: string;
  @Field(() => Int) version: number;
  @IsOptional() @IsInt() @Min(0) @Field(() => Int, { nullable: true }) done?: number | null;
  @IsOptional() @IsInt() @Min(0) @Field(() => Int, { nullable: true }) given?: number | null;
  @Field(() => Boolean, { nullable: true }) met?: boolean | null;
  @MaxLength(2000) @Field(() => String) evidence: string;
}

@ObjectType()
export class TargetResultReported {
  @Field(() => TargetEntity) target: TargetEntity;
}

export const ReportTargetResultResult = refusalUnion('ReportTargetResultResult', TargetResultReported);
