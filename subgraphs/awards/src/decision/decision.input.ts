import { Field, ID, InputType, Int } from 'type-graphql';

@InputType()
export class DraftDecisionInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) organisationId: string;
  @Field(() => [ID]) nominationIds: string[];
  @Field(() => String) award: string;
  @Field(() => Int) year: number;
}

@InputType()
export class SignDecisionInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}
