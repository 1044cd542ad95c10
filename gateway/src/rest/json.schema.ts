import {
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isScalarType,
  isSpecifiedScalarType,
  type GraphQLEnumType,
  type GraphQLInputType,
  type GraphQLScalarType,
} from 'graphql';

/** The part of JSON Schema (2020-12, as in OpenAPI 3.1) that operations need. */
export interface JsonSchema {
  readonly type?: string;
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly items?: JsonSchema;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly JsonSchema[];
  readonly additionalProperties?: boolean;
  readonly $ref?: string;
}

/** Schemas that are referred to by name. */
export type Components = Map<string, JsonSchema>;

const SCALARS: Readonly<Record<string, JsonSchema>> = {
  ID: { type: 'string' },
  String: { type: 'string' },
  Int: { type: 'integer' },
  Float: { type: 'number' },
  Boolean: { type: 'boolean' },
  DateTime: { type: 'string', format: 'date-time' },
  LocalDate: { type: 'string', format: 'date' },
};

export const orNull = (schema: JsonSchema): JsonSchema => ({ anyOf: [schema, { type: 'null' }] });

const said = (schema: JsonSchema, description: string | null | undefined): JsonSchema =>
  description ? { ...schema, description } : schema;

/** A scalar of ours without a form of its own travels as text: exact numbers and money do. */
export function leafSchema(type: GraphQLScalarType | GraphQLEnumType): JsonSchema {
  if (isEnumType(type)) return said({ type: 'string', enum: type.getValues().map(({ name }) => name) }, type.description);
  const known = SCALARS[type.name] ?? { type: 'string' };
  return isSpecifiedScalarType(type) ? known : said(known, type.description);
}

/** What may be sent for a type; input objects become components. */
export function inputSchema(type: GraphQLInputType, components: Components): JsonSchema {
  if (!isNonNullType(type)) return orNull(presentInput(type, components));
  return presentInput(type.ofType as GraphQLInputType, components);
}

function presentInput(type: GraphQLInputType, components: Components): JsonSchema {
  const present = getNullableType(type) as GraphQLInputType;
  if (isListType(present)) return { type: 'array', items: inputSchema(present.ofType as GraphQLInputType, components) };
  if (isScalarType(present) || isEnumType(present)) return leafSchema(present);
  if (!isInputObjectType(present)) return {};
  if (!components.has(present.name)) {
    components.set(present.name, {}); // ends where a type holds itself
    const fields = Object.values(present.getFields());
    const required = fields.filter(({ type: of, defaultValue }) => isNonNullType(of) && defaultValue === undefined).map(({ name }) => name);
    const properties = Object.fromEntries(
      fields.map(({ name, type: of, description }) => [name, said(inputSchema(of, components), description)]),
    );
    components.set(present.name, said({ type: 'object', properties, required, additionalProperties: false }, present.description));
  }
  return { $ref: `#/components/schemas/${present.name}` };
}
