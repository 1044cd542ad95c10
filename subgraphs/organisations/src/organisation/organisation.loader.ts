import { grouped, inOrder, loader, type RequestContext } from '@thidua/server';
import { In } from 'typeorm';
import { AliasEntity, OrganisationEntity, SuperiorEntity } from './organisation.entity.js';

export const organisationLoader = (ctx: RequestContext) =>
  loader<string, OrganisationEntity | null>(ctx, 'organisation', async (ids) =>
    inOrder(ids, await ctx.db.findBy(OrganisationEntity, { id: In([...ids]) }), (row) => row.id),
  );

/** A body by an id that may be missing. */
export const organisationOrNull = (ctx: RequestContext, id: string | null): Promise<OrganisationEntity | null> =>
  id ? organisationLoader(ctx).load(id) : Promise.resolve(null);

/** Direct units of a body on the business day: those with a relation "thuộc" or "trực thuộc". */
export const unitsLoader = (ctx: RequestContext) =>
  loader<string, OrganisationEntity[]>(ctx, 'units', async (ids) => {
    const rows = await ctx.db
      .createQueryBuilder(OrganisationEntity, 'o')
      .where('o.parent_id in (:...ids) and o.relation is not null', { ids: [...ids] })
      .andWhere('(o.valid_from is null or o.valid_from <= :today) and (o.valid_to is null or o.valid_to >= :today)', { today: ctx.today() })
      .orderBy('o.position')
      .getMany();
    return grouped(ids, rows, (row) => row.parentId as string);
  });

export const aliasLoader = (ctx: RequestContext) =>
  loader<string, AliasEntity[]>(ctx, 'aliases', async (ids) => {
    const rows = await ctx.db.find(AliasEntity, { where: { organisationId: In([...ids]) }, order: { alias: 'ASC' } });
    return grouped(ids, rows, (row) => row.organisationId);
  });

export const superiorLoader = (ctx: RequestContext) =>
  loader<string, SuperiorEntity[]>(ctx, 'superiors', async (ids) => {
    const rows = await ctx.db.findBy(SuperiorEntity, { organisationId: In([...ids]) });
    const today = ctx.today();
    const current = rows.filter((row) => (row.validFrom ?? today) <= today && (row.validTo ?? today) >= today);
    return grouped(
      ids,
      current.toSorted((a, b) => a.line.localeCompare(b.line)),
      (row) => row.organisationId,
    );
  });

/** People with a posting in the subtree on the business day; one statement for all bodies asked. */
export const headcountLoader = (ctx: RequestContext) =>
  loader<string, number>(ctx, 'headcount', async (ids) => {
    const rows: { root: string; total: number }[] = await ctx.db.query(
      `with recursive sub(root, id) as (
         select o.id, o.id from organisation o where o.id = any($1)
         union select sub.root, o.id from organisation o join sub on o.parent_id = sub.id
       )
       select sub.root, count(distinct x.person_id)::int as total
       from sub join posting x on coalesce(x.unit_id, x.organisation_id) = sub.id
       where x.valid_from <= $2 and (x.valid_to is null or x.valid_to >= $2) group by sub.root`,
      [ids, ctx.today()],
    );
    const totals = new Map(rows.map((row) => [row.root, row.total]));
    return ids.map((id) => totals.get(id) ?? 0);
  });
