import { CacheControl, LocalDateScalar } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InitiativeState } from './initiative.states.js';

/** An initiative of one or more authors, recognised by decision, its influence judged apart (R-192…R-198). */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 300, scope: 'PUBLIC' })
@ObjectType('Initiative', { description: 'Sáng kiến, đề tài, giải pháp (R-192…R-198).' })
@Entity('initiative')
export class InitiativeEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String) @Column({ type: 'text' }) title: string;
  @Field(() => Int) @Column({ type: 'int' }) year: number;
  @Field(() => String, { description: 'SUBMITTED EXAMINING RECOGNISED REFUSED' }) @Column({ type: 'text' }) state: InitiativeState;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Field(() => String, { nullable: true, description: 'BASE DEPARTMENT PROVINCE; chỉ có sau khi được công nhận (R-195).' })
  @Column({ type: 'text', name: 'influence_scope', nullable: true })
  influenceScope: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'decision_number', nullable: true }) decisionNumber: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'decided_on', nullable: true }) decidedOn: string | null;
  @Column({ type: 'uuid', name: 'reused_by_id', nullable: true }) reusedById: string | null;
  @Field(() => Int) @Column({ type: 'int' }) version: number;
}

@Entity('initiative_author')
export class InitiativeAuthorEntity {
  @PrimaryColumn({ type: 'uuid', name: 'initiative_id' }) initiativeId: string;
  @PrimaryColumn({ type: 'uuid', name: 'person_id' }) personId: string;
  @Column({ type: 'int' }) percent: number;
}
