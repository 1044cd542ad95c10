import { LocalDateScalar } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Whom a plan orders something; the party as printed, and the body it stands for when known. */
@ObjectType('Assignment')
@Entity('assignment')
export class AssignmentEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'plan_id' }) planId: string;
  @Field(() => String) @Column({ type: 'text' }) party: string;
  @Column({ type: 'uuid', name: 'organisation_id', nullable: true }) organisationId: string | null;
  @Field(() => String, { description: 'EXPLICIT | EMBEDDED' }) @Column({ type: 'text' }) kind: string;
  @Field(() => String) @Column({ type: 'text' }) section: string;
  @Column({ type: 'int' }) position: number;
}

@Directive('@key(fields: "id")')
@ObjectType('Duty', { description: 'Một nhiệm vụ, nguyên văn, cắt theo dấu chấm phẩy.' })
@Entity('duty')
export class DutyEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'assignment_id' }) assignmentId: string;
  @Column({ type: 'uuid', name: 'plan_id' }) planId: string;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  @Field(() => String) @Column({ type: 'text' }) text: string;
  @Field(() => [String]) @Column({ type: 'jsonb' }) clauses: string[];
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'due_date', nullable: true }) dueDate: string | null;
  @Column({ type: 'timestamptz', name: 'done_at', nullable: true }) doneAt: Date | null;
  @Column({ type: 'uuid', name: 'done_by', nullable: true }) doneBy: string | null;
  @Column({ type: 'timestamptz', name: 'late_task_at', nullable: true }) lateTaskAt: Date | null;
  @Column({ type: 'int' }) position: number;
  @Field(() => Int) @Column({ type: 'int' }) version: number;
}
