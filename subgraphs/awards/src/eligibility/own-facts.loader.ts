import { grouped, loader, type RequestContext } from '@thidua/server';
import type { EntityManager } from 'typeorm';
import type { Consumption, Finding, HeldAward } from './subject.facts.js';

/** What this subgraph itself knows of a nominee: awards and open nominations, findings, used initiatives. */
export interface OwnFacts {
  held: HeldAward[];
  findings: Finding[];
  consumed: Consumption[];
}

type Keyed<T> = T & { key: string };

/** States of a nomination that counts as proposed: sent and not refused, returned, withdrawn, suspended or decided. */
export const PROPOSED_STATES = ['SUBMITTED', 'RECEIVED', 'APPRAISING', 'SUPPLEMENT', 'COUNCIL_SESSION', 'VOTED'];

async function heldBy(db: EntityManager, ids: string[]): Promise<Keyed<HeldAward>[]> {
  return db.query(
    `select nominee_id as key, a.id, a.award_code as "awardCode", a.year, 'DECIDED' as stage, a.status = 'IN_FORCE' as "inForce",
       a.counts_for_merit as "countsForMerit", d.number || '/' || d.symbol as "decisionNumber"
     from award a join decision d on d.id = a.decision_id where nominee_id = any($1)
     union all
     select nominee_id, id, award_code, year, 'PROPOSED', true, true, null from nomination where nominee_id = any($1) and state = any($2)
     order by 4, 3`,
    [ids, PROPOSED_STATES],
  );
}

/** For many nominees in three statements, whatever their number. */
export async function readOwnFacts(db: EntityManager, ids: readonly string[]): Promise<OwnFacts[]> {
  const list = [...ids];
  const [held, findings, consumed] = await Promise.all([
    heldBy(db, list),
    db.query(
      'select subject_id as key, rule, year, by_name as "byName", on_date::text as on from manual_finding where subject_id = any($1) order by rule',
      [list],
    ) as Promise<Keyed<Finding>[]>,
    db.query(
      'select nominee_id as key, initiative_id as "initiativeId", award_code as "awardCode" from initiative_use where nominee_id = any($1) order by 2',
      [list],
    ) as Promise<Keyed<Consumption>[]>,
  ]);
  const heldGroups = grouped(list, held, (row) => row.key);
  const findingGroups = grouped(list, findings, (row) => row.key);
  const consumedGroups = grouped(list, consumed, (row) => row.key);
  return list.map((_, index) => ({
    held: heldGroups[index] ?? [],
    findings: findingGroups[index] ?? [],
    consumed: consumedGroups[index] ?? [],
  }));
}

export function ownFactsOf(ctx: RequestContext, nomineeId: string): Promise<OwnFacts> {
  return loader<string, OwnFacts>(ctx, 'awards/own-facts', (ids) => readOwnFacts(ctx.db, ids)).load(nomineeId);
}

export interface MemberTitle {
  personId: string;
  awardCode: string;
  year: number;
  stage: 'DECIDED' | 'PROPOSED';
}

/** Titles of people, decided or proposed, for collectives' shares. */
export function memberTitlesOf(db: EntityManager, personIds: readonly string[]): Promise<MemberTitle[]> {
  return db.query(
    `select nominee_id as "personId", award_code as "awardCode", year, 'DECIDED' as stage from award where nominee_id = any($1) and status = 'IN_FORCE'
     union all
     select nominee_id, award_code, year, 'PROPOSED' from nomination where nominee_id = any($1) and state = any($2)`,
    [[...personIds], PROPOSED_STATES],
  );
}
