import { searchKey, type PersonPostingFacts } from '@thidua/contracts';
import { connectQuery, fault, loader, type Page, type RequestContext } from '@thidua/server';
import { PEOPLE_LIMITS } from './person.connection.js';
import type { PeopleArgs } from './people-of.loader.js';
import { PersonEntity } from './person.entity.js';
import { currentPosting, disciplinesLoader, leavesLoader, personLoader, postingsLoader } from './person.loader.js';
import { directoryOf, inDirectory } from './person.visibility.js';

const POSTED = `exists (select 1 from posting x where x.person_id = p.id and x.valid_from <= :today and (x.valid_to is null or x.valid_to >= :today)
  and (:all or x.organisation_id = any(:departments) or p.id = :selfId or (:releasedOnly and exists (select 1 from released_person r where r.person_id = p.id::text))))`;

/** Everybody in service on the business day whom the caller may see, by name; search with and without marks (PF-11). */
export function listPeople(ctx: RequestContext, args: PeopleArgs): Promise<Page<PersonEntity>> {
  const query = ctx.db.createQueryBuilder(PersonEntity, 'p').where(POSTED, { today: ctx.today(), ...directoryOf(ctx) });
  if (args.search) query.andWhere(`p.search like '%' || :search || '%'`, { search: searchKey(args.search) });
  return connectQuery(
    query,
    args,
    [
      { sql: 'p.full_name', direction: 'ASC', of: (row) => row.fullName },
      { sql: 'p.id', direction: 'ASC', of: (row) => row.id, cast: 'uuid' },
    ],
    PEOPLE_LIMITS,
  );
}

/** One person asked for by id: null when unknown. @throws FORBIDDEN when outside the caller's directory. */
export async function findPerson(ctx: RequestContext, id: string): Promise<PersonEntity | null> {
  const person = await personLoader(ctx).load(id);
  if (!person) return null;
  if (await mayRead(ctx, id)) return person;
  throw fault(
    'FORBIDDEN',
    ctx.t('Người này không thuộc phạm vi quản lý của vai trò hiện tại.', 'This person is outside the scope of your role.'),
    { permission: 'person:read' },
  );
}

/** Whether the caller may see more of a person than the name. */
export async function mayRead(ctx: RequestContext, personId: string): Promise<boolean> {
  const directory = directoryOf(ctx);
  if (directory.releasedOnly) return releasedLoader(ctx).load(personId);
  const posting = directory.all ? null : await currentPosting(ctx, personId);
  return inDirectory(directory, { id: personId, departmentId: posting?.organisationId ?? null });
}

/** Whether a signed decision has named the person. */
const releasedLoader = (ctx: RequestContext) =>
  loader<string, boolean>(ctx, 'released', async (ids) => {
    const rows: { person_id: string }[] = await ctx.db.query('select person_id from released_person where person_id = any($1)', [ids]);
    const released = new Set(rows.map((row) => row.person_id));
    return ids.map((id) => released.has(id));
  });

/** Whole history for `@requires`: postings, absences, disciplines, and where the person is or last was. */
export async function postingFacts(ctx: RequestContext, person: PersonEntity): Promise<PersonPostingFacts> {
  const [postings, leaves, disciplines, current] = await Promise.all([
    postingsLoader(ctx).load(person.id),
    leavesLoader(ctx).load(person.id),
    disciplinesLoader(ctx).load(person.id),
    currentPosting(ctx, person.id),
  ]);
  const place = current ?? postings.at(-1) ?? null;
  return {
    fullName: person.fullName,
    departmentId: place?.organisationId ?? null,
    unitId: place?.unitId ?? null,
    postings: postings.map((p) => ({
      organisationId: p.organisationId,
      departmentId: p.organisationId,
      unitId: p.unitId,
      title: p.title,
      from: p.validFrom,
      to: p.validTo,
    })),
    leaves: leaves.map(({ kind, workingDays, year }) => ({ kind, workingDays, year })),
    disciplines: disciplines.map((d) => ({ kind: d.kind, from: d.validFrom, to: d.validTo, state: d.state })),
  };
}
