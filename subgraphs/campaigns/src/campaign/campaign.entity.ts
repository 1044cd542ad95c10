import { CacheControl, connectionType } from '@thidua/server';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';

export enum CampaignKind {
  REGULAR = 'REGULAR',
  THEMATIC = 'THEMATIC',
  DRIVE = 'DRIVE',
}
registerEnumType(CampaignKind, { name: 'CampaignKind', description: 'thường xuyên | chuyên đề | theo đợt (R-105).' });
export enum InitiatorLevel {
  NATIONAL = 'NATIONAL',
  PROVINCE = 'PROVINCE',
  DEPARTMENT = 'DEPARTMENT',
  UNIT = 'UNIT',
  UNION = 'UNION',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(InitiatorLevel, { name: 'InitiatorLevel' });

/** A campaign, once, however plans spell it; the cascade runs national → province → department. */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 600, scope: 'PUBLIC' })
@ObjectType('Campaign')
@Entity('campaign')
export class CampaignEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String) @Column({ type: 'text' }) name: string;
  @Field(() => CampaignKind) @Column({ type: 'text' }) kind: CampaignKind;
  @Field(() => InitiatorLevel) @Column({ type: 'text', name: 'initiator_level' }) initiatorLevel: InitiatorLevel;
  @Column({ type: 'uuid', name: 'initiator_id', nullable: true }) initiatorId: string | null;
  @Column({ type: 'uuid', name: 'parent_id', nullable: true }) parentId: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'period_text', nullable: true }) periodText: string | null;
  @Field(() => String, { description: 'RUNNING | ENDED | PLANNED' }) @Column({ type: 'text' }) state: string;
  @Column({ type: 'text' }) key: string;
  /** Key of the campaign above, also while no plan has named that one yet. */
  @Column({ type: 'text', name: 'parent_key', nullable: true }) parentKey: string | null;
}

/** What one plan says about a campaign; contradictions stand beside each other. */
@ObjectType('CampaignAssertion')
@Entity('campaign_assertion')
export class CampaignAssertionEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'campaign_id' }) campaignId: string;
  @Column({ type: 'uuid', name: 'plan_id' }) planId: string;
  @Field(() => String) @Column({ type: 'text', name: 'name_as_printed' }) nameAsPrinted: string;
  @Field(() => InitiatorLevel) @Column({ type: 'text', name: 'initiator_level' }) initiatorLevel: InitiatorLevel;
  @Field(() => String) @Column({ type: 'text' }) section: string;
  @Field(() => String, { description: 'OWN | PARENT | MENTION' }) @Column({ type: 'text' }) kind: string;
  @Column({ type: 'int' }) position: number;
}

export const { Connection: CampaignConnection, Edge: CampaignEdge } = connectionType('Campaign', () => CampaignEntity);
