import { refusalUnion } from '@thidua/server';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { AwardTypeEntity } from '../award-type/award-type.entity.js';
import { NominationEntity } from './nomination.entity.js';

@ObjectType()
export class NominationSaved {
  @Field(() => NominationEntity) nomination: NominationEntity;
}

export const CreateNominationResult = refusalUnion('CreateNominationResult', NominationSaved);
export const UpdateNominationResult = refusalUnion('UpdateNominationResult', NominationSaved);
export const SubmitNominationResult = refusalUnion('SubmitNominationResult', NominationSaved);
export const WithdrawNominationResult = refusalUnion('WithdrawNominationResult', NominationSaved);
export const ReceiveNominationResult = refusalUnion('ReceiveNominationResult', NominationSaved);
export const ReturnNominationResult = refusalUnion('ReturnNominationResult', NominationSaved);
export const AppraiseNominationResult = refusalUnion('AppraiseNominationResult', NominationSaved);

@ObjectType({ description: 'Trần số lượng: là giới hạn, không phải chỉ tiêu (R-246).' })
export class Quota {
  @Field(() => AwardTypeEntity) award: AwardTypeEntity;
  @Field(() => Int) limit: number;
  @Field(() => Int) used: number;
  @Field(() => String) basis: string;
  @Field(() => String) source: string;
  @Field(() => Boolean) overrun: boolean;
  @Field(() => Int, { description: 'Số danh hiệu làm mẫu số.' }) base: number;
  @Field(() => String) percent: string;
  @Field(() => String, { description: 'floor | ceil | nearest, theo quy định của địa phương.' }) rounding: string;
  @Field(() => String, { nullable: true, description: 'Chỉ tiêu và trần không thể cùng đạt.' }) conflict: string | null;
  @Field(() => ID) departmentId: string;
}
