import { MaxLength } from 'class-validator';
import { DateTimeScalar } from '@thidua/server';
import { Field, ID, InputType, Int, registerEnumType } from 'type-graphql';

export enum BallotChoice {
  YES = 'YES',
  NO = 'NO',
  BLANK = 'BLANK',
}
registerEnumType(BallotChoice, { name: 'BallotChoice' });

@InputType()
export class ScheduleSessionInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) councilId: string;
  @MaxLength(500) @Field(() => String) title: string;
  @Field(() => DateTimeScalar) heldAt: Date;
  @Field(() => [ID]) nominationIds: string[];
}

@InputType()
export class AbsenceInput {
  @Field(() => ID) personId: string;
  @MaxLength(500) @Field(() => String) reason: string;
}

@InputType()
export class SetAttendanceInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) sessionId: string;
  @Field(() => Int) version: number;
  @Field(() => [ID]) present: string[];
  @Field(() => [AbsenceInput], { defaultValue: [] }) absent: AbsenceInput[];
}

@InputType()
export class SessionActInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) id: string;
  @Field(() => Int) version: number;
}

@InputType()
export class DeclareConflictInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) lineId: string;
  @MaxLength(500) @Field(() => String) reason: string;
}

@InputType()
export class BallotChoiceInput {
  @Field(() => ID) lineId: string;
  @Field(() => BallotChoice) choice: BallotChoice;
}

@InputType()
export class CastBallotInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) roundId: string;
  @Field(() => [BallotChoiceInput], { description: 'Đúng một lựa chọn cho mỗi dòng có trên phiếu của mình.' }) choices: BallotChoiceInput[];
}
