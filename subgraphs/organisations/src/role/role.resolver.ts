import { Allow, type Refusal, type RequestContext } from '@thidua/server';
import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import { RoleGrantEntity } from './role-grant.entity.js';
import { GrantRoleInput, RevokeRoleInput } from './role.input.js';
import { roleLabel, scopeOf } from './role.loader.js';
import { GrantRoleResult, RevokeRoleResult, type RoleGranted, type RoleRevoked } from './role.result.js';
import { RoleScope } from './role-scope.type.js';
import { grantRole, revokeRole } from './role.service.js';

@Resolver(() => RoleGrantEntity)
export class RoleResolver {
  @Mutation(() => GrantRoleResult, { description: 'Giao một vai trò có thời hạn trong một phạm vi.' })
  @Allow('role:grant')
  grantRole(@Ctx() ctx: RequestContext, @Arg('input', () => GrantRoleInput) input: GrantRoleInput): Promise<RoleGranted | Refusal> {
    return grantRole(ctx, input);
  }

  @Mutation(() => RevokeRoleResult, { description: 'Kết thúc một vai trò; việc đã làm vẫn ghi theo vai trò đó.' })
  @Allow('role:grant')
  revokeRole(@Ctx() ctx: RequestContext, @Arg('input', () => RevokeRoleInput) input: RevokeRoleInput): Promise<RoleRevoked | Refusal> {
    return revokeRole(ctx, input);
  }

  @FieldResolver(() => RoleScope)
  scope(@Ctx() ctx: RequestContext, @Root() grant: RoleGrantEntity): Promise<RoleScope | null> {
    return scopeOf(ctx, grant.scopeKind, grant.scopeId);
  }

  @FieldResolver(() => String)
  async label(@Ctx() ctx: RequestContext, @Root() grant: RoleGrantEntity): Promise<string> {
    return roleLabel(ctx, grant.role, await scopeOf(ctx, grant.scopeKind, grant.scopeId));
  }
}
