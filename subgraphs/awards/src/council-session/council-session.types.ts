import { LocalDateScalar, refusalUnion } from '@thidua/server';
import { Field, Int, ObjectType } from 'type-graphql';
import { PersonRef } from '../references/stubs.js';
import { CouncilSessionEntity, VotingRoundEntity } from './council-session.entity.js';

@ObjectType({ description: 'Túc số: phần tổng số ủy viên, làm tròn lên.' })
export class Quorum {
  @Field(() => Int) present: number;
  @Field(() => Int) total: number;
  @Field(() => Int) needed: number;
  @Field(() => Boolean) met: boolean;
  @Field(() => String) source: string;
}

@ObjectType()
export class Attendance {
  @Field(() => PersonRef, { nullable: true }) person: PersonRef;
  @Field(() => String) name: string;
  @Field(() => String) seat: string;
  @Field(() => Boolean) present: boolean;
  @Field(() => String, { nullable: true }) reason: string | null;
}

@ObjectType({ description: 'Tỷ lệ phải đạt, tính trên tổng số ủy viên, không làm tròn.' })
export class Threshold {
  @Field(() => String) percent: string;
  @Field(() => String) denominator: string;
  @Field(() => String) source: string;
  @Field(() => String) confidence: string;
}

@ObjectType({ description: 'Kết quả kiểm phiếu một dòng; đồng ý + không + trắng + không hợp lệ + không bỏ = tổng (R-238).' })
export class VoteCount {
  @Field(() => Int) yes: number;
  @Field(() => Int) no: number;
  @Field(() => Int) blank: number;
  @Field(() => Int) invalid: number;
  @Field(() => Int, { description: 'Ủy viên không bỏ phiếu cho dòng này, kể cả người khai xung đột.' }) absent: number;
  @Field(() => Int, { description: 'Trong số đó, ủy viên đã khai xung đột lợi ích.' }) conflicted: number;
  @Field(() => Int) total: number;
  @Field(() => Int) needed: number;
  @Field(() => String) percent: string;
  @Field(() => Boolean) passed: boolean;
}

@ObjectType({ description: 'Xung đột lợi ích đã khai (R-191).' })
export class LineConflict {
  @Field(() => String) memberName: string;
  @Field(() => String) reason: string;
}

@ObjectType()
export class SessionSaved {
  @Field(() => CouncilSessionEntity) session: CouncilSessionEntity;
}

@ObjectType()
export class RoundSaved {
  @Field(() => VotingRoundEntity) round: VotingRoundEntity;
}

@ObjectType({ description: 'Biên nhận: chứng tỏ đã bỏ phiếu, không cho biết bỏ thế nào.' })
export class BallotCast {
  @Field(() => String) receipt: string;
  @Field(() => LocalDateScalar) votedAt: string;
}

export const ScheduleSessionResult = refusalUnion('ScheduleSessionResult', SessionSaved);
export const SetAttendanceResult = refusalUnion('SetAttendanceResult', SessionSaved);
export const OpenSessionResult = refusalUnion('OpenSessionResult', SessionSaved);
export const OpenRoundResult = refusalUnion('OpenRoundResult', RoundSaved);
export const CloseRoundResult = refusalUnion('CloseRoundResult', RoundSaved);
export const DeclareConflictResult = refusalUnion('DeclareConflictResult', RoundSaved);
export const CastBallotResult = refusalUnion('CastBallotResult', BallotCast);
