import { searchKey } from '@thidua/contracts';
import { connectQuery, type ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { CampaignEntity, type CampaignKind } from './campaign.entity.js';

export interface CampaignFilter extends ConnectionArgs {
  search?: string;
  kind?: CampaignKind;
  organisation?: string;
}

/** Campaigns from the top of the cascade down; of an organisation: those it started or its plans name. */
export function listCampaigns(ctx: RequestContext, filter: CampaignFilter): Promise<Page<CampaignEntity>> {
  const query = ctx.db.createQueryBuilder(CampaignEntity, 'c').where('true');
  if (filter.kind) query.andWhere('c.kind = :kind', { kind: filter.kind });
  if (filter.search) query.andWhere(`c.search like '%' || :search || '%'`, { search: searchKey(filter.search) });
  if (filter.organisation) {
    query.andWhere(
      `(c.initiator_id = :organisation or exists (select 1 from campaign_assertion a join plan p on p.id = a.plan_id
         where a.campaign_id = c.id and (p.issuer_id = :organisation or p.department_id = :organisation)))`,
      { organisation: filter.organisation },
    );
  }
  return connectQuery(query, filter, [
    { sql: RANK, direction: 'ASC', of: (row) => String(ORDER.indexOf(row.initiatorLevel)), cast: 'int' },
    { sql: 'c.name', direction: 'ASC', of: (row) => row.name },
    { sql: 'c.id', direction: 'ASC', of: (row) => row.id, cast: 'uuid' },
  ]);
}

const ORDER = ['NATIONAL', 'PROVINCE', 'DEPARTMENT', 'UNIT', 'UNION', 'UNKNOWN'];
const RANK = `(array_position(array['${ORDER.join("','")}'], c.initiator_level) - 1)`;
