import { Field, FieldResolver, Int, ObjectType, Resolver, Arg } from 'type-graphql';
import { BlocRef, OrganisationRef } from '../references/stubs.js';

@ObjectType()
export class RankingRow {
  @Field(() => Int) rank: number;
  @Field(() => OrganisationRef, { nullable: true }) organisation: OrganisationRef | null;
  @Field(() => String, { nullable: true }) selfScore: string | null;
  @Field(() => String, { nullable: true }) verifiedScore: string | null;
  @Field(() => String, { nullable: true }) finalScore: string | null;
}

@ObjectType()
export class BlocRanking {
  @Field(() => String, { description: 'NOT_OPENED: việc chấm điểm của năm chưa mở, chưa có điểm nào.' }) state: string;
  @Field(() => [RankingRow]) rows: RankingRow[];
}

/** No score sheet exists for any year, and the answer says so: an empty table, not a table of zeros. */
export const rankingOf = (_year: number): BlocRanking => Object.assign(new BlocRanking(), { state: 'NOT_OPENED', rows: [] });

@Resolver(() => BlocRef)
export class BlocRankingResolver {
  @FieldResolver(() => BlocRanking, { nullable: true })
  ranking(@Arg('year', () => Int) year: number): BlocRanking {
    return rankingOf(year);
  }
}
