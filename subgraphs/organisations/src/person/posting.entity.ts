import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '@thidua/server';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Where a person serves, from when to when; percentages are computed for any cut-off day from these. */
@ObjectType('Posting')
@Entity('posting')
export class PostingEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  @Field(() => String) @Column({ type: 'text' }) title: string;
  @Field(() => LocalDateScalar, { name: 'from' }) @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Field(() => LocalDateScalar, { name: 'to', nullable: true }) @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo:
    | string
    | null;
  @Column({ type: 'text', name: 'leave_reason', nullable: true }) leaveReason: string | null;
}

/** Party, union and youth membership; council seats are shown beside them. */
@Entity('membership')
export class MembershipEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @Column({ type: 'text' }) role: string;
  @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
}

/** Absence in working days of a year, for the rules on titles. */
@Entity('leave')
export class LeaveEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'int', name: 'working_days' }) workingDays: number;
  @Column({ type: 'int' }) year: number;
}

@Entity('discipline')
export class DisciplineEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'text' }) kind: string;
  @Column({ type: 'text' }) state: string;
  @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
}
