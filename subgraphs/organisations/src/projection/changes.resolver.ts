import { Allow, ConnectionArgs, DateTimeScalar, inOrder, loader, type RequestContext } from '@thidua/server';
import { Args, ArgsType, Ctx, Field, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { In } from 'typeorm';
import { Change, ChangeConnection, changeOf, changesSince } from './changes.js';
import { ChangeRowEntity } from './projection.entity.js';

@ArgsType()
export class ChangesArgs extends ConnectionArgs {
  @Field(() => DateTimeScalar) since: Date;
}

const changeLoader = (ctx: RequestContext) =>
  loader<string, ChangeRowEntity | null>(ctx, 'change', async (ids) =>
    inOrder(ids, await ctx.db.findBy(ChangeRowEntity, { seq: In([...ids]) }), (row) => row.seq),
  );

@Resolver(() => Change)
export class ChangesResolver {
  @Query(() => ChangeConnection, { description: 'Các thay đổi từ một thời điểm, để đồng bộ hằng đêm.' })
  @Allow('changes:read')
  changes(@Ctx() ctx: RequestContext, @Args(() => ChangesArgs) { since, ...args }: ChangesArgs): Promise<ChangeConnection> {
    return changesSince(ctx, since, args);
  }

  @FieldResolver(() => Change, { nullable: true, description: 'Thay đổi trước đó của cùng đối tượng.' })
  async supersedes(@Ctx() ctx: RequestContext, @Root() change: Change): Promise<Change | null> {
    const row = change.supersedesId ? await changeLoader(ctx).load(change.supersedesId) : null;
    return row ? changeOf(row) : null;
  }
}
