import { Length } from 'class-validator';
import { LocalDateScalar } from '@thidua/server';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class GrantRoleInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID, { nullable: true, description: 'Người nhận vai trò; hoặc client.' }) personId?: string;
  @Field(() => String, { nullable: true, description: 'Mã hệ thống tích hợp.' }) client?: string;
  @Field(() => String) role: string;
  @Field(() => ID) scopeId: string;
  @Field(() => LocalDateScalar) from: string;
  @Field(() => LocalDateScalar, { nullable: true }) to?: string;
}

@InputType()
export class RevokeRoleInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @Field(() => LocalDateScalar, { description: 'Ngày cuối cùng còn giữ vai trò.' }) lastDay: string;
  @Field(() => String) @Length(3, 500) reason: string;
}
