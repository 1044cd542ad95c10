import { CacheControl, connectionType } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CampaignMention } from '../plan-import/campaigns.rules.js';
import type { ExtractedParagraph, ExtractedSection, ImportWarning } from '../plan-import/plan-extract.js';
import type { RecipientLine } from '../plan-import/recipients.rules.js';
import { PlanPeriod, PlanState, Signatory } from './plan.types.js';

/** Opening, parts and closing as printed. */
export interface PlanTree {
  readonly preamble: readonly ExtractedParagraph[];
  readonly sections: readonly ExtractedSection[];
  readonly closing: readonly ExtractedParagraph[];
}

/** A plan as its body wrote it: the text is never changed, everything read from it points back into it (R-059, decision 8). */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 600, scope: 'PUBLIC' })
@ObjectType('Plan')
@Entity('plan')
export class PlanEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String, { nullable: true, description: 'Trống cho đến khi cấp số (R-060).' })
  @Column({ type: 'text', nullable: true })
  number: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) symbol: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) place: string | null;
  @Field(() => String) @Column({ type: 'text' }) title: string;
  @Field(() => String) @Column({ type: 'text', name: 'document_type' }) documentType: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) theme: string | null;
  @Field(() => String, { nullable: true, description: 'Chủ đề của cấp nào: national | province | department (R-076).' })
  @Column({ type: 'text', name: 'theme_level', nullable: true })
  themeLevel: string | null;
  @Field(() => Int) @Column({ type: 'int' }) year: number;
  @Column({ type: 'int', name: 'date_year', nullable: true }) dateYear: number | null;
  @Column({ type: 'int', name: 'date_month', nullable: true }) dateMonth: number | null;
  @Column({ type: 'int', name: 'date_day', nullable: true }) dateDay: number | null;
  @Field(() => PlanState) @Column({ type: 'text' }) state: PlanState;
  @Field(() => Int) @Column({ type: 'int' }) version: number;
  @Column({ type: 'uuid', name: 'issuer_id', nullable: true }) issuerId: string | null;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  @Column({ type: 'boolean', name: 'is_guest' }) isGuest: boolean;
  @Field(() => String, { description: 'Nguyên văn; xuất kế hoạch chưa sửa cho lại đúng văn bản này.' })
  @Column({ type: 'text' })
  text: string;
  @Column({ type: 'uuid', name: 'source_file_id', nullable: true }) sourceFileId: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'source_file_name', nullable: true }) sourceFileName:
    | string
    | null;
  @Column({ type: 'text', name: 'content_key' }) contentKey: string;
  @Column({ type: 'text', name: 'identity_key' }) identityKey: string;
  @Field(() => Signatory, { nullable: true }) @Column({ type: 'jsonb' }) signatory: Signatory;
  @Field(() => PlanPeriod, { nullable: true }) @Column({ type: 'jsonb' }) period: PlanPeriod;
  @Column({ type: 'jsonb', name: 'sections' }) tree: PlanTree;
  @Column({ type: 'jsonb', name: 'recipients' }) recipientLines: RecipientLine[];
  @Column({ type: 'jsonb', name: 'warnings' }) importWarnings: ImportWarning[];
  /** Campaigns the plan refers to as a group without naming them. */
  @Column({ type: 'jsonb', name: 'groups' }) groups: CampaignMention[];
  @Column({ type: 'timestamptz', name: 'imported_at' }) importedAt: Date;
}

export const { Connection: PlanConnection, Edge: PlanEdge } = connectionType('Plan', () => PlanEntity);
