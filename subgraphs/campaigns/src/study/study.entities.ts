import { LocalDateScalar } from '@thidua/server';
import { Field, ID, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A session at which documents of the Party and the State are studied. */
@ObjectType('StudySession', { description: 'Buổi nghiên cứu, học tập, quán triệt (R-050).' })
@Entity('study_session')
export class StudySessionEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String) @Column({ type: 'text' }) title: string;
  @Field(() => LocalDateScalar) @Column({ type: 'date' }) date: string;
  @Field(() => [String], { description: 'Văn bản được học.' }) @Column({ type: 'text', array: true }) documents: string[];
  @Field(() => ID, { nullable: true, description: 'Buổi mà buổi này học bù.' })
  @Column({ type: 'uuid', name: 'make_up_for', nullable: true })
  makeUpFor: string | null;
}

export type AttendanceState = 'PRESENT' | 'MADE_UP' | 'ABSENT';

/** One person at one session; the department is the one he belonged to on that day. */
@Entity('study_attendance')
export class StudyAttendanceEntity {
  @PrimaryColumn({ type: 'uuid', name: 'session_id' }) sessionId: string;
  @PrimaryColumn({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Column({ type: 'text' }) state: AttendanceState;
  @Column({ type: 'date', name: 'made_up_on', nullable: true }) madeUpOn: string | null;
  /** Why he was absent, as the list says. */
  @Column({ type: 'text', nullable: true }) reason: string | null;
}
