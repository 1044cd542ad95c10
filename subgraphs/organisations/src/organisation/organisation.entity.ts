import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { CacheControl, LocalDateScalar } from '@thidua/server';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RoleScope } from '../role/role-scope.type.js';

export enum OrganisationKind {
  CENTRAL = 'CENTRAL',
  MINISTRY = 'MINISTRY',
  PROVINCE = 'PROVINCE',
  PROVINCIAL_BODY = 'PROVINCIAL_BODY',
  DEPARTMENT = 'DEPARTMENT',
  DIVISION = 'DIVISION',
  UNIT = 'UNIT',
  COMMUNE = 'COMMUNE',
  DISTRICT_LEGACY = 'DISTRICT_LEGACY',
  PARTY = 'PARTY',
  UNION = 'UNION',
  YOUTH = 'YOUTH',
  COUNCIL_BODY = 'COUNCIL_BODY',
  ENTERPRISE = 'ENTERPRISE',
}
export enum UnitRelation {
  BELONGS = 'BELONGS',
  DIRECTLY_UNDER = 'DIRECTLY_UNDER',
}
export enum SuperiorLine {
  ADMINISTRATIVE = 'ADMINISTRATIVE',
  PROFESSIONAL = 'PROFESSIONAL',
  PARTY = 'PARTY',
}

registerEnumType(OrganisationKind, { name: 'OrganisationKind' });
registerEnumType(UnitRelation, { name: 'UnitRelation', description: 'thuộc | trực thuộc (R-002).' });
registerEnumType(SuperiorLine, { name: 'SuperiorLine', description: 'Chính quyền | ngành dọc | Đảng (R-006).' });

/** One body of the tree: from central bodies to divisions, with Party, union and youth linked beside it. */
@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 600, scope: 'PUBLIC' })
@ObjectType('Organisation', { implements: RoleScope, description: 'Cơ quan, tổ chức, đơn vị. Bản sắc = tên + tỉnh (R-011).' })
@Entity('organisation')
export class OrganisationEntity implements RoleScope {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String, { nullable: true, description: 'Duy nhất trong toàn đồ thị; tổ chức tỉnh bạn mang mã tỉnh.' })
  @Column({ type: 'text', nullable: true })
  code: string | null;
  @Field(() => String) @Column({ type: 'text' }) name: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', name: 'short_name', nullable: true }) shortName: string | null;
  @Field(() => OrganisationKind) @Column({ type: 'text' }) kind: OrganisationKind;
  @Field(() => UnitRelation, { nullable: true }) @Column({ type: 'text', nullable: true }) relation: UnitRelation | null;
  @Field(() => Boolean, { description: 'Của tỉnh bạn: không có nhân sự, không có cổng.' })
  @Column({ type: 'boolean', name: 'is_guest' })
  isGuest: boolean;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'valid_from', nullable: true }) validFrom: string | null;
  @Field(() => LocalDateScalar, { nullable: true }) @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
  @Column({ type: 'uuid', name: 'parent_id', nullable: true }) parentId: string | null;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
  @Column({ type: 'uuid', name: 'province_id', nullable: true }) provinceId: string | null;
  @Column({ type: 'int' }) position: number;
  @Column({ type: 'int' }) version: number;
}

@Entity('organisation_superior')
export class SuperiorEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'text' }) line: SuperiorLine;
  @PrimaryColumn({ type: 'uuid', name: 'superior_id' }) superiorId: string;
  @Column({ type: 'date', name: 'valid_from', nullable: true }) validFrom: string | null;
  @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
}

@Entity('organisation_alias')
export class AliasEntity {
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'text' }) alias: string;
}

/** One line of superiors: award submissions and directions can go up either. */
@ObjectType()
export class Superior {
  @Field(() => SuperiorLine) line: SuperiorLine;
  @Field(() => OrganisationEntity) organisation: OrganisationEntity;
}
