import { searchKey } from '@thidua/contracts';
import { decodeCursor, encodeCursor, fault, loader, makePage, pageSize, type Page, type RequestContext } from '@thidua/server';
import { PEOPLE_LIMITS } from './person.connection.js';
import type { PersonEntity } from './person.entity.js';
import { personLoader } from './person.loader.js';
import { directoryOf } from './person.visibility.js';

export interface PeopleArgs {
  first?: number;
  after?: string;
  search?: string;
}

/** A body and the page asked of it; bodies asked with the same page share their statements. */
interface Key {
  organisationId: string;
  args: PeopleArgs;
}
interface Found {
  root: string;
  id: string;
  total: number;
}

/** The people of a body's subtree on the business day whom the caller may see, by name (decision 5). */
export const peopleOf = (ctx: RequestContext, organisationId: string, args: PeopleArgs): Promise<Page<PersonEntity>> =>
  peopleOfLoader(ctx).load({ organisationId, args });

const peopleOfLoader = (ctx: RequestContext) =>
  loader<Key, Page<PersonEntity>>(ctx, 'peopleOf', async (keys) => {
    const groups = Map.groupBy(keys, (key) => JSON.stringify([key.args.first ?? null, key.args.after ?? null, key.args.search ?? null]));
    const pages = new Map<Key, Page<PersonEntity>>();
    for (const group of groups.values()) await loadGroup(ctx, group, pages);
    return keys.map((key) => pages.get(key) as Page<PersonEntity>);
  });

async function loadGroup(ctx: RequestContext, group: readonly Key[], pages: Map<Key, Page<PersonEntity>>): Promise<void> {
  const args = group[0]?.args ?? {};
  const first = pageSize(args, PEOPLE_LIMITS);
  const rows = await find(
    ctx,
    group.map((key) => key.organisationId),
    args,
    first,
  );
  const people = await personLoader(ctx).loadMany(rows.flatMap((row) => row.id ?? []));
  const byId = new Map(people.flatMap((p) => (p && !(p instanceof Error) ? [[p.id, p] as const] : [])));
  const byRoot = Map.groupBy(rows, (row) => row.root);
  for (const key of group) {
    const own = byRoot.get(key.organisationId) ?? [];
    const nodes = own.flatMap((row) => byId.get(row.id) ?? []);
    pages.set(
      key,
      makePage(nodes.slice(0, first), own[0]?.total ?? 0, nodes.length > first, (p) => encodeCursor([p.fullName, p.id])),
    );
  }
}

/** One statement for all bodies: subtree, visibility and search first, then the page of each by key. */
async function find(ctx: RequestContext, roots: string[], args: PeopleArgs, first: number): Promise<Found[]> {
  const directory = directoryOf(ctx);
  const [name, id] = afterOf(args.after);
  return ctx.db.query(
    `with recursive sub(root, id) as (
       select o.id, o.id from organisation o where o.id = any($1)
       union select sub.root, o.id from organisation o join sub on o.parent_id = sub.id
     ), hit as (
       select distinct sub.root, p.id, p.full_name
       from sub join posting x on coalesce(x.unit_id, x.organisation_id) = sub.id join person p on p.id = x.person_id
       where x.valid_from <= $2 and (x.valid_to is null or x.valid_to >= $2)
         and ($3 or x.organisation_id = any($4) or p.id = $5 or ($6 and exists (select 1 from released_person r where r.person_id = p.id::text)))
         and ($7::text is null or p.search like '%' || $7 || '%')
     ), total as (select root, count(*)::int as total from hit group by root),
     page as (
       select hit.*, row_number() over (partition by root order by full_name, id) as rn from hit
       where $8::text is null or (full_name, id) > ($8, $9::uuid)
     )
     select total.root, page.id, total.total from total left join page on page.root = total.root and page.rn <= $10 order by total.root, page.rn`,
    [
      roots,
      ctx.today(),
      directory.all,
      directory.departments,
      directory.selfId,
      directory.releasedOnly,
      args.search ? searchKey(args.search) : null,
      name,
      id,
      first + 1,
    ],
  );
}

function afterOf(after: string | undefined): [string | null, string | null] {
  if (!after) return [null, null];
  const values = decodeCursor(after);
  if (values.length !== 2) throw fault('BAD_USER_INPUT', 'This cursor was not made by this list.', { field: 'after' });
  return [values[0] as string, values[1] as string];
}
