import { Allow, CacheControl, type RequestContext } from '@thidua/server';
import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { PersonEntity } from '../person/person.entity.js';
import { personLoader } from '../person/person.loader.js';
import { DelegationEntity } from './delegation.entity.js';

@Resolver(() => DelegationEntity)
export class DelegationResolver {
  @Query(() => [DelegationEntity], { description: 'Ủy quyền ký thay (KT.) của một cơ quan, mới nhất trước (R-020).' })
  @Allow('organisation:read')
  @CacheControl({ maxAge: 300, scope: 'PUBLIC' })
  delegations(@Ctx() ctx: RequestContext, @Arg('organisation', () => ID) organisationId: string): Promise<DelegationEntity[]> {
    return ctx.db.find(DelegationEntity, { where: { organisationId }, order: { validFrom: 'DESC' } });
  }

  @FieldResolver(() => PersonEntity)
  from(@Ctx() ctx: RequestContext, @Root() delegation: DelegationEntity): Promise<PersonEntity | null> {
    return personLoader(ctx).load(delegation.fromId);
  }

  @FieldResolver(() => PersonEntity)
  to(@Ctx() ctx: RequestContext, @Root() delegation: DelegationEntity): Promise<PersonEntity | null> {
    return personLoader(ctx).load(delegation.toId);
  }
}
