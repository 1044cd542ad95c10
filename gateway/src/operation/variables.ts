import { getVariableValues, GraphQLError } from 'graphql';
import type { KnownOperation } from './known-operation.js';

/** As graphql-js: more are not told. */
const MOST = 20;

export type Variables = Readonly<Record<string, unknown>>;

/** A request's variables as the schema understands them, or what is wrong with them. */
export function coerceVariables(
  { schema, node }: Pick<KnownOperation, 'schema' | 'node'>,
  given: Variables,
): { coerced: Variables; faults?: undefined } | { coerced?: undefined; faults: readonly GraphQLError[] } {
  const definitions = node.variableDefinitions;
  if (!definitions?.length) return { coerced: {} };
  const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: MOST });
  if (coerced) return { coerced };
  const faults = errors.map(
    (error) => new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } }),
  );
  return { faults };
}
