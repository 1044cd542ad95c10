import { connectionType, LocalDateScalar, refusalUnion } from '@thidua/server';
import { MaxLength, MinLength } from 'class-validator';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PersonRef } from '../references/stubs.js';
import { InitiativeEntity } from './initiative.entity.js';

@ObjectType()
export class InitiativeAuthor {
  @Field(() => PersonRef, { nullable: true }) person: PersonRef | null;
  @Field(() => Int, { description: 'Tỷ lệ đóng góp; tổng của một sáng kiến là 100 (R-193).' }) percent: number;
}

export const { Connection: InitiativeConnection } = connectionType<InitiativeEntity>('Initiative', () => InitiativeEntity);

@InputType()
export class RecogniseInitiativeInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
  @MinLength(1) @MaxLength(100) @Field(() => String) decisionNumber: string;
  @Field(() => LocalDateScalar) decidedOn: string;
}

@ObjectType()
export class InitiativeRecognised {
  @Field(() => InitiativeEntity) initiative: InitiativeEntity;
}

export const RecogniseInitiativeResult = refusalUnion('RecogniseInitiativeResult', InitiativeRecognised);
