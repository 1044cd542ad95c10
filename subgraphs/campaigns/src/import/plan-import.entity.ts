import { Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportWarning, PlanExtract } from '../plan-import/plan-extract.js';
import type { MergeRow } from './merge.rules.js';

/** A prepared import: what was read and what a person still has to decide. Nothing else exists of the plan until it is confirmed. */
@ObjectType('PlanImport')
@Entity('plan_import')
export class PlanImportEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String) @Column({ type: 'text', name: 'file_name' }) fileName: string;
  @Column({ type: 'uuid', name: 'file_id', nullable: true }) fileId: string | null;
  @Field(() => String) @Column({ type: 'text' }) text: string;
  @Field(() => String, { description: 'PREPARED | CONFIRMED' }) @Column({ type: 'text' }) state: string;
  @Field(() => Int) @Column({ type: 'int' }) version: number;
  @Column({ type: 'jsonb', name: 'extract' }) read: PlanExtract;
  @Column({ type: 'jsonb', name: 'warnings' }) importWarnings: ImportWarning[];
  @Column({ type: 'jsonb', name: 'merges' }) mergeRows: MergeRow[];
  @Column({ type: 'text', name: 'content_key' }) contentKey: string;
  @Column({ type: 'uuid', name: 'duplicate_of_id', nullable: true }) duplicateOfId: string | null;
  @Column({ type: 'uuid', name: 'plan_id', nullable: true }) planId: string | null;
  @Column({ type: 'uuid', name: 'issuer_id', nullable: true }) issuerId: string | null;
  @Column({ type: 'uuid', name: 'issuer_department_id', nullable: true }) issuerDepartmentId: string | null;
  @Column({ type: 'boolean', name: 'issuer_is_guest' }) issuerIsGuest: boolean;
  /** The department whose office prepared it: only that office and the province see it. */
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Column({ type: 'text', name: 'created_by' }) createdBy: string;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}
