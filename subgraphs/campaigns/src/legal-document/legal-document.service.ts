import { searchKey } from '@thidua/contracts';
import { connectQuery, fault, type ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { numberKey } from './identity.rules.js';
import { LegalDocumentEntity } from './legal-document.entity.js';
import { documentLoader } from './legal-document.loader.js';

export interface DocumentFilter extends ConnectionArgs {
  search?: string;
  includeRuleOnly?: boolean;
}

/** By id, or the best match of a number: own province and centre before guests, newest first (decision 4). @throws BAD_USER_INPUT unless exactly one is given */
export async function findDocument(ctx: RequestContext, by: { id?: string; number?: string }): Promise<LegalDocumentEntity | null> {
  if (by.id && !by.number) return documentLoader(ctx).load(by.id);
  if (!by.number || by.id)
    throw fault('BAD_USER_INPUT', ctx.t('Hãy cho một trong hai: id hoặc number.', 'Give either id or number.'), { field: 'number' });
  return ctx.db
    .createQueryBuilder(LegalDocumentEntity, 'd')
    .where('d.number_key = :key', { key: numberKey(by.number) })
    .orderBy('d.is_guest', 'ASC')
    .addOrderBy('d.rule_only', 'ASC')
    .addOrderBy('d.year', 'DESC', 'NULLS LAST')
    .addOrderBy('d.month', 'DESC', 'NULLS LAST')
    .addOrderBy('d.id')
    .getOne();
}

/** The register: documents that plans cite; those that only rules rest on are listed when asked for (decision 4). */
export function listDocuments(ctx: RequestContext, filter: DocumentFilter): Promise<Page<LegalDocumentEntity>> {
  const query = ctx.db.createQueryBuilder(LegalDocumentEntity, 'd').where(filter.includeRuleOnly ? 'true' : 'not d.rule_only');
  if (filter.search) query.andWhere(`d.search like '%' || :search || '%'`, { search: searchKey(filter.search) });
  return connectQuery(query, filter, [
    {
      sql: '(coalesce(d.year, 0) * 10000 + coalesce(d.month, 0) * 100 + coalesce(d.day, 0))',
      direction: 'DESC',
      of: (row) => String((row.year ?? 0) * 10_000 + (row.month ?? 0) * 100 + (row.day ?? 0)),
      cast: 'int',
    },
    { sql: 'd.id', direction: 'ASC', of: (row) => row.id, cast: 'uuid' },
  ]);
}
