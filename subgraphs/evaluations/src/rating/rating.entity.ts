import { LocalDateScalar } from '@thidua/server';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RatingGrade } from '../enums.js';

/** A yearly rating of a person or a body. Proposed by the head; counts only once decided. */
@ObjectType('Rating', { description: 'Xếp loại hằng năm; chỉ được tính khi đã có quyết định (R-181).' })
@Entity('rating')
export class RatingEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text', name: 'subject_type' }) subjectType: 'Person' | 'Organisation';
  @Column({ type: 'uuid', name: 'subject_id' }) subjectId: string;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  @Field(() => Int) @Column({ type: 'int' }) year: number;
  @Field(() => RatingGrade) @Column({ type: 'text' }) grade: RatingGrade;
  @Field(() => String, { description: 'PROPOSED | DECIDED' }) @Column({ type: 'text' }) state: 'PROPOSED' | 'DECIDED';
  @Field(() => String, { nullable: true, description: 'Kết quả nhiệm vụ làm căn cứ (R-180).' })
  @Column({ type: 'text', nullable: true })
  evidence: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'decision_number', nullable: true }) decisionNumber: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'decided_on', nullable: true }) decidedOn: string | null;
  @Column({ type: 'uuid', name: 'decided_by_id', nullable: true }) decidedById: string | null;
  /** The open inbox task that asks for this rating's decision. */
  @Column({ type: 'uuid', name: 'task_id', nullable: true }) taskId: string | null;
  @Field(() => Int) @Column({ type: 'int' }) version: number;
}
