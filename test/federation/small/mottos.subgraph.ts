import { PUBLIC, SIGNED_IN } from '@thidua/contracts';
import { Allow, defineSubgraph, fault, type RequestContext } from '@thidua/server';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';

@ObjectType('Person')
@Directive('@key(fields: "id")')
export class PersonRef {
  @Field(() => ID) id: string;
}

/** How often a motto was asked for. */
let asked = 0;

@Resolver(() => PersonRef)
class MottoResolver {
  @Query(() => String)
  @Allow(PUBLIC)
  slogan(): string {
    return 'Thi đua là yêu nước';
  }

  /** Says no for one of three, as an object's own rules may. */
  @FieldResolver(() => String, { nullable: true })
  motto(@Root() { id }: PersonRef): string {
    asked += 1;
    if (id === 'b') throw fault('FORBIDDEN', 'Không được xem phương châm này.');
    return `phương châm của ${id}`;
  }

  /** Answers with the ceremony the gateway asserts. */
  @Mutation(() => String)
  @Allow(SIGNED_IN)
  vote(@Arg('choice', () => String) choice: string, @Ctx() { actor }: RequestContext): string {
    return `${choice}:${actor.ceremony ?? 'NONE'}`;
  }
}

export const mottos = defineSubgraph({
  name: 'awards',
  entities: [],
  migrations: [],
  resolvers: [MottoResolver],
  orphanedTypes: [PersonRef],
  routes: { 'GET /asked': async () => ({ asked }) },
  references: { Person: ({ id }: { id: string }) => Object.assign(new PersonRef(), { id }) },
});
