import { ArgsType, Directive, Field, Int, ObjectType, type ClassType } from 'type-graphql';
import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { fault, isUnreadableValue } from '../faults.js';

@Directive('@shareable')
@ObjectType()
export class PageInfo {
  @Field(() => Boolean) hasNextPage: boolean;
  @Field(() => String, { nullable: true }) endCursor: string | null;
}

@ArgsType()
export class ConnectionArgs {
  @Field(() => Int, { nullable: true, description: 'Số dòng, mặc định 20.' }) first?: number;
  @Field(() => String, { nullable: true }) after?: string;
}

export interface Page<T> {
  totalCount: number;
  nodes: T[];
  edges: { cursor: string; node: T }[];
  pageInfo: { hasNextPage: boolean; endCursor: string | null };
}

/** The connection types of a node: `<name>Connection { totalCount nodes edges pageInfo }`. One call per node, at module level. */
export function connectionType<T extends object>(
  name: string,
  node: () => ClassType<T> | object,
): { Connection: ClassType<Page<T>>; Edge: ClassType<{ cursor: string; node: T }> } {
  const nodeType = node as () => ClassType<T>;
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String) cursor: string;
    @Field(nodeType) node: T;
  }
  @ObjectType(`${name}Connection`)
  class Connection {
    @Field(() => Int) totalCount: number;
    @Field(() => [node() as ClassType<T>]) nodes: T[];
    @Field(() => [Edge]) edges: { cursor: string; node: T }[];
    @Field(() => PageInfo) pageInfo: PageInfo;
  }
  return { Connection, Edge };
}

/** @throws BAD_USER_INPUT when `first` is not within 1…max. */
export function pageSize(args: { first?: number | null }, { standard = 20, max = 100 } = {}): number {
  const first = args.first ?? standard;
  if (first < 0 || first > max)
    throw fault('BAD_USER_INPUT', `first must be between 0 and ${max}, got ${first}.`, { field: 'first', limit: max });
  return first;
}

const foreignCursor = (): Error => fault('BAD_USER_INPUT', 'This cursor was not made by this list.', { field: 'after' });

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

function decode(cursor: string): string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(value) && value.every((part) => typeof part === 'string' && !part.includes('\0'))) return value;
  } catch {
    /* falls through to the same clear error */
  }
  throw foreignCursor();
}

/** Pages a list that is already in memory (small, loaded by a DataLoader). Cursors are the items' ids: stable under change. */
export function connectArray<T>(
  items: readonly T[],
  args: ConnectionArgs,
  idOf: (item: T) => string,
  limits?: { standard?: number; max?: number },
): Page<T> {
  const first = pageSize(args, limits);
  const start = args.after ? items.findIndex((item) => idOf(item) === decode(args.after!)[0]) + 1 : 0;
  const nodes = items.slice(start, start + first);
  return page(nodes, items.length, start + first < items.length, (item) => encode([idOf(item)]));
}

function page<T>(nodes: T[], totalCount: number, hasNextPage: boolean, cursorOf: (node: T) => string): Page<T> {
  const edges = nodes.map((node) => ({ cursor: cursorOf(node), node }));
  return { totalCount, nodes, edges, pageInfo: { hasNextPage, endCursor: edges.at(-1)?.cursor ?? null } };
}

/** One column of a list's order. `sql` is an expression of the query (never client input), `of` reads it back as text. */
export interface OrderKey<T> {
  sql: string;
  direction: 'ASC' | 'DESC';
  of(row: T): string;
  cast?: string;
}

/**
 * Pages a query by key (not by offset): two statements, and no repeats while rows are added. The last key must be unique.
 */
export async function connectQuery<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  args: ConnectionArgs,
  order: OrderKey<T>[],
  limits?: { standard?: number; max?: number },
): Promise<Page<T>> {
  const first = pageSize(args, limits);
  const totalCount = await query.clone().getCount();
  const rows = query.clone();
  order.forEach((key, i) => (i === 0 ? rows.orderBy(key.sql, key.direction) : rows.addOrderBy(key.sql, key.direction)));
  if (args.after) {
    const values = decode(args.after);
    if (values.length !== order.length) throw foreignCursor();
    const alternatives = order.map((_, i) =>
      order
        .slice(0, i + 1)
        .map((key, j) => `${key.sql} ${j < i ? '=' : key.direction === 'ASC' ? '>' : '<'} :after_${j}${key.cast ? `::${key.cast}` : ''}`)
        .join(' and '),
    );
    rows.andWhere(`(${alternatives.map((a) => `(${a})`).join(' or ')})`, Object.fromEntries(values.map((v, i) => [`after_${i}`, v])));
  }
  const found = await rows
    .limit(first + 1)
    .getMany()
    .catch((error: unknown) => {
      throw args.after && isUnreadableValue(error) ? foreignCursor() : error;
    });
  return page(found.slice(0, first), totalCount, found.length > first, (row) => encode(order.map((key) => key.of(row))));
}

/** For lists that a service pages in SQL of its own (several parents in one statement). */
export { decode as decodeCursor, encode as encodeCursor, page as makePage };
