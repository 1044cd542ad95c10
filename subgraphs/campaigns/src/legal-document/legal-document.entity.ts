import { CacheControl, connectionType } from '@thidua/server';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum DocumentStatus {
  IN_FORCE = 'IN_FORCE',
  REPLACED = 'REPLACED',
  EXPIRED = 'EXPIRED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(DocumentStatus, { name: 'DocumentStatus', description: 'Hiệu lực; UNKNOWN khi chưa ai xác nhận (R-072).' });

/** A legal document, stored once: type, number, canonical issuer and date are its identity (decision 4, R-066). */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 3_600, scope: 'PUBLIC' })
@ObjectType('LegalDocument')
@Entity('legal_document')
export class LegalDocumentEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) number: string | null;
  @Field(() => String) @Column({ type: 'text' }) type: string;
  @Field(() => String, { nullable: true, description: 'Cơ quan ban hành như in lần đầu.' })
  @Column({ type: 'text', nullable: true })
  issuer: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) subject: string | null;
  @Field(() => String) @Column({ type: 'text' }) name: string;
  @Field(() => DocumentStatus) @Column({ type: 'text' }) status: DocumentStatus;
  @Field(() => Boolean, { description: 'Chỉ các quy tắc dựa vào, không kế hoạch nào viện dẫn.' })
  @Column({ type: 'boolean', name: 'rule_only' })
  ruleOnly: boolean;
  @Column({ type: 'int', nullable: true }) year: number | null;
  @Column({ type: 'int', nullable: true }) month: number | null;
  @Column({ type: 'int', nullable: true }) day: number | null;
  @Column({ type: 'text', name: 'identity_key' }) identityKey: string;
  @Column({ type: 'text', name: 'number_key' }) numberKey: string;
  @Column({ type: 'text', name: 'place_key' }) placeKey: string;
  @Column({ type: 'boolean', name: 'is_guest' }) isGuest: boolean;
}

export const { Connection: LegalDocumentConnection, Edge: LegalDocumentEdge } = connectionType('LegalDocument', () => LegalDocumentEntity);
