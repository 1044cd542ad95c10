import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { Directive, Field, Int, ObjectType } from 'type-graphql';

const bad = (what: string, value: unknown): GraphQLError =>
  new GraphQLError(`${what}: ${JSON.stringify(value)}`, { extensions: { code: 'BAD_USER_INPUT' } });

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const instant = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && value >= '0001' && instant.toISOString().startsWith(value);
}

const ofLiteral =
  (parse: (value: unknown) => unknown) =>
  (node: ValueNode): unknown =>
    parse(node.kind === Kind.STRING || node.kind === Kind.INT ? node.value : null);

function parseDay(value: unknown): string {
  if (isDay(value)) return value;
  throw bad('Expected a date as YYYY-MM-DD', value);
}

/** A Vietnamese calendar day, "YYYY-MM-DD" (PF-12). A deadline of a day ends at 24:00 local time. */
export const LocalDateScalar = new GraphQLScalarType<string, string>({
  name: 'LocalDate',
  description: 'Ngày theo lịch Việt Nam, "YYYY-MM-DD".',
  serialize: (value) => parseDay(value),
  parseValue: (value) => parseDay(value),
  parseLiteral: (node) => ofLiteral(parseDay)(node) as string,
});

/** What the tables can hold and a calendar shows. */
const EARLIEST = new Date('0001-01-01T00:00:00Z');
const LATEST = new Date('9999-12-31T23:59:59.999Z');

function parseInstant(value: unknown): Date {
  const instant = value instanceof Date ? value : new Date(String(value));
  if (!(instant >= EARLIEST && instant <= LATEST)) throw bad('Expected an instant as ISO 8601', value);
  return instant;
}

/** An instant, ISO 8601 in UTC on the wire. */
export const DateTimeScalar = new GraphQLScalarType<Date, string>({
  name: 'DateTime',
  description: 'Thời điểm, ISO 8601.',
  serialize: (value) => parseInstant(value).toISOString(),
  parseValue: parseInstant,
  parseLiteral: (node) => ofLiteral(parseInstant)(node) as Date,
});

function parseDong(value: unknown): string {
  const text = String(value);
  if (!/^-?\d+$/.test(text)) throw bad('Expected đồng as an integer', value);
  return BigInt(text).toString();
}

/** Money in đồng: an integer, a string on the wire (it may pass 2^53). */
export const DongScalar = new GraphQLScalarType<string, string>({
  name: 'Dong',
  description: 'Số tiền, đồng, số nguyên.',
  serialize: parseDong,
  parseValue: parseDong,
  parseLiteral: (node) => ofLiteral(parseDong)(node) as string,
});

/** Whole-history fact lists for `@requires`; opaque to clients and inaccessible in the graph. Shapes: contracts `facts.ts`. */
export const FactsScalar = new GraphQLScalarType<unknown, unknown>({
  name: 'Facts',
  serialize: (value) => value,
  parseValue: (value) => value,
});

/** A date of which the source prints only a part: "ngày tháng 02 năm 2025". */
@Directive('@shareable')
@ObjectType({ description: 'Ngày có thể thiếu ngày hoặc tháng.' })
export class PartialDate {
  @Field(() => Int) year: number;
  @Field(() => Int, { nullable: true }) month: number | null;
  @Field(() => Int, { nullable: true }) day: number | null;
}
