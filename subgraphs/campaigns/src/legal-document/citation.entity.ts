import { Field, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One printing of a document in one plan, at its place; printings are kept though documents are merged. */
@ObjectType('Citation')
@Entity('citation')
export class CitationEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'plan_id' }) planId: string;
  @Column({ type: 'uuid', name: 'document_id' }) documentId: string;
  @Field(() => String, { description: 'BASIS | IMPLEMENTS | REFERENCE' }) @Column({ type: 'text' }) role: string;
  @Field(() => String) @Column({ type: 'text' }) printed: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'issuer_as_printed', nullable: true }) issuerAsPrinted:
    | string
    | null;
  @Column({ type: 'uuid', name: 'issuer_id', nullable: true }) issuerId: string | null;
  @Field(() => String) @Column({ type: 'text' }) section: string;
  @Field(() => Int) @Column({ type: 'int', name: 'start_at' }) start: number;
  @Field(() => Int) @Column({ type: 'int', name: 'end_at' }) end: number;
  @Column({ type: 'int' }) position: number;
}
