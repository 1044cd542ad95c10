import { CacheControl } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum PersonCategory {
  CIVIL_SERVANT = 'CIVIL_SERVANT',
  PUBLIC_EMPLOYEE = 'PUBLIC_EMPLOYEE',
  WORKER = 'WORKER',
}
registerEnumType(PersonCategory, { name: 'PersonCategory', description: 'công chức | viên chức | người lao động (R-015).' });

/** One person in the province's service; where and since when stands in the postings. */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 60, scope: 'PRIVATE' })
@ObjectType('Person')
@Entity('person')
export class PersonEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String) @Column({ type: 'text', name: 'full_name' }) fullName: string;
  @Field(() => PersonCategory) @Column({ type: 'text' }) category: PersonCategory;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'job_title', nullable: true }) jobTitle: string | null;
  @Field(() => Boolean, { description: 'Trực tiếp thực hiện nhiệm vụ, không giữ chức vụ lãnh đạo (R-017).' })
  @Column({ type: 'boolean', name: 'is_direct_worker' })
  isDirectWorker: boolean;
  /** The `sub` of the identity provider. */
  @Column({ type: 'text', nullable: true }) subject: string | null;
  @Column({ type: 'text', name: 'email', nullable: true }) privateEmail: string | null;
  @Field(() => Int, { description: 'Dùng cho các thay đổi (recordPosting).' })
  @Column({ type: 'int' })
  version: number;
}
