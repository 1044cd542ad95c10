import type { OrganisationEvaluationFacts, PersonEvaluationFacts } from '@thidua/contracts';
import type { RequestContext } from '@thidua/server';
import { initiativesOfPersonLoader } from '../initiative/initiative.loader.js';
import { petitionsLoader } from '../petition/petition.loader.js';
import type { RatingEntity } from '../rating/rating.entity.js';
import { ratingsLoader } from '../target/target.loader.js';

const decided = (rows: RatingEntity[]) =>
  rows.filter((row) => row.state === 'DECIDED').map(({ id, year, grade, decisionNumber }) => ({ id, year, grade, decisionNumber }));

/** What awards' rules ask of a person: decided ratings, recognised initiatives, petitions without their sender (decision 14, R-209). */
export async function personFacts(ctx: RequestContext, personId: string): Promise<PersonEvaluationFacts> {
  const [ratings, authored, petitions] = await Promise.all([
    ratingsLoader(ctx).load(personId),
    initiativesOfPersonLoader(ctx).load(personId),
    petitionsLoader(ctx).load(personId),
  ]);
  return {
    ratings: decided(ratings),
    initiatives: authored
      .filter(({ initiative }) => initiative.state === 'RECOGNISED')
      .map(({ initiative, percent }) => ({
        id: initiative.id,
        title: initiative.title,
        year: initiative.year,
        scope: initiative.influenceScope ?? 'BASE',
        decisionNumber: initiative.decisionNumber,
        decidedOn: initiative.decidedOn,
        percent,
      })),
    scienceWorks: [],
    petitions: petitions.map(({ id, kind, state, receivedOn }) => ({ id, kind, state, receivedOn })),
  };
}

export async function organisationFacts(ctx: RequestContext, organisationId: string): Promise<OrganisationEvaluationFacts> {
  const [ratings, petitions] = await Promise.all([ratingsLoader(ctx).load(organisationId), petitionsLoader(ctx).load(organisationId)]);
  return { ratings: decided(ratings), petitions: petitions.map(({ id, kind, state, receivedOn }) => ({ id, kind, state, receivedOn })) };
}
