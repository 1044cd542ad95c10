import { CacheControl, LocalDateScalar } from '@thidua/server';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { Comparator, type TargetKind } from '../enums.js';
import type { OrganisationRef } from '../references/stubs.js';
import type { MeasureCode } from './target.types.js';

/** One target of a plan: its words as printed, and how they are computed. Results are computed when asked, never stored. */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 300, scope: 'PUBLIC' })
@ObjectType('Target', { description: 'Chỉ tiêu của kế hoạch: nguyên văn và cách tính (R-157…R-173).' })
@Entity('target')
export class TargetEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'plan_id' }) planId: string;
  @Column({ type: 'uuid', name: 'subject_id' }) subjectId: string;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
  @Field(() => Int) @Column({ type: 'int' }) year: number;
  @Field(() => LocalDateScalar, { description: 'Ngày chốt: trước ngày này chưa đạt là “Chưa đạt”, sau đó là “Không đạt”.' })
  @Column({ type: 'date', name: 'cut_off' })
  cutOff: string;
  /** Days before the cut-off from which being below counts as not met and asks for attention. */
  @Column({ type: 'int', name: 'warn_days', default: 60 }) warnDays: number;
  @Column({ type: 'int' }) position: number;
  @Column({ type: 'text' }) key: string;
  @Field(() => String) @Column({ type: 'text' }) text: string;
  @Field(() => String) @Column({ type: 'text' }) section: string;
  @Field(() => String, { description: 'QUANTITATIVE ORDINAL RECOGNITION BY_REFERENCE QUALITATIVE' })
  @Column({ type: 'text' })
  kind: TargetKind;
  @Field(() => String) @Column({ type: 'text' }) measure: string;
  @Field(() => String, { description: 'Cách tính: STUDY TITLE RATING BODY_RATINGS RANK RECOGNITION TASKS TREND REFERENCE QUALITATIVE.' })
  @Column({ type: 'text', name: 'measure_code' })
  measureCode: MeasureCode;
  @Field(() => Comparator) @Column({ type: 'text' }) comparator: Comparator;
  @Field(() => String, { nullable: true, description: 'Số thập phân hoặc mức xếp loại; 100 khi kế hoạch chỉ ghi “vượt mức”.' })
  @Column({ type: 'text', nullable: true })
  value: string | null;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) unit: string | null;
  @Column({ type: 'text', name: 'denominator_text', nullable: true }) printedDenominator: string | null;
  @Field(() => String, {
    nullable: true,
    description: 'Cách đọc mẫu số: OUTER | WHOLE (chỉ tiêu “trong đó”, A-01); EVERY_SESSION | ANY_SESSION (học tập, A-03).',
  })
  @Column({ type: 'text', name: 'denominator_rule', nullable: true })
  denominatorRule: string | null;
  @Column({ type: 'boolean' }) collective: boolean;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'award_code', nullable: true }) awardCode: string | null;
  @Column({ type: 'text', nullable: true }) topic: string | null;
  @Field(() => Boolean, { description: '“trở lên”' }) @Column({ type: 'boolean', name: 'or_higher' }) orHigher: boolean;
  @Column({ type: 'uuid', name: 'outer_id', nullable: true }) outerId: string | null;
  /** The open inbox task about this target's risk, if any. */
  @Column({ type: 'uuid', name: 'risk_task_id', nullable: true }) riskTaskId: string | null;
  @Field(() => Int) @Column({ type: 'int' }) version: number;

  /** Facts of the subject as `@requires` brought them with the reference; not a column. */
  given?: OrganisationRef;
}
