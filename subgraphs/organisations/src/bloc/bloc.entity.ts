import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';
import { CacheControl, connectionType } from '@thidua/server';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { RoleScope } from '../role/role-scope.type.js';

export enum BlocKind {
  INTERNAL = 'INTERNAL',
  PROVINCIAL = 'PROVINCIAL',
  CLUSTER = 'CLUSTER',
  DISTRICT_FINANCE = 'DISTRICT_FINANCE',
}
registerEnumType(BlocKind, { name: 'BlocKind', description: 'Khối nội bộ | khối của tỉnh | cụm liên tỉnh | khối phòng tài chính huyện.' });

@Directive('@key(fields: "id")')
@CacheControl({ maxAge: 600, scope: 'PUBLIC' })
@ObjectType('Bloc', { implements: RoleScope })
@Entity('bloc')
export class BlocEntity implements RoleScope {
  @Field(() => ID) @PrimaryColumn({ type: 'uuid' }) id: string;
  @Field(() => String) @Column({ type: 'text' }) name: string;
  @Field(() => BlocKind) @Column({ type: 'text' }) kind: BlocKind;
  @Column({ type: 'uuid', name: 'guided_by_id', nullable: true }) guidedById: string | null;
}

/** Membership belongs to one year; a body may be in several blocs in different roles. */
@ObjectType('BlocMember')
@Entity('bloc_member')
export class BlocMemberEntity {
  @PrimaryColumn({ type: 'uuid', name: 'bloc_id' }) blocId: string;
  @PrimaryColumn({ type: 'uuid', name: 'organisation_id' }) organisationId: string;
  @PrimaryColumn({ type: 'int' }) year: number;
  @Field(() => String, { description: 'LEADER | DEPUTY | MEMBER (R-041)' }) @Column({ type: 'text' }) role: string;
  @Column({ type: 'int' }) position: number;
}

export const { Connection: BlocMemberConnection, Edge: BlocMemberEdge } = connectionType('BlocMember', () => BlocMemberEntity);
