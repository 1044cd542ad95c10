import { ArrayMaxSize, Length, Matches } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class CreateWebhookInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => String, { description: 'https://…' }) @Length(8, 500) url: string;
  @Field(() => [String], { nullable: true, description: 'Chỉ các kiểu này; bỏ trống là tất cả.' })
  @ArrayMaxSize(50)
  @Matches(/^[A-Z]\w{0,60}$/, { each: true })
  typeNames?: string[];
}

/** Names one webhook and the version that was seen. */
@InputType()
export class WebhookInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}
