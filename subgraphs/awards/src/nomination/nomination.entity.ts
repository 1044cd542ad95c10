import { DateTimeScalar, LocalDateScalar } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Assessment, Text } from '../eligibility/assessment.types.js';
import type { SubjectFacts } from '../eligibility/subject.facts.js';
import type { NomineeType } from '../references/nominee.js';

export enum NominationState {
  DRAFT = 'DRAFT',
  UNIT_REVIEW = 'UNIT_REVIEW',
  SUBMITTED = 'SUBMITTED',
  RECEIVED = 'RECEIVED',
  APPRAISING = 'APPRAISING',
  SUPPLEMENT = 'SUPPLEMENT',
  COUNCIL_SESSION = 'COUNCIL_SESSION',
  VOTED = 'VOTED',
  DECIDED = 'DECIDED',
  RETURNED = 'RETURNED',
  REJECTED = 'REJECTED',
  WITHDRAWN = 'WITHDRAWN',
  SUSPENDED = 'SUSPENDED',
}
registerEnumType(NominationState, { name: 'NominationState' });

/** A proposal of one award for one nominee in one year, with the snapshot it was judged by. */
@Directive('@key(fields: "id")')
@ObjectType('Nomination', { description: 'Đề nghị khen thưởng. Nội dung hồ sơ chỉ người có quyền trong phạm vi mới xem được (R-054).' })
@Entity('nomination')
export class NominationEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => Int) @Column({ type: 'int', default: 1 }) version: number;
  @Column({ type: 'text', name: 'award_code' }) awardCode: string;
  @Field(() => Int) @Column({ type: 'int' }) year: number;
  @Column({ type: 'text', name: 'nominee_type' }) nomineeType: NomineeType;
  @Column({ type: 'uuid', name: 'nominee_id' }) nomineeId: string;
  @Field(() => String) @Column({ type: 'text', name: 'nominee_name' }) nomineeName: string;
  @Column({ type: 'uuid', name: 'department_id' }) departmentId: string;
  @Column({ type: 'uuid', name: 'unit_id', nullable: true }) unitId: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'unit_name', nullable: true }) unitName: string | null;
  @Column({ type: 'uuid', name: 'province_id', nullable: true }) provinceId: string | null;
  @Field(() => NominationState) @Column({ type: 'text' }) state: NominationState;
  @Field(() => String, { description: 'MERIT công trạng · AD_HOC đột xuất · CAMPAIGN chuyên đề (R-227).' })
  @Column({ type: 'text', default: 'MERIT' })
  ground: string;
  @Field(() => String) @Column({ type: 'text' }) achievement: string;
  @Column({ type: 'jsonb', nullable: true }) assessment: Assessment | null;
  @Column({ type: 'jsonb', nullable: true, select: false }) facts: SubjectFacts | null;
  @Column({ type: 'uuid', name: 'rule_set_id', nullable: true }) ruleSetId: string | null;
  @Column({ type: 'jsonb', name: 'petition_notice', nullable: true }) petitionNoticeText: Text | null;
  @Column({ type: 'jsonb', name: 'warnings' }) warningTexts: Text[];
  @Field(() => String, { nullable: true, description: 'Lý do của người đứng đầu khi vượt tham số của địa phương.' })
  @Column({ type: 'text', name: 'override_reason', nullable: true })
  overrideReason: string | null;
  @Field(() => String, { nullable: true, description: 'Ý kiến thẩm định.' })
  @Column({ type: 'text', name: 'appraisal_opinion', nullable: true })
  appraisalOpinion: string | null;
  @Column({ type: 'uuid', name: 'proposed_by', nullable: true }) proposedById: string | null;
  @Column({ type: 'text', name: 'proposed_by_name', nullable: true }) proposedByName: string | null;
  @Column({ type: 'uuid', name: 'submitted_by', nullable: true }) submittedById: string | null;
  @Field(() => LocalDateScalar, { nullable: true, description: 'Ngày tiếp nhận: xác định bộ quy tắc áp dụng.' })
  @Column({ type: 'date', name: 'received_on', nullable: true })
  receivedOn: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'due_date', nullable: true }) dueDate: string | null;
  @Column({ type: 'uuid', name: 'decision_id', nullable: true }) decisionId: string | null;
  @Column({ type: 'timestamptz', name: 'created_at' }) createdAt: Date;
}

@Entity('dossier_part')
export class DossierPartEntity {
  @PrimaryColumn({ type: 'uuid', name: 'nomination_id' }) nominationId: string;
  @PrimaryColumn({ type: 'text' }) code: string;
  @Column({ type: 'boolean' }) required: boolean;
  @Column({ type: 'boolean' }) present: boolean;
  @Column({ type: 'text', nullable: true }) note: string | null;
  @Column({ type: 'int' }) position: number;
}

@ObjectType({ description: 'Thành phần hồ sơ (R-232).' })
export class DossierPart {
  @Field(() => String) code: string;
  @Field(() => String) name: string;
  @Field(() => Boolean) required: boolean;
  @Field(() => Boolean) present: boolean;
  @Field(() => String, { nullable: true }) note: string | null;
}

@ObjectType('NominationStep', { description: 'Một bước của hồ sơ: ai, với vai nào, vì sao.' })
@Entity('nomination_step')
export class NominationStepEntity {
  @PrimaryColumn({ type: 'bigint', generated: 'increment' }) seq: string;
  @Column({ type: 'uuid', name: 'nomination_id' }) nominationId: string;
  @Field(() => DateTimeScalar) @Column({ type: 'timestamptz' }) at: Date;
  @Field(() => String, { name: 'from' }) @Column({ type: 'text', name: 'from_state' }) fromState: string;
  @Field(() => String, { name: 'to' }) @Column({ type: 'text', name: 'to_state' }) toState: string;
  @Column({ type: 'text', name: 'actor_id' }) actorId: string;
  @Field(() => String) @Column({ type: 'text', name: 'actor_name' }) actorName: string;
  @Field(() => String) @Column({ type: 'text' }) role: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) reason: string | null;
}
