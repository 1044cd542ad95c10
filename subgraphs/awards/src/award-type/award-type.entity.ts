import { CacheControl, LocalDateScalar } from '@thidua/server';
import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Condition } from '../eligibility/condition.types.js';

export enum AwardKind {
  TITLE = 'TITLE',
  FORM = 'FORM',
}
registerEnumType(AwardKind, { name: 'AwardKind', description: 'Danh hiệu thi đua | hình thức khen thưởng (R-226).' });

/** A title or form of the catalogue. Which criteria hold is in its rule sets, by date. */
@Directive('@key(fields: "code")')
@CacheControl({ maxAge: 3_600, scope: 'PUBLIC' })
@ObjectType('AwardType', { description: 'Danh hiệu hoặc hình thức trong danh mục (R-222).' })
@Entity('award_type')
export class AwardTypeEntity {
  @Field(() => String) @PrimaryColumn({ type: 'text' }) code: string;
  @Field(() => String) @Column({ type: 'text' }) name: string;
  @Field(() => String) @Column({ type: 'text', name: 'name_en' }) nameEn: string;
  @Field(() => AwardKind) @Column({ type: 'text' }) kind: AwardKind;
  @Field(() => String, { description: 'base | department | province | ministry | state.' }) @Column({ type: 'text' }) level: string;
  @Field(() => [String]) @Column({ type: 'text', array: true }) recipients: string[];
  @Field(() => [String], { name: 'authorityCodes' }) @Column({ type: 'text', array: true }) authorities: string[];
  @Field(() => String) @Column({ type: 'text' }) citation: string;
  @Field(() => String, { description: 'verified | partly_verified: how sure the text of the rule is.' })
  @Column({ type: 'text' })
  confidence: string;
  @Column({ type: 'text' }) note: string;
  @Column({ type: 'int' }) position: number;
}

/** One dated text of the criteria of an award; a draft is stored disabled and never decides. */
@ObjectType('RuleSet')
@Entity('rule_set')
export class RuleSetEntity {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'text', name: 'award_code' }) awardCode: string;
  @Field(() => LocalDateScalar) @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
  @Field(() => String) @Column({ type: 'text' }) source: string;
  @Field(() => String) @Column({ type: 'text' }) status: string;
  @Field(() => Boolean) @Column({ type: 'boolean' }) enabled: boolean;
  @Column({ type: 'jsonb' }) conditions: Condition;
  @Column({ type: 'text' }) article: string;
}

/** Who may decide an award. */
@Entity('authority')
export class AuthorityEntity {
  @PrimaryColumn({ type: 'text' }) code: string;
  @Column({ type: 'text' }) name: string;
  @Column({ type: 'text', name: 'name_en' }) nameEn: string;
}
