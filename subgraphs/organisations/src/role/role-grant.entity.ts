import type { RoleCode, ScopeKind } from '@thidua/contracts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar } from '@thidua/server';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A role held by a person or client in a scope, dated. The token says only who; this says what (decision 10). */
@ObjectType('RoleGrant')
@Entity('role_grant')
export class RoleGrantEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  /** person | client */
  @Column({ type: 'text', name: 'subject_kind' }) subjectKind: 'person' | 'client';
  /** Person id, or client key. */
  @Column({ type: 'text', name: 'subject_id' }) subjectId: string;
  @Field(() => String) @Column({ type: 'text' }) role: RoleCode;
  @Column({ type: 'text', name: 'scope_kind' }) scopeKind: ScopeKind;
  @Column({ type: 'text', name: 'scope_id' }) scopeId: string;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
  @Field(() => LocalDateScalar) @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
  @Field(() => Int) @Column({ type: 'int' }) version: number;
}

/** A system that reads the graph for an integrator: not a person (decision 30). */
@Entity('client')
export class ClientEntity {
  @PrimaryColumn({ type: 'text' }) key: string;
  @Column({ type: 'uuid' }) id: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', name: 'owner_name', nullable: true }) ownerName: string | null;
}
