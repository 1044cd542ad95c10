import type { AssertedActor } from '@thidua/contracts';
import { createHash } from 'node:crypto';
import type { Log } from '@thidua/server';
import type { SubgraphClient } from '../execution/client.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { Stage } from '../operation/stage.js';
import { KeepingClient } from './fetch.client.js';
import { hintsOf } from './hints.js';
import { KeptAnswers, type Kept } from './kept-answers.js';
import { Positions, type AskChanges } from './positions.js';
import { responseStage } from './response.stage.js';
import type { Policy } from './hints.js';

export interface GraphCacheOptions {
  ask: AskChanges;
  /** Bytes of kept answers, about. */
  limit: number;
  log: Log;
}

/** How often it was of use. */
export interface CacheCounts {
  answersGiven: number;
  answersMissed: number;
  answersStale: number;
  fetchesGiven: number;
  fetchesMissed: number;
  entitiesGiven: number;
  entitiesMissed: number;
  /** Answers that were to be kept but rest on something nobody tells the changes of. */
  notKept: number;
}

const REPORT_MS = 60_000;

/**
 * Answers and entities kept by this gateway. It outlives supergraphs: what was kept for one is not found under another.
 * Never wrong, because nothing is given without the word of the database it came from: see README.
 */
export class GraphCache {
  readonly positions: Positions;
  readonly kept: KeptAnswers;
  readonly counts: CacheCounts = {
    answersGiven: 0,
    answersMissed: 0,
    answersStale: 0,
    fetchesGiven: 0,
    fetchesMissed: 0,
    entitiesGiven: 0,
    entitiesMissed: 0,
    notKept: 0,
  };
  readonly #reporting: NodeJS.Timeout;

  constructor({ ask, limit, log }: GraphCacheOptions) {
    this.positions = new Positions(ask);
    this.kept = new KeptAnswers(limit);
    this.#reporting = setInterval(() => log.debug(this.state, 'cache'), REPORT_MS).unref();
  }

  get state(): CacheCounts & { entries: number; bytes: number; evicted: number; questions: number } {
    return { ...this.counts, ...this.kept.state, questions: this.positions.questions };
  }

  stage(sdl: string): Stage {
    return responseStage(this, hintsOf(sdl));
  }

  client(inner: SubgraphClient<GatewayContext>, sdl: string): SubgraphClient<GatewayContext> {
    const id = createHash('sha256').update(sdl).digest('base64url');
    return new KeepingClient(inner, this, hintsOf(sdl), id);
  }

  /** Keeps an answer, unless it rests on something whose changes are not told or whose position is not known yet. */
  keep(
    key: string,
    actor: AssertedActor,
    { text, rests, policy }: { text: string; rests: Pick<Kept, 'rests' | 'access' | 'caller' | 'since'> | null; policy: Policy },
  ): void {
    if (!rests) return void (this.counts.notKept += 1);
    const unknown = rests.rests.filter((rest) => !this.positions.isKnown(rest.service));
    for (const { service } of unknown) void this.positions.check(service);
    if (unknown.length > 0) return;
    this.kept.put(key, actor, {
      ...rests,
      text,
      caller: rests.caller || policy.scope === 'PRIVATE',
      expires: Date.now() + policy.maxAge * 1_000,
    });
  }

  stop(): void {
    clearInterval(this.#reporting);
  }
}
