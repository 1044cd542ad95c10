import {
  getVariableValues,
  GraphQLError,
  isEnumType,
  isInputType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  typeFromAST,
  valueFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** More are not told. */
const MOST = 20;

export type Variables = Readonly<Record<string, unknown>>;
export type Coerced = { coerced: Variables; faults?: undefined } | { coerced?: undefined; faults: readonly GraphQLError[] };

const NOTHING: Variables = Object.freeze(Object.create(null) as Variables);

/** Values that graphql-js would give back as they are; anything else is left to it. */
type IsPlain = (value: unknown) => boolean;

/**
 * Reads the variables of an operation exactly as graphql-js does: as the schema understands them, defaults filled in, others left
 * out; or what is wrong with them. The usual values (a string for a String, …) are recognised without it.
 */
export function variableReader(schema: GraphQLSchema, node: OperationDefinitionNode): (given: Variables) => Coerced {
  const definitions = node.variableDefinitions ?? [];
  if (definitions.length === 0) return () => ({ coerced: NOTHING });
  const exact = (given: Variables): Coerced => {
    const { coerced, errors } = getVariableValues(schema, definitions, given, { maxErrors: MOST });
    if (coerced) return { coerced };
    return {
      faults: errors.map(
        (error) => new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } }),
      ),
    };
  };
  const plain = definitions.map((definition) => {
    const type = typeFromAST(schema, definition.type as never) as GraphQLInputType | undefined;
    if (!type || !isInputType(type)) return null;
    const fallback = definition.defaultValue ? valueFromAST(definition.defaultValue, type) : undefined;
    return { name: definition.variable.name.value, isPlain: plainOf(type), isNeeded: isNonNullType(type), fallback };
  });
  if (plain.includes(null)) return exact;
  const readers = plain.flatMap((one) => one ?? []);
  return (given) => {
    const coerced: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
    for (const { name, isPlain, isNeeded, fallback } of readers) {
      const value = Object.hasOwn(given, name) ? given[name] : undefined;
      if (value === undefined) {
        // An own key without a value is not what is left out; JSON has none, so the exact way may decide.
        if (Object.hasOwn(given, name) || (isNeeded && fallback === undefined)) return exact(given);
        if (fallback !== undefined) coerced[name] = fallback;
      } else if (isPlain(value)) coerced[name] = value;
      else return exact(given);
    }
    return { coerced };
  };
}

function plainOf(type: GraphQLInputType): IsPlain {
  if (isNonNullType(type)) {
    const inner = plainOf(type.ofType as GraphQLInputType);
    return (value) => value !== null && inner(value);
  }
  if (isListType(type)) {
    const inner = plainOf(type.ofType as GraphQLInputType);
    return (value) => value === null || (Array.isArray(value) && value.every(inner));
  }
  if (isEnumType(type)) {
    const values = new Set(type.getValues().flatMap(({ name, value }) => (name === value ? [name] : [])));
    return (value) => value === null || (typeof value === 'string' && values.has(value));
  }
  if (isScalarType(type) && isSpecifiedScalarType(type)) return PLAIN[type.name] ?? (() => false);
  return (value) => value === null;
}

const PLAIN: Record<string, IsPlain> = {
  String: (value) => value === null || typeof value === 'string',
  ID: (value) => value === null || typeof value === 'string',
  Boolean: (value) => value === null || typeof value === 'boolean',
  Int: (value) => value === null || (typeof value === 'number' && (value | 0) === value),
  Float: (value) => value === null || (typeof value === 'number' && Number.isFinite(value)),
};
