import type { OrganisationStaffFacts, StaffMemberFact } from '@thidua/contracts';
import { loader, type RequestContext } from '@thidua/server';

interface UnitRow {
  root: string;
  id: string;
  name: string;
  kind: string;
  relation: 'BELONGS' | 'DIRECTLY_UNDER' | null;
  from: string | null;
  to: string | null;
}
interface MemberRow {
  root: string;
  person_id: string;
  name: string;
  unit_id: string;
  unit_name: string;
  category: string;
  title: string;
  direct: boolean;
  from: string;
  to: string | null;
  leave_reason: string | null;
}
interface BodyRow {
  root: string;
  id: string;
  name: string;
  kind: string;
}

const SUBTREE = `with recursive sub(root, id) as (
  select o.id, o.id from organisation o where o.id = any($1)
  union select sub.root, o.id from organisation o join sub on o.parent_id = sub.id
)`;

/**
 * Whole-history staff of bodies for `@requires` (decision 14): every posting ever in the subtree, its units, and the Party,
 * union and youth bodies linked to it. People of the board, who sit in no unit, carry the department itself as unit.
 */
export const staffFactsLoader = (ctx: RequestContext) =>
  loader<string, OrganisationStaffFacts>(ctx, 'staffFacts', async (ids) => {
    const members: MemberRow[] = await ctx.db.query(
      `${SUBTREE} select sub.root, p.id as person_id, p.full_name as name, u.id as unit_id, u.name as unit_name, p.category, x.title,
         p.is_direct_worker as direct, x.valid_from::text as "from", x.valid_to::text as "to", x.leave_reason
       from sub join posting x on coalesce(x.unit_id, x.organisation_id) = sub.id
       join organisation u on u.id = sub.id join person p on p.id = x.person_id
       order by p.full_name, p.id, x.valid_from`,
      [ids],
    );
    const units: UnitRow[] = await ctx.db.query(
      `${SUBTREE} select sub.root, o.id, o.name, o.kind, o.relation, o.valid_from::text as "from", o.valid_to::text as "to"
       from sub join organisation o on o.id = sub.id where o.relation is not null order by o.position`,
      [ids],
    );
    const bodies: BodyRow[] = await ctx.db.query(
      `select o.department_id as root, o.id, o.name, o.kind from organisation o
       where o.department_id = any($1) and o.kind in ('PARTY', 'UNION', 'YOUTH') order by o.position`,
      [ids],
    );
    return assemble(ids, members, units, bodies);
  });

function assemble(ids: readonly string[], members: MemberRow[], units: UnitRow[], bodies: BodyRow[]): OrganisationStaffFacts[] {
  const byRoot = <T extends { root: string }>(rows: T[]) => Map.groupBy(rows, (row) => row.root);
  const [m, u, b] = [byRoot(members), byRoot(units), byRoot(bodies)];
  return ids.map((id) => ({
    members: (m.get(id) ?? []).map(memberFact),
    units: (u.get(id) ?? []).map(({ root: _root, ...unit }) => unit),
    bodies: (b.get(id) ?? []).map(({ root: _root, ...body }) => body),
  }));
}

const memberFact = (row: MemberRow): StaffMemberFact => ({
  personId: row.person_id,
  name: row.name,
  unitId: row.unit_id,
  unitName: row.unit_name,
  category: row.category,
  title: row.title,
  direct: row.direct,
  from: row.from,
  to: row.to,
  ...(row.leave_reason ? { leaveReason: row.leave_reason } : {}),
});
