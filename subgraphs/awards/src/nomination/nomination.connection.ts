import { connectionType, connectQuery, type ConnectionArgs, type Page, type RequestContext } from '@thidua/server';
import { searchKey } from '@thidua/contracts';
import { onlyReadable } from './nomination.access.js';
import { NominationEntity } from './nomination.entity.js';

export const { Connection: NominationConnection } = connectionType<NominationEntity>('Nomination', () => NominationEntity);

interface Filter extends ConnectionArgs {
  year?: number;
  award?: string;
  state?: string;
  search?: string;
}

const ORDER = [
  { sql: 'n.award_code', direction: 'ASC' as const, of: (row: NominationEntity) => row.awardCode },
  { sql: 'n.nominee_name', direction: 'ASC' as const, of: (row: NominationEntity) => row.nomineeName },
  { sql: 'n.id', direction: 'ASC' as const, of: (row: NominationEntity) => row.id, cast: 'uuid' },
];

/** Nominations in an organisation: the province's, a department's, a unit's own and its people's; what the caller may read. */
export function nominationsIn(ctx: RequestContext, organisationId: string, args: Filter): Promise<Page<NominationEntity>> {
  const query = ctx.db
    .createQueryBuilder(NominationEntity, 'n')
    .where('(n.department_id = :id or n.unit_id = :id or n.province_id = :id or n.nominee_id = :id)', { id: organisationId });
  if (args.year) query.andWhere('n.year = :year', { year: args.year });
  if (args.award) query.andWhere('n.award_code = :award', { award: args.award });
  if (args.state) query.andWhere('n.state = :state', { state: args.state });
  if (args.search) query.andWhere(`n.search like '%' || search_key(:search) || '%'`, { search: searchKey(args.search) });
  return connectQuery(onlyReadable(query, ctx, 'n'), args, ORDER);
}

/** What waits for the standing body: received and sent dossiers, the oldest due first. */
export function appraisalQueueOf(ctx: RequestContext, organisationId: string, args: ConnectionArgs): Promise<Page<NominationEntity>> {
  const query = ctx.db
    .createQueryBuilder(NominationEntity, 'n')
    .where('(n.department_id = :id or n.unit_id = :id or n.province_id = :id)', { id: organisationId })
    .andWhere('n.state = any(:waiting)', { waiting: ['SUBMITTED', 'RECEIVED', 'APPRAISING'] });
  return connectQuery(onlyReadable(query, ctx, 'n'), args, [
    { sql: `coalesce(n.due_date, '9999-12-31'::date)`, direction: 'ASC', of: (row) => row.dueDate ?? '9999-12-31', cast: 'date' },
    ...ORDER,
  ]);
}
