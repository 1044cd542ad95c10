import { naturalId, PUBLIC, SIGNED_IN, type AssertedActor, type GrantsAnswer, type RoleClaim } from '@thidua/contracts';
import { Allow, bindTransaction, defineSubgraph, Live, type LiveMoment, type RequestContext, type RouteRequest } from '@thidua/server';
import { setTimeout as sleep } from 'node:timers/promises';
import { Arg, Ctx, Directive, Field, FieldResolver, ID, Int, ObjectType, Query, Resolver, Root } from 'type-graphql';

export const DEPARTMENT = naturalId('organisation', 'SKHCN');

@ObjectType()
@Directive('@key(fields: "id")')
export class Person {
  @Field(() => ID) id: string;
  @Field(() => String) fullName: string;
}

@ObjectType()
export class Caller {
  @Field(() => String) kind: string;
  @Field(() => String) id: string;
  @Field(() => [String]) roles: string[];
  @Field(() => String, { nullable: true }) actingRole?: string;
  @Field(() => String) locale: string;
  @Field(() => String) requestId: string;
}

let asked = 0;
const person = (id: string): Person => Object.assign(new Person(), { id, fullName: `Người ${id}` });

@Resolver(() => Person)
class PeopleResolver {
  @Query(() => String)
  @Allow(PUBLIC)
  hello(): string {
    return 'xin chào';
  }

  @Query(() => String)
  @Allow(PUBLIC)
  news(): string {
    return 'tin mới';
  }

  /** How often it was asked, slowly. */
  @Query(() => Int)
  @Allow(PUBLIC)
  async counter(@Arg('ms', () => Int) ms: number): Promise<number> {
    asked += 1;
    await sleep(ms);
    return asked;
  }

  @Query(() => String)
  @Allow(PUBLIC)
  async slow(@Arg('ms', () => Int) ms: number): Promise<string> {
    await sleep(ms);
    return 'xong';
  }

  /** Declares nothing: the gateway must not let it through, though this subgraph would answer. */
  @Query(() => String)
  undeclared(): string {
    return 'never released';
  }

  @Query(() => String)
  @Allow(PUBLIC)
  broken(): string {
    throw new Error('connection to 10.1.2.3 refused for role secret_login');
  }

  @Query(() => Caller)
  @Allow(SIGNED_IN)
  me(@Ctx() { actor, locale, requestId }: RequestContext): Caller {
    return Object.assign(new Caller(), {
      kind: actor.kind,
      id: actor.id,
      roles: actor.roles.map((claim) => claim.role),
      actingRole: actor.actingRole,
      locale,
      requestId,
    });
  }

  @Query(() => Person)
  @Allow('person:read')
  person(@Arg('id', () => ID) id: string): Person {
    return person(id);
  }

  @Query(() => [Person])
  @Allow('person:read')
  people(): Person[] {
    return ['a', 'b', 'c'].map(person);
  }

  @FieldResolver(() => Person, { nullable: true })
  colleague(@Root() { id }: Person): Person {
    return person(`${id}+`);
  }
}

@ObjectType()
export class Step {
  @Field(() => Person, { nullable: true }) person: Person | null;
  @Field(() => [Int]) steps: number[];
  @Field(() => [String]) seenBy: string[];
}

@Resolver()
class StepsResolver {
  /** Every step of a person, told to whoever may read people. */
  @Live<{ person: string }>(() => Step, {
    access: 'person:read',
    description: 'Bước đi của một người.',
    wants: (event, args) => event.name === 'organisations.person.stepped.v1' && event.payload['person'] === args.person,
  })
  stepped(@Arg('person', () => ID) id: string, @Root() moment: LiveMoment, @Ctx() { actor }: RequestContext): Step {
    return Object.assign(new Step(), {
      person: person(id),
      steps: moment.events.map((event) => event.payload['n']),
      seenBy: actor.roles.map(({ role }) => role),
    });
  }
}

const claim = (role: RoleClaim['role'], scopeKind: RoleClaim['scopeKind'], scopeId: string): RoleClaim => ({ role, scopeKind, scopeId });
const subjects: Record<string, AssertedActor> = {
  LAN: {
    kind: 'person',
    id: naturalId('person', 'LAN'),
    name: 'LAN',
    roles: [claim('STAFF', 'SELF', naturalId('person', 'LAN')), claim('DEPARTMENT_OFFICE', 'DEPARTMENT', DEPARTMENT)],
  },
  MAI: { kind: 'person', id: naturalId('person', 'MAI'), name: 'MAI', roles: [] },
  QUAN_TRI: {
    kind: 'person',
    id: naturalId('person', 'QUAN_TRI'),
    name: 'QUAN_TRI',
    roles: [claim('ADMINISTRATOR', 'PROVINCE', 'TNH')],
  },
  BAO: { kind: 'client', id: 'BAO', name: 'BAO', roles: [claim('INTEGRATOR', 'PROVINCE', 'TNH')] },
};

async function grants({ url, actor }: RouteRequest): Promise<GrantsAnswer> {
  if (actor.id !== 'gateway') throw Object.assign(new Error('gateway only'), { status: 403 });
  const found = subjects[url.searchParams.get('sub') ?? ''];
  const validUntil = new Date(Date.now() + 300_000).toISOString();
  return found
    ? { found: true, actor: found, validUntil }
    : { found: false, actor: { kind: 'public', id: 'public', name: 'public', roles: [] }, validUntil };
}

/** MAI becomes staff, and the feed says so. */
const promote = (request: RouteRequest): Promise<{ done: boolean }> =>
  change(request, 'MAI', [claim('STAFF', 'SELF', subjects['MAI']!.id)]);

/** Somebody loses every role, and the feed says so. */
const dismiss = (request: RouteRequest): Promise<{ done: boolean }> => change(request, request.url.searchParams.get('sub')!, []);

async function change({ runtime, actor }: RouteRequest, sub: string, roles: RoleClaim[]): Promise<{ done: boolean }> {
  subjects[sub] = { ...subjects[sub]!, roles };
  await runtime.dataSource.transaction((manager) =>
    bindTransaction(manager, { actor, now: runtime.clock.now(), operation: 'promote' }).emit('organisations.grants.changed.v1', {
      sub,
    }),
  );
  return { done: true };
}

export const people = defineSubgraph({
  name: 'organisations',
  entities: [],
  migrations: [],
  resolvers: [PeopleResolver, StepsResolver],
  references: { Person: ({ id }: { id: string }) => person(id) },
  routes: { 'GET /grants': grants, 'GET /promote': promote, 'GET /dismiss': dismiss },
});
