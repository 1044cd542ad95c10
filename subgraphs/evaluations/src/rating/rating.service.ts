import type { PersonPostingFacts } from '@thidua/contracts';
import { fault, mutate, newId, Refusal, refuse, type RequestContext, type Transaction } from '@thidua/server';
import { ratingsLoader } from '../target/target.loader.js';
import { belongsTo, isService, seesRating } from '../visibility.js';
import { RatingEntity } from './rating.entity.js';
import { RatingSaved, type AnyRatingInput, type RatePersonInput, type RateUnitInput } from './rating.inputs.js';
import { RATING_PROBLEMS, ratingProblem } from './rating.rules.js';

interface Subject {
  type: 'Person' | 'Organisation';
  id: string;
  departmentId: string;
  unitId: string | null;
}

/** Ratings of a person as the caller may see them; null = not shown to this caller. Undecided ones only to who rates. */
export async function ratingsOfPerson(ctx: RequestContext, personId: string, year: number | null): Promise<RatingEntity[] | null> {
  const rows = await ratingsLoader(ctx).load(personId);
  const isSelf = ctx.actor.id === personId;
  if (rows.length === 0) return isSelf || seesRating(ctx, { personId }) ? [] : null;
  const seen = rows.filter((row) => seesRating(ctx, { personId, unitId: row.unitId, departmentId: row.departmentId }));
  if (seen.length === 0) return null;
  return seen.filter((row) => (year === null || row.year === year) && (row.state === 'DECIDED' || !isSelf || isService(ctx)));
}

/** Ratings of a body: decided ones to its own department, proposals to who reads ratings there. */
export async function ratingsOfBody(ctx: RequestContext, organisationId: string, year: number | null): Promise<RatingEntity[] | null> {
  const rows = (await ratingsLoader(ctx).load(organisationId)).filter((row) => year === null || row.year === year);
  const seen = rows.filter(
    (row) =>
      (row.state === 'DECIDED' && belongsTo(ctx, row.departmentId)) ||
      seesRating(ctx, { departmentId: row.departmentId, unitId: row.unitId }),
  );
  return seen.length === 0 && rows.length > 0 ? null : seen;
}

/** a head proposes with evidence, the director decides with number and date. */
export async function ratePerson(ctx: RequestContext, input: RatePersonInput): Promise<RatingSaved | Refusal> {
  const [facts] = await ctx.peers.entities<PersonPostingFacts>('organisations', 'Person', [input.personId], 'postingFacts');
  if (!facts?.departmentId)
    throw fault('NOT_FOUND', ctx.t('Không có người này trong một Sở.', 'There is no such person in a department.'), { field: 'personId' });
  return rate(ctx, 'ratePerson', input, { type: 'Person', id: input.personId, departmentId: facts.departmentId, unitId: facts.unitId });
}

export async function rateUnit(ctx: RequestContext, input: RateUnitInput): Promise<RatingSaved | Refusal> {
  const [department] = await ctx.peers.entities<{ id: string }>(
    'organisations',
    'Organisation',
    [input.organisationId],
    'department { id }',
  );
  if (!department)
    throw fault('NOT_FOUND', ctx.t('Không có tập thể này trong một Sở.', 'There is no such body in a department.'), {
      field: 'organisationId',
    });
  if (department.id === input.organisationId) {
    return refuse(ctx, 'SUPERIOR_DECIDES', 'Xếp loại của Sở do cấp trên quyết định.', 'The department itself is rated by its superior.', {
      field: 'organisationId',
    });
  }
  // The scope has no unit: a head does not rate his own unit, the director rates the units.
  return rate(ctx, 'rateUnit', input, { type: 'Organisation', id: input.organisationId, departmentId: department.id, unitId: null });
}

async function rate(ctx: RequestContext, operation: string, input: AnyRatingInput, subject: Subject): Promise<RatingSaved | Refusal> {
  const scope = { departmentId: subject.departmentId, unitId: subject.unitId };
  return mutate(
    ctx,
    { operation, input, permission: 'rating:write', scope },
    async (tx) => {
      const existing = await tx.manager.findOneBy(RatingEntity, { subjectId: subject.id, year: input.year });
      const decision = { decisionNumber: input.decisionNumber?.trim() || null, decidedOn: input.decidedOn ?? null };
      const problem = ratingProblem(
        {
          role: tx.role!.role,
          actorId: ctx.actor.id,
          subjectId: subject.id,
          year: input.year,
          evidence: input.evidence,
          version: input.version ?? null,
          ...decision,
        },
        existing,
        ctx.today(),
      );
      if (!problem) return store(tx, input, subject, existing, decision);
      const { vi, en, field, remedy } = RATING_PROBLEMS[problem];
      return refuse(ctx, problem, vi, en, { field, remedy });
    },
    async ({ id }) => Object.assign(new RatingSaved(), { rating: await ctx.db.findOneByOrFail(RatingEntity, { id }) }),
  );
}

async function store(
  tx: Transaction,
  input: AnyRatingInput,
  subject: Subject,
  existing: RatingEntity | null,
  decision: { decisionNumber: string | null; decidedOn: string | null },
): Promise<{ id: string }> {
  const decided = decision.decisionNumber !== null;
  const words = {
    grade: input.grade,
    state: decided ? ('DECIDED' as const) : ('PROPOSED' as const),
    evidence: input.evidence.trim().normalize('NFC'),
    ...decision,
    decidedById: decided ? subject.departmentId : null,
  };
  const id = existing?.id ?? newId();
  if (existing) await tx.change(RatingEntity, existing, input.version!, { ...words, ...(decided ? { taskId: null } : {}) });
  else
    await tx.manager.insert(RatingEntity, {
      id,
      subjectType: subject.type,
      subjectId: subject.id,
      departmentId: subject.departmentId,
      unitId: subject.unitId,
      year: input.year,
      ...words,
    });
  await tx.audit({
    entity: 'Rating',
    id,
    from: existing ? `${existing.state} ${existing.grade}` : null,
    to: `${words.state} ${words.grade}`,
  });
  await tx.emit(decided ? 'evaluations.rating.decided.v1' : 'evaluations.rating.proposed.v1', {
    ratingId: id,
    subjectType: subject.type,
    subjectId: subject.id,
    year: input.year,
    grade: decided ? input.grade : null,
    decisionNumber: decision.decisionNumber,
    entity: { typeName: 'Rating', id },
    change: existing ? 'UPDATED' : 'CREATED',
    visibility: subject.type === 'Person' ? { kind: 'PERSON', id: subject.id } : { kind: 'DEPARTMENT', id: subject.departmentId },
  });
  if (decided && existing?.taskId) await tx.emit('evaluations.task.closed.v1', { taskId: existing.taskId });
  return { id };
}
