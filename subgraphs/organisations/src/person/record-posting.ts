import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { LocalDateScalar, mutate, newId, refusalUnion, refuse, type Refusal, type RequestContext, type Transaction } from '@thidua/server';
import { Length } from 'class-validator';
import { organisationLoader, organisationOrNull } from '../organisation/organisation.loader.js';
import { dayBefore } from '../role/role.rules.js';
import { emitGrantsChanged } from '../role/role.service.js';
import { PersonEntity } from './person.entity.js';
import { personLoader, postingsLoader } from './person.loader.js';
import { postingProblem } from './posting.rules.js';
import { PostingEntity } from './posting.entity.js';

@InputType()
export class RecordPostingInput {
  @Field(() => String) clientMutationId: string;
  @Field(() => ID) personId: string;
  @Field(() => Int, { description: 'Person.version đã đọc.' }) version: number;
  @Field(() => ID, { description: 'Sở hoặc cơ quan.' }) organisationId: string;
  @Field(() => ID, { nullable: true, description: 'Phòng, đơn vị; để trống với lãnh đạo Sở.' }) unitId?: string;
  @Field(() => String) @Length(2, 200) title: string;
  @Field(() => LocalDateScalar, { description: 'Ngày bắt đầu ở vị trí mới.' }) from: string;
  @Field(() => String, { nullable: true }) reason?: string;
}

@ObjectType()
export class PostingRecorded {
  @Field(() => PersonEntity) person: PersonEntity;
}

export const RecordPostingResult = refusalUnion('RecordPostingResult', PostingRecorded);

/**
 * Moves a person: ends the present posting the day before and opens the next, so that every past percentage keeps its
 * denominator. Roles of the place that is left end with it.
 */
export async function recordPosting(ctx: RequestContext, input: RecordPostingInput): Promise<PostingRecorded | Refusal> {
  // The person first: whoever moves him between the two statements raises the version and is noticed.
  const person = await personLoader(ctx).load(input.personId);
  const postings = await postingsLoader(ctx).load(input.personId);
  const open = postings.find((posting) => posting.validTo === null) ?? null;
  const scope = { departmentId: open?.organisationId ?? null, unitId: open?.unitId ?? null };
  return mutate(
    ctx,
    { operation: 'recordPosting', input, permission: 'person:move', scope },
    async (tx) => {
      const [organisation, unit] = await Promise.all([
        organisationLoader(ctx).load(input.organisationId),
        organisationOrNull(ctx, input.unitId ?? null),
      ]);
      const problem = postingProblem({ known: person !== null, open, input, organisation, unit });
      if (problem) return refuse(ctx, problem.reason, problem.vi, problem.en, { field: problem.field });
      await tx.change(PersonEntity, person as PersonEntity, input.version, { jobTitle: input.title });
      await move(tx, open as PostingEntity, input);
      await endRoles(tx, open as PostingEntity, input);
      await tx.audit({
        entity: 'Person',
        id: input.personId,
        from: placeOf(open as PostingEntity),
        to: placeOf(input),
        reason: input.reason ?? null,
      });
      await emitMoved(tx, person as PersonEntity, open as PostingEntity, input);
      return { id: input.personId };
    },
    async ({ id }) => Object.assign(new PostingRecorded(), { person: await personLoader(ctx).load(id) }),
  );
}

const placeOf = (place: { organisationId: string; unitId?: string | null }): string => place.unitId ?? place.organisationId;

async function move(tx: Transaction, open: PostingEntity, input: RecordPostingInput): Promise<void> {
  await tx.manager.update(PostingEntity, { id: open.id }, { validTo: dayBefore(input.from) });
  await tx.manager.insert(PostingEntity, {
    id: newId(),
    personId: input.personId,
    organisationId: input.organisationId,
    unitId: input.unitId ?? null,
    title: input.title,
    validFrom: input.from,
    validTo: null,
    leaveReason: null,
  });
}

async function endRoles(tx: Transaction, open: PostingEntity, input: RecordPostingInput): Promise<void> {
  const left = [
    ...(open.unitId && open.unitId !== input.unitId ? [open.unitId] : []),
    ...(open.organisationId === input.organisationId ? [] : [open.organisationId]),
  ];
  await tx.manager.query(
    `update role_grant set valid_to = greatest($3::date, valid_from - 1), version = version + 1
     where subject_kind = 'person' and subject_id = $1 and scope_id = any($2) and (valid_to is null or valid_to > $3::date)`,
    [input.personId, left, dayBefore(input.from)],
  );
}

async function emitMoved(tx: Transaction, person: PersonEntity, open: PostingEntity, input: RecordPostingInput): Promise<void> {
  await tx.emit('organisations.person.moved.v1', {
    personId: person.id,
    on: input.from,
    from: { organisationId: open.organisationId, unitId: open.unitId },
    to: { organisationId: input.organisationId, unitId: input.unitId ?? null },
    entity: { typeName: 'Person', id: person.id },
    change: 'UPDATED',
    visibility: { kind: 'DEPARTMENT', id: input.organisationId },
  });
  await emitGrantsChanged(tx, { subjectKind: 'person', subjectId: person.id, sub: person.subject });
}
