import type { OrganisationEvaluationFacts, OrganisationStaffFacts, PersonEvaluationFacts, PersonPostingFacts } from '@thidua/contracts';
import { fault, loader, type RequestContext } from '@thidua/server';
import { awardTypeOf, catalogueOf } from '../award-type/award-type.loader.js';
import { INSTRUMENTS } from '../award-type/catalogue.js';
import type { Assessment } from './assessment.types.js';
import { assess } from './engine.rules.js';
import { memberTitlesOf, ownFactsOf, type MemberTitle } from './own-facts.loader.js';
import { ruleDate } from './rule-set.rules.js';
import { emptyFacts, type SubjectFacts } from './subject.facts.js';

export interface PersonFactLists {
  postingFacts: PersonPostingFacts | null;
  evaluationFacts: PersonEvaluationFacts | null;
}

export interface CollectiveFactLists {
  staffFacts: OrganisationStaffFacts | null;
  evaluationFacts: OrganisationEvaluationFacts | null;
}

/** Foreign facts and our own of one person; own ones through a loader, so that a list costs the same as one. */
export async function personFacts(ctx: RequestContext, id: string, lists: PersonFactLists): Promise<SubjectFacts> {
  const own = await ownFactsOf(ctx, id);
  return {
    ...emptyFacts('PERSON', id, lists.postingFacts?.fullName ?? ''),
    ...own,
    posting: lists.postingFacts ?? null,
    evaluation: lists.evaluationFacts ?? null,
  };
}

function titlesOfMembers(ctx: RequestContext, ids: string[]): Promise<MemberTitle[][]> {
  const titles = loader<string, MemberTitle[]>(ctx, 'awards/member-titles', async (keys) => {
    const byPerson = Map.groupBy(await memberTitlesOf(ctx.db, keys), (title) => title.personId);
    return keys.map((key) => byPerson.get(key) ?? []);
  });
  return Promise.all(ids.map((id) => titles.load(id)));
}

/** Ratings of members, asked of evaluations in one batch; null when it does not answer (then the check has no data). */
async function ratingsOfMembers(ctx: RequestContext, ids: string[]): Promise<SubjectFacts['memberRatings']> {
  const facts = loader<string, PersonEvaluationFacts | null>(ctx, 'awards/member-ratings', (keys) =>
    ctx.peers.entities<PersonEvaluationFacts>('evaluations', 'Person', keys, 'evaluationFacts').catch(() => keys.map(() => null)),
  );
  const answers = await Promise.all(ids.map((id) => facts.load(id)));
  if (answers.some((answer) => answer === null)) return null;
  return answers.flatMap((answer, index) =>
    (answer?.ratings ?? []).map((rating) => ({ personId: ids[index] as string, year: rating.year, grade: rating.grade })),
  );
}

export async function collectiveFacts(
  ctx: RequestContext,
  id: string,
  name: string,
  lists: CollectiveFactLists,
  needsRatings: boolean,
): Promise<SubjectFacts> {
  const own = await ownFactsOf(ctx, id);
  const members = [...new Set((lists.staffFacts?.members ?? []).map((member) => member.personId))];
  return {
    ...emptyFacts('ORGANISATION', id, name),
    ...own,
    staff: lists.staffFacts ?? null,
    collective: lists.evaluationFacts ?? null,
    memberTitles: lists.staffFacts ? (await titlesOfMembers(ctx, members)).flat() : null,
    memberRatings: needsRatings && lists.staffFacts ? await ratingsOfMembers(ctx, members) : null,
  };
}

/** Whether judging this award needs the ratings of every member (then they are asked of evaluations). */
export async function needsMemberRatings(ctx: RequestContext, awardCode: string): Promise<boolean> {
  const { ruleSets } = await catalogueOf(ctx);
  return ruleSets.some(
    (ruleSet) => ruleSet.awardCode === awardCode && JSON.stringify(ruleSet.conditions).includes('"member_rating_percent"'),
  );
}

/** Judges by the rule set of the day: the day of receipt, before that the end of the award year. */
export async function assessFacts(
  ctx: RequestContext,
  input: { awardCode: string; year: number; facts: SubjectFacts; receivedOn?: string | null },
): Promise<Assessment> {
  await awardTypeOf(ctx, input.awardCode);
  const { ruleSets } = await catalogueOf(ctx);
  const date = ruleDate(input.year, input.receivedOn ?? null);
  const assessment = assess({ awardCode: input.awardCode, year: input.year, date, facts: input.facts }, ruleSets, INSTRUMENTS);
  if (!assessment) throw fault('BAD_USER_INPUT', ctx.t('Không có bộ quy tắc.', 'There is no rule set.'), { field: 'award' });
  return assessment;
}
