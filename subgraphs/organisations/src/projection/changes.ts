import { ROLES } from '@thidua/contracts';
import { connectQuery, type ConnectionArgs, DateTimeScalar, PageInfo, type Page, type RequestContext } from '@thidua/server';
import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { behind, FeedState } from './feed-state.js';
import { ChangeRowEntity } from './projection.entity.js';

@InterfaceType({ description: 'Đối tượng đã thay đổi: đọc tiếp bằng id ở trường gốc của nó.' })
export abstract class Changed {
  @Field(() => ID) id: string;
}

@ObjectType({ implements: Changed })
export class ChangedEntity implements Changed {
  @Field(() => ID) id: string;
  @Field(() => String, { description: 'Person, Plan, Decision …' }) typeName: string;
}

@ObjectType({ description: 'Một thay đổi theo thứ tự ghi nhận; WITHDRAWN là dấu xóa (tombstone).' })
export class Change {
  @Field(() => ID, { description: 'Số thứ tự ghi nhận.' }) id: string;
  @Field(() => DateTimeScalar) at: Date;
  @Field(() => Changed) entity: Changed;
  @Field(() => String, { description: 'CREATED | UPDATED | WITHDRAWN' }) kind: string;
  supersedesId: string | null;
}

@ObjectType()
export class ChangeEdge {
  @Field(() => String) cursor: string;
  @Field(() => Change) node: Change;
}

@ObjectType()
export class ChangeConnection {
  @Field(() => Int) totalCount: number;
  @Field(() => [Change]) nodes: Change[];
  @Field(() => [ChangeEdge]) edges: ChangeEdge[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => [FeedState]) behind: FeedState[];
}

/** Departments and province reach of a caller for `changes`; a client sees what is public or of the whole province. */
function reachOf(ctx: RequestContext): { all: boolean; departments: string[]; mine: string | null } {
  if (ctx.actor.kind !== 'person') return { all: false, departments: [], mine: null };
  const readers = ctx.actor.roles.filter((claim) => ROLES[claim.role].permissions.includes('changes:read'));
  return {
    all: readers.some((claim) => claim.scopeKind === 'PROVINCE'),
    departments: readers.flatMap((claim) =>
      claim.scopeKind === 'DEPARTMENT' ? [claim.scopeId] : claim.departmentId ? [claim.departmentId] : [],
    ),
    mine: ctx.actor.id,
  };
}

/** Changes since an instant that the caller may see, in the order of ingestion: an old cursor never misses a new row (J-13). */
export async function changesSince(ctx: RequestContext, since: Date, args: ConnectionArgs): Promise<ChangeConnection> {
  const query = ctx.db
    .createQueryBuilder(ChangeRowEntity, 'c')
    .where('c.at >= :since', { since })
    .andWhere(
      `(c.visibility_kind in ('PUBLIC', 'PROVINCE') or (c.visibility_kind = 'DEPARTMENT' and (:all or c.visibility_id = any(:departments)))
      or (c.visibility_kind = 'PERSON' and c.visibility_id = :mine))`,
      reachOf(ctx),
    );
  const page = await connectQuery(query, args, [{ sql: 'c.seq', direction: 'ASC', of: (row) => row.seq, cast: 'bigint' }]);
  return Object.assign(new ChangeConnection(), present(page), { behind: await behind(ctx) });
}

function present(page: Page<ChangeRowEntity>): Page<Change> {
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: changeOf(node) }));
  return { totalCount: page.totalCount, pageInfo: page.pageInfo, edges, nodes: edges.map((edge) => edge.node) };
}

export function changeOf(row: ChangeRowEntity): Change {
  const entity = Object.assign(new ChangedEntity(), { id: row.entityId, typeName: row.typeName });
  return Object.assign(new Change(), { id: row.seq, at: row.at, entity, kind: row.kind, supersedesId: row.supersedesSeq });
}
