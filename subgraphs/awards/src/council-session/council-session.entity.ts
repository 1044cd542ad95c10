import { DateTimeScalar } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Tally } from './tally.rules.js';

export enum SessionState {
  SCHEDULED = 'SCHEDULED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
  MINUTED = 'MINUTED',
}
export enum RoundState {
  PREPARED = 'PREPARED',
  OPEN = 'OPEN',
  CLOSED = 'CLOSED',
}
registerEnumType(SessionState, { name: 'SessionState' });
registerEnumType(RoundState, { name: 'RoundState' });

@Directive('@key(fields: "id")')
@ObjectType('CouncilSession', { description: 'Phiên họp Hội đồng: thành phần, túc số, các vòng bỏ phiếu, biên bản (R-237).' })
@Entity('council_session')
export class CouncilSessionEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => Int) @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'uuid', name: 'council_id' }) councilId: string;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Field(() => String) @Column({ type: 'text' }) title: string;
  @Field(() => DateTimeScalar) @Column({ type: 'timestamptz', name: 'held_at' }) heldAt: Date;
  @Field(() => SessionState) @Column({ type: 'text' }) state: SessionState;
  @Column({ type: 'text', name: 'quorum_fraction' }) quorumFraction: string;
  @Column({ type: 'text', name: 'quorum_source' }) quorumSource: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) minutes: string | null;
}

/** A seat as it was on the day the session was called; the denominator of every vote. */
@Entity('session_seat')
export class SessionSeatEntity {
  @PrimaryColumn({ type: 'uuid', name: 'session_id' }) sessionId: string;
  @PrimaryColumn({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text' }) seat: string;
  @Column({ type: 'boolean' }) present: boolean;
  @Column({ type: 'text', nullable: true }) reason: string | null;
  @Column({ type: 'int' }) position: number;
}

@Directive('@key(fields: "id")')
@ObjectType('VotingRound', { description: 'Một vòng bỏ phiếu cho một danh hiệu, hình thức. Số phiếu chỉ có sau khi đóng (R-238).' })
@Entity('voting_round')
export class VotingRoundEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => Int) @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'uuid', name: 'session_id' }) sessionId: string;
  @Column({ type: 'text', name: 'award_code' }) awardCode: string;
  @Field(() => String, { description: 'SECRET: phiếu kín.' }) @Column({ type: 'text' }) ballot: string;
  @Field(() => RoundState) @Column({ type: 'text' }) state: RoundState;
  @Column({ type: 'int' }) position: number;
  @Field(() => DateTimeScalar, { nullable: true }) @Column({ type: 'timestamptz', name: 'opens_at', nullable: true }) opensAt: Date | null;
  @Field(() => DateTimeScalar, { nullable: true })
  @Column({ type: 'timestamptz', name: 'closes_at', nullable: true })
  closesAt: Date | null;
  @Column({ type: 'text', name: 'threshold' }) thresholdPercent: string;
  @Column({ type: 'text', name: 'threshold_source' }) thresholdSource: string;
  @Column({ type: 'text', name: 'threshold_confidence' }) thresholdConfidence: string;
}

@ObjectType('BallotLine')
@Entity('ballot_line')
export class BallotLineEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'round_id' }) roundId: string;
  @Column({ type: 'uuid', name: 'nomination_id' }) nominationId: string;
  @Column({ type: 'int' }) position: number;
  @Column({ type: 'jsonb', nullable: true, name: 'result' }) tally: Tally | null;
}

@Entity('line_conflict')
export class LineConflictEntity {
  @PrimaryColumn({ type: 'uuid', name: 'line_id' }) lineId: string;
  @PrimaryColumn({ type: 'uuid', name: 'member_id' }) memberId: string;
  @Column({ type: 'text', name: 'member_name' }) memberName: string;
  @Column({ type: 'text' }) reason: string;
  @Column({ type: 'timestamptz', name: 'declared_at' }) declaredAt: Date;
}
