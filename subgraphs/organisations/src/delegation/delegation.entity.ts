import { Field, ID, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '@thidua/server';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** KT.: a deputy signs for the head, within a period and a kind of documents. */
@ObjectType('Delegation')
@Entity('delegation')
export class DelegationEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @Column({ type: 'uuid', name: 'from_id' }) fromId: string;
  @Column({ type: 'uuid', name: 'to_id' }) toId: string;
  @Field(() => String, { description: 'DEPUTY_FOR_HEAD = KT.' }) @Column({ type: 'text' }) capacity: string;
  @Field(() => String, { description: 'GUIDANCE | PLAN | AWARD_DECISION' }) @Column({ type: 'text' }) scope: string;
  @Field(() => LocalDateScalar) @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
}
