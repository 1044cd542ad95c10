import { LocalDateScalar } from '@thidua/server';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session in which staff study the documents of the year's list; make-up sessions point at the one they repeat. */
@ObjectType('StudySession')
@Entity('study_session')
export class StudySessionEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Field(() => String) @Column({ type: 'text' }) title: string;
  @Field(() => LocalDateScalar) @Column({ type: 'date' }) date: string;
  @Field(() => [String]) @Column({ type: 'jsonb' }) documents: string[];
  @Field(() => ID, { nullable: true }) @Column({ type: 'uuid', name: 'make_up_for', nullable: true }) makeUpFor: string | null;
}

export type AttendanceState = 'ATTENDED' | 'MADE_UP' | 'MISSED';

@Entity('study_attendance')
export class StudyAttendanceEntity {
  @PrimaryColumn({ type: 'uuid', name: 'session_id' }) sessionId: string;
  @PrimaryColumn({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'text' }) state: AttendanceState;
  @Column({ type: 'text', nullable: true }) reason: string | null;
}
