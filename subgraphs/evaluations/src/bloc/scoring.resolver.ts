import { Live } from '@thidua/server';
import { Arg, Field, ID, Int, ObjectType, Resolver } from 'type-graphql';
import { blocRef, BlocRef } from '../references/stubs.js';
import { BlocRanking, rankingOf } from './ranking.resolver.js';

@ObjectType({ description: 'Chấm điểm của một khối trong một năm, như đang có.' })
export class BlocScoring {
  @Field(() => BlocRef, { nullable: true }) bloc: BlocRef | null;
  @Field(() => Int) year: number;
  @Field(() => BlocRanking, { nullable: true }) ranking: BlocRanking | null;
}

/** Emitted by whatever will open and fill score sheets. `{ blocId }` */
const SCORING_CHANGED = 'evaluations.bloc-scoring.changed.v1';

@Resolver()
export class BlocScoringResolver {
  /** Nothing opens or fills a score sheet yet: the first event says NOT_OPENED, and no other comes. */
  @Live<{ bloc: string }>(() => BlocScoring, {
    access: 'organisation:read',
    description: 'Diễn biến chấm điểm của khối. Hiện chưa năm nào mở chấm: sự kiện đầu nói NOT_OPENED, sau đó chưa có gì thay đổi.',
    wants: (event, { bloc }) => event.name === SCORING_CHANGED && event.payload['blocId'] === bloc,
  })
  blocScoring(@Arg('bloc', () => ID) bloc: string, @Arg('year', () => Int) year: number): BlocScoring {
    return Object.assign(new BlocScoring(), { bloc: blocRef(bloc), year, ranking: rankingOf(year) });
  }
}
