import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';
import { ConnectionArgs } from '@thidua/server';
import { IsIn, MaxLength, Min } from 'class-validator';
import { NominationState } from './nomination.entity.js';

@InputType()
export class CreateNominationInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID, { nullable: true, description: 'Đúng một trong personId, organisationId.' }) personId?: string;
  @Field(() => ID, { nullable: true }) organisationId?: string;
  @Field(() => String) award: string;
  @Min(1945) @Field(() => Int) year: number;
  @MaxLength(20_000) @Field(() => String, { defaultValue: '' }) achievement: string;
  @IsIn(['MERIT', 'AD_HOC', 'CAMPAIGN'])
  @Field(() => String, { defaultValue: 'MERIT', description: 'MERIT | AD_HOC | CAMPAIGN (R-227).' })
  ground: string;
}

@InputType()
export class DossierPartInput {
  @Field(() => String) code: string;
  @Field(() => Boolean) present: boolean;
  @MaxLength(2000) @Field(() => String, { nullable: true }) note?: string;
}

@InputType()
export class UpdateNominationInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @MaxLength(20_000) @Field(() => String, { nullable: true }) achievement?: string;
  @Field(() => [DossierPartInput], { nullable: true }) parts?: DossierPartInput[];
}

@InputType()
export class SubmitNominationInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @MaxLength(2000) @Field(() => String, { nullable: true }) overrideReason?: string;
  @Field(() => [String], { nullable: true, description: 'Mã các điều kiện cần người xác nhận mà người gửi xác nhận.' })
  confirmations?: string[];
}

@InputType()
export class NominationActInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @MaxLength(2000) @Field(() => String, { nullable: true }) reason?: string;
}

@InputType()
export class ReturnNominationInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @MaxLength(2000) @Field(() => String) reason: string;
}

@InputType()
export class AppraiseNominationInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @MaxLength(5000) @Field(() => String) opinion: string;
  @Field(() => String, { description: 'AGREE đồng ý · REFUSE không đồng ý · RETURN trả bổ sung.' }) verdict: string;
}

@ArgsType()
export class NominationListArgs extends ConnectionArgs {
  @Field(() => Int) year: number;
  @Field(() => String, { nullable: true }) award?: string;
  @Field(() => NominationState, { nullable: true }) state?: NominationState;
  @Field(() => String, { nullable: true }) search?: string;
}
