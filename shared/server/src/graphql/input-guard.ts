import { defaultFieldResolver, getNamedType, isInputObjectType, isObjectType, type GraphQLInputType, type GraphQLSchema } from 'graphql';
import type { RequestContext } from '../context.js';
import { fault } from '../faults.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** What a value cannot be, with the place in the input it stands at; rows count from 1. */
interface Problem {
  kind: 'id' | 'text';
  field: string;
  row?: number;
}

/** Every field with arguments checks its ids and texts before its resolver runs. */
export function guardInputs(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith('__')) continue;
    for (const field of Object.values(type.getFields())) {
      const given = field.args.filter((arg) => isGuarded(arg.type));
      if (given.length === 0) continue;
      const resolve = field.resolve ?? defaultFieldResolver;
      field.resolve = (source, args: Record<string, unknown>, ctx: RequestContext, info) => {
        for (const arg of given) refuseProblem(ctx, problemOf(arg.type, args[arg.name], arg.name));
        return resolve(source, args, ctx, info) as unknown;
      };
    }
  }
  return schema;
}

function isGuarded(type: GraphQLInputType): boolean {
  const named = getNamedType(type);
  return isInputObjectType(named) || named.name === 'ID' || named.name === 'String';
}

/** The first value that no table can hold: an id that is no UUID, a text with a NUL character. */
export function problemOf(type: GraphQLInputType, value: unknown, field: string): Problem | null {
  if (Array.isArray(value)) return firstOf(value, (item, index) => withRow(problemOf(type, item, field), index + 1));
  const named = getNamedType(type);
  if (isInputObjectType(named) && typeof value === 'object' && value !== null) {
    const fields = named.getFields();
    return firstOf(Object.entries(value), ([name, item]) => (fields[name] ? problemOf(fields[name].type, item, name) : null));
  }
  if (typeof value !== 'string') return null;
  if (named.name === 'ID' && !UUID.test(value)) return { kind: 'id', field };
  return value.includes('\0') ? { kind: 'text', field } : null;
}

function firstOf<T>(items: readonly T[], problem: (item: T, index: number) => Problem | null): Problem | null {
  for (const [index, item] of items.entries()) {
    const found = problem(item, index);
    if (found) return found;
  }
  return null;
}

const withRow = (problem: Problem | null, row: number): Problem | null => (problem ? { ...problem, row: problem.row ?? row } : null);

function refuseProblem(ctx: RequestContext, problem: Problem | null): void {
  if (!problem) return;
  const { kind, ...place } = problem;
  const message =
    kind === 'id'
      ? ctx.t(`“${place.field}” không phải mã của một đối tượng.`, `“${place.field}” is not the id of anything.`)
      : ctx.t(`“${place.field}” có ký tự không lưu được.`, `“${place.field}” has a character that cannot be stored.`);
  throw fault('BAD_USER_INPUT', message, place);
}
