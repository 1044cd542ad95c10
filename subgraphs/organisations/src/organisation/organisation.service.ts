import { searchKey } from '@thidua/contracts';
import { connectQuery, fault, type ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { OrganisationEntity, type OrganisationKind } from './organisation.entity.js';
import { organisationLoader } from './organisation.loader.js';

export interface OrganisationFilter extends ConnectionArgs {
  kind?: OrganisationKind;
  search?: string;
  includeEnded?: boolean;
}

/** By id or by code, exactly one. @throws BAD_USER_INPUT otherwise. */
export async function findOrganisation(ctx: RequestContext, by: { id?: string; code?: string }): Promise<OrganisationEntity | null> {
  if (by.id && !by.code) return organisationLoader(ctx).load(by.id);
  if (by.code && !by.id) return ctx.db.findOneBy(OrganisationEntity, { code: by.code });
  throw fault('BAD_USER_INPUT', ctx.t('Hãy cho một trong hai: id hoặc code.', 'Give either id or code.'), { field: 'code' });
}

/** Bodies in force on the business day in the order of the tree; search in names, codes and aliases, with or without marks (R-008, PF-11). */
export function listOrganisations(ctx: RequestContext, filter: OrganisationFilter): Promise<Page<OrganisationEntity>> {
  const query = ctx.db.createQueryBuilder(OrganisationEntity, 'o').where('true');
  if (filter.kind) query.andWhere('o.kind = :kind', { kind: filter.kind });
  if (!filter.includeEnded) {
    query.andWhere('(o.valid_from is null or o.valid_from <= :today) and (o.valid_to is null or o.valid_to >= :today)', {
      today: ctx.today(),
    });
  }
  if (filter.search) {
    query.andWhere(
      `(o.search like '%' || :search || '%' or exists (select 1 from organisation_alias a where a.organisation_id = o.id and a.search like '%' || :search || '%'))`,
      { search: searchKey(filter.search) },
    );
  }
  return connectQuery(query, filter, [
    { sql: 'o.position', direction: 'ASC', of: (row) => String(row.position), cast: 'int' },
    { sql: 'o.id', direction: 'ASC', of: (row) => row.id, cast: 'uuid' },
  ]);
}
