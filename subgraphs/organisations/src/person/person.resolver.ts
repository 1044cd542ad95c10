import type { PersonPostingFacts } from '@thidua/contracts';
import { Allow, CacheControl, FactsScalar, LocalDateScalar, type Page, type RequestContext } from '@thidua/server';
import { Arg, Args, ArgsType, Ctx, Directive, Field, FieldResolver, ID, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { ConnectionArgs } from '@thidua/server';
import { CouncilEntity } from '../council/council.entity.js';
import { councilLoader } from '../council/council.loader.js';
import { OrganisationEntity } from '../organisation/organisation.entity.js';
import { organisationLoader, organisationOrNull } from '../organisation/organisation.loader.js';
import { PersonConnection } from './person.connection.js';
import { PersonEntity } from './person.entity.js';
import { currentPosting, membershipsLoader, postingsLoader, seatsOfPersonLoader } from './person.loader.js';
import { findPerson, listPeople, mayRead, postingFacts } from './person.service.js';
import { PostingEntity } from './posting.entity.js';
import { emailOf } from './private-email.js';

/** Party, union, youth or a council's seat, dated. */
@ObjectType()
export class Membership {
  @Field(() => OrganisationEntity, { nullable: true }) organisation: OrganisationEntity | null;
  @Field(() => CouncilEntity, { nullable: true }) council: CouncilEntity | null;
  @Field(() => String) role: string;
  @Field(() => LocalDateScalar) from: string;
  @Field(() => LocalDateScalar, { nullable: true }) to: string | null;
}

@ArgsType()
export class PeopleListArgs extends ConnectionArgs {
  @Field(() => String, { nullable: true, description: 'Tìm theo tên, có dấu hoặc không dấu.' }) search?: string;
}

@Resolver(() => PersonEntity)
export class PersonResolver {
  @Query(() => PersonEntity, { nullable: true, description: 'Một người trong phạm vi quản lý của người hỏi (R-054).' })
  @Allow('person:read')
  @CacheControl({ maxAge: 60, scope: 'PRIVATE' })
  person(@Ctx() ctx: RequestContext, @Arg('id', () => ID) id: string): Promise<PersonEntity | null> {
    return findPerson(ctx, id);
  }

  @Query(() => PersonConnection, { description: 'Những người đang công tác mà người hỏi được xem; totalCount cũng vậy.' })
  @Allow('person:read')
  @CacheControl({ maxAge: 60, scope: 'PRIVATE' })
  people(@Ctx() ctx: RequestContext, @Args(() => PeopleListArgs) args: PeopleListArgs): Promise<Page<PersonEntity>> {
    return listPeople(ctx, args);
  }

  @FieldResolver(() => OrganisationEntity, { nullable: true })
  async unit(@Ctx() ctx: RequestContext, @Root() person: PersonEntity): Promise<OrganisationEntity | null> {
    return organisationOrNull(ctx, (await currentPosting(ctx, person.id))?.unitId ?? null);
  }

  @FieldResolver(() => OrganisationEntity, { nullable: true })
  async department(@Ctx() ctx: RequestContext, @Root() person: PersonEntity): Promise<OrganisationEntity | null> {
    return organisationOrNull(ctx, (await currentPosting(ctx, person.id))?.organisationId ?? null);
  }

  @FieldResolver(() => [PostingEntity], { description: 'Quá trình công tác; để trống khi người này ngoài phạm vi của người hỏi.' })
  async postings(@Ctx() ctx: RequestContext, @Root() person: PersonEntity): Promise<PostingEntity[]> {
    return (await mayRead(ctx, person.id)) ? postingsLoader(ctx).load(person.id) : [];
  }

  @FieldResolver(() => [Membership], { description: 'Đảng, công đoàn, đoàn thanh niên, hội đồng. Hệ thống tích hợp không thấy.' })
  async memberships(@Ctx() ctx: RequestContext, @Root() person: PersonEntity): Promise<Membership[]> {
    if (ctx.actor.kind !== 'person' || !(await mayRead(ctx, person.id))) return [];
    const [members, seats] = await Promise.all([membershipsLoader(ctx).load(person.id), seatsOfPersonLoader(ctx).load(person.id)]);
    return Promise.all([
      ...members.map(async (m) =>
        membership(m, m.role, { organisation: await organisationLoader(ctx).load(m.organisationId), council: null }),
      ),
      ...seats.map(async (s) => membership(s, s.seat, { organisation: null, council: await councilLoader(ctx).load(s.councilId) })),
    ]);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Che một phần, trừ người có quyền person:read-private; mỗi lần đọc được ghi nhật ký.',
  })
  email(@Ctx() ctx: RequestContext, @Root() person: PersonEntity): Promise<string | null> {
    return emailOf(ctx, person.id);
  }

  @FieldResolver(() => FactsScalar, { nullable: true, description: 'PersonPostingFacts, toàn bộ lịch sử.' })
  @Directive('@inaccessible')
  postingFacts(@Ctx() ctx: RequestContext, @Root() person: PersonEntity): Promise<PersonPostingFacts> {
    return postingFacts(ctx, person);
  }
}

function membership(
  dated: { validFrom: string; validTo: string | null },
  role: string,
  where: Pick<Membership, 'organisation' | 'council'>,
): Membership {
  return Object.assign(new Membership(), { role, from: dated.validFrom, to: dated.validTo, ...where });
}

@Resolver(() => PostingEntity)
export class PostingResolver {
  @FieldResolver(() => OrganisationEntity)
  organisation(@Ctx() ctx: RequestContext, @Root() posting: PostingEntity): Promise<OrganisationEntity | null> {
    return organisationLoader(ctx).load(posting.organisationId);
  }

  @FieldResolver(() => OrganisationEntity, { nullable: true })
  unit(@Ctx() ctx: RequestContext, @Root() posting: PostingEntity): Promise<OrganisationEntity | null> {
    return organisationOrNull(ctx, posting.unitId);
  }
}
