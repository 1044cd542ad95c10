import { taskTitle } from '@thidua/contracts';
import { connectQuery, ConnectionArgs, DateTimeScalar, LocalDateScalar, PageInfo, type Page, type RequestContext } from '@thidua/server';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import type { SelectQueryBuilder } from 'typeorm';
import { behind, FeedState } from './feed-state.js';
import { InboxTaskEntity } from './projection.entity.js';

@ObjectType({ description: 'Một việc chờ xử lý, của bất kỳ phân hệ nào.' })
export class InboxItem {
  @Field(() => ID) id: string;
  @Field(() => String) kind: string;
  @Field(() => String) title: string;
  @Field(() => LocalDateScalar, { nullable: true }) dueDate: string | null;
  @Field(() => String) link: string;
  @Field(() => Boolean) overdue: boolean;
  @Field(() => String) source: string;
  @Field(() => DateTimeScalar) openedAt: Date;
}

@ObjectType()
export class InboxEdge {
  @Field(() => String) cursor: string;
  @Field(() => InboxItem) node: InboxItem;
}

@ObjectType()
export class InboxConnection {
  @Field(() => Int) totalCount: number;
  @Field(() => [InboxItem]) nodes: InboxItem[];
  @Field(() => [InboxEdge]) edges: InboxEdge[];
  @Field(() => PageInfo) pageInfo: PageInfo;
  @Field(() => [FeedState], { description: 'Nguồn đang chậm: danh sách có thể thiếu việc của nguồn này.' }) behind: FeedState[];
}

/** Open tasks for the person or for a role the person holds, the most urgent first. */
export async function inboxOf(ctx: RequestContext, args: ConnectionArgs): Promise<InboxConnection> {
  const page = await connectQuery(openTasks(ctx), args, [
    { sql: 't.due_order', direction: 'ASC', of: (row) => row.dueOrder, cast: 'date' },
    { sql: 't.seq', direction: 'ASC', of: (row) => row.seq, cast: 'bigint' },
  ]);
  return Object.assign(new InboxConnection(), translate(ctx, page), { behind: await behind(ctx) });
}

function openTasks(ctx: RequestContext): SelectQueryBuilder<InboxTaskEntity> {
  const mine = ctx.actor.kind === 'person' ? ctx.actor.id : null;
  return ctx.db
    .createQueryBuilder(InboxTaskEntity, 't')
    .where('t.closed_at is null')
    .andWhere(
      `(t.assignee_person_id = :mine or exists (
         select 1 from unnest(:roles::text[], :scopes::text[]) held(role, scope) where held.role = t.assignee_role and held.scope = t.assignee_scope_id))`,
      { mine, roles: ctx.actor.roles.map((claim) => claim.role), scopes: ctx.actor.roles.map((claim) => claim.scopeId) },
    );
}

/** How many tasks are open, and those of the given ones that are. */
export async function inboxNow(ctx: RequestContext, ids: readonly string[]): Promise<{ totalCount: number; items: InboxItem[] }> {
  const totalCount = await openTasks(ctx).getCount();
  if (ids.length === 0) return { totalCount, items: [] };
  const rows = await openTasks(ctx)
    .andWhere('t.id = any(:ids)', { ids: [...ids] })
    .orderBy('t.seq')
    .getMany();
  return { totalCount, items: rows.map((row) => itemOf(ctx, row)) };
}

function translate(ctx: RequestContext, page: Page<InboxTaskEntity>): Page<InboxItem> {
  const edges = page.edges.map(({ cursor, node }) => ({ cursor, node: itemOf(ctx, node) }));
  return { totalCount: page.totalCount, pageInfo: page.pageInfo, edges, nodes: edges.map((edge) => edge.node) };
}

function itemOf(ctx: RequestContext, task: InboxTaskEntity): InboxItem {
  return Object.assign(new InboxItem(), {
    id: task.id,
    kind: task.kind,
    title: taskTitle(task.kind, task.vars, ctx.locale),
    dueDate: task.dueDate,
    link: task.link,
    overdue: task.dueDate !== null && task.dueDate < ctx.today(),
    source: task.source,
    openedAt: task.openedAt,
  });
}
