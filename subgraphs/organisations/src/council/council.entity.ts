import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { CacheControl, LocalDateScalar } from '@thidua/server';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RoleScope } from '../role/role-scope.type.js';

export enum CouncilKind {
  EMULATION = 'EMULATION',
  INITIATIVE = 'INITIATIVE',
  INFLUENCE = 'INFLUENCE',
}
registerEnumType(CouncilKind, {
  name: 'CouncilKind',
  description: 'Thi đua - khen thưởng | sáng kiến | mức độ ảnh hưởng (R-028, R-030, R-031).',
});

@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 600, scope: 'PUBLIC' })
@ObjectType('Council', { implements: RoleScope })
@Entity('council')
export class CouncilEntity implements RoleScope {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String) @Column({ type: 'text' }) name: string;
  @Field(() => CouncilKind) @Column({ type: 'text' }) kind: CouncilKind;
  @Column({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @Column({ type: 'uuid', name: 'department_id', nullable: true }) departmentId: string | null;
  @Column({ type: 'uuid', name: 'standing_body_id', nullable: true }) standingBodyId: string | null;
  @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo: string | null;
}

/** A dated seat; past minutes show the members of that day. */
@ObjectType('CouncilSeat')
@Entity('council_seat')
export class CouncilSeatEntity {
  @PrimaryColumn({ type: 'uuid' }) id: string;
  @Column({ type: 'uuid', name: 'council_id' }) councilId: string;
  @Column({ type: 'uuid', name: 'person_id' }) personId: string;
  @Field(() => String, { description: 'CHAIR | VICE_CHAIR | SECRETARY | MEMBER' }) @Column({ type: 'text' }) seat: string;
  @Field(() => String, { nullable: true }) @Column({ type: 'text', nullable: true }) office: string | null;
  @Field(() => LocalDateScalar, { name: 'from' }) @Column({ type: 'date', name: 'valid_from' }) validFrom: string;
  @Field(() => LocalDateScalar, { name: 'to', nullable: true }) @Column({ type: 'date', name: 'valid_to', nullable: true }) validTo:
    | string
    | null;
  @Column({ type: 'int' }) position: number;
}
