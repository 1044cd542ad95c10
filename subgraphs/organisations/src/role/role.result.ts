import { refusalUnion } from '@thidua/server';
import { Field, ObjectType } from 'type-graphql';
import { RoleGrantEntity } from './role-grant.entity.js';

@ObjectType()
export class RoleGranted {
  @Field(() => RoleGrantEntity) grant: RoleGrantEntity;
}
@ObjectType()
export class RoleRevoked {
  @Field(() => RoleGrantEntity) grant: RoleGrantEntity;
}

export const GrantRoleResult = refusalUnion('GrantRoleResult', RoleGranted);
export const RevokeRoleResult = refusalUnion('RevokeRoleResult', RoleRevoked);
