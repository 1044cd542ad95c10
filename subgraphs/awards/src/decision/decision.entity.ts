import { CacheControl, LocalDateScalar } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum DecisionState {
  DRAFT = 'DRAFT',
  ISSUED = 'ISSUED',
  CANCELLED = 'CANCELLED',
}
registerEnumType(DecisionState, { name: 'DecisionState' });

/** A decision of award: immutable once signed; corrected by a new decision. One award code per decision. */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 300, scope: 'PRIVATE' })
@ObjectType('Decision')
@Entity('decision')
export class DecisionEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => Int) @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'text', name: 'award_code' }) awardCode: string;
  @Field(() => Int) @Column({ type: 'int' }) year: number;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Column({ type: 'text', name: 'department_name' }) departmentName: string;
  /** Sequence alone, "429"; the graph prints it with its symbol. */
  @Column({ type: 'text', nullable: true })
  number: string | null;
  @Field(() => String) @Column({ type: 'text' }) symbol: string;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', nullable: true }) date: string | null;
  @Field(() => DecisionState) @Column({ type: 'text' }) state: DecisionState;
  @Field(() => String) @Column({ type: 'text' }) title: string;
  @Field(() => String) @Column({ type: 'text' }) text: string;
  @Column({ type: 'uuid', name: 'drafted_by', nullable: true }) draftedById: string | null;
  @Column({ type: 'uuid', name: 'signer_id', nullable: true }) signerId: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'signer_name', nullable: true }) signerName: string | null;
  @Field(() => String, { nullable: true, description: '“GIÁM ĐỐC” hoặc “KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC”.' })
  @Column({ type: 'text', name: 'signer_capacity', nullable: true })
  signerCapacity: string | null;
}
