import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A person's own registration for a title of a year. Voluntary: nobody is registered by another (L-01). */
@ObjectType('Registration', { description: 'Đăng ký thi đua của cá nhân; tự nguyện (L-01, R-123).' })
@Entity('registration')
export class RegistrationEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  @Field(() => Int) @Column({ type: 'int' }) year: number;
  @Field(() => String, { description: 'Mã danh hiệu đăng ký.' }) @Column({ type: 'text', name: 'award_code' }) awardCode: string;
  @Column({ type: 'uuid', name: 'campaign_id', nullable: true }) campaignId: string | null;
  @Field(() => String, { description: 'REGISTERED | WITHDRAWN' }) @Column({ type: 'text' }) state: 'REGISTERED' | 'WITHDRAWN';
}
