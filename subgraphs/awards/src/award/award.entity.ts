import { CacheControl } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { NomineeType } from '../references/nominee.js';

/** A line of the register: what was awarded to whom. Department and unit are frozen at the decision. */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 300, scope: 'PUBLIC' })
@ObjectType('Award')
@Entity('award')
export class AwardEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text', name: 'award_code' }) awardCode: string;
  @Field(() => Int) @Column({ type: 'int' }) year: number;
  @Column({ type: 'text', name: 'nominee_type' }) nomineeType: NomineeType;
  @Column({ type: 'uuid', name: 'nominee_id' }) nomineeId: string;
  @Field(() => String) @Column({ type: 'text', name: 'recipient_name' }) recipientName: string;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  @Column({ type: 'uuid', name: 'province_id', nullable: true }) provinceId: string | null;
  @Column({ type: 'uuid', name: 'decision_id' }) decisionId: string;
  @Column({ type: 'uuid', name: 'nomination_id', nullable: true }) nominationId: string | null;
  @Field(() => String, { description: 'IN_FORCE | CANCELLED.' }) @Column({ type: 'text' }) status: string;
  @Field(() => Boolean, { description: 'Không tính khi đột xuất, chuyên đề (L-06).' })
  @Column({ type: 'boolean', name: 'counts_for_merit' })
  countsForMerit: boolean;
  @Field(() => String, { description: 'Mã tra cứu công khai.' })
  @Column({ type: 'text', name: 'certificate_code' })
  certificateCode: string;
}
