import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isScalarType,
  Kind,
  TypeInfo,
  typeFromAST,
  visit,
  visitWithTypeInfo,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLNamedType,
} from 'graphql';
import type { KnownOperation } from '../operation/known-operation.js';

/** Values looked at per request, so that a large list of inputs costs no more than a small one. */
const WALK_LIMIT = 200;

/** Arguments, input fields and enum values that stand in an operation's text: `Type.field(argument:)`, `Input.field`, `Enum.VALUE`. */
export function writtenInputs({ schema, document }: Pick<KnownOperation, 'schema' | 'document'>): Set<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Argument(node) {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        if (parent && field && !info.getDirective()) found.add(`${parent.name}.${field.name}(${node.name.value}:)`);
      },
      ObjectField(node) {
        const parent = info.getParentInputType();
        if (parent) found.add(`${getNamedType(parent).name}.${node.name.value}`);
      },
      EnumValue(node) {
        const type = getNamedType(info.getInputType());
        if (type && !type.name.startsWith('__')) found.add(`${type.name}.${node.value}`);
      },
    }),
  );
  return found;
}

/** Input objects and enums that come in variables; empty for most operations, which then cost nothing. */
export type VariableInputs = readonly { name: string; type: GraphQLNamedType }[];

export function variableInputs({ schema, node }: Pick<KnownOperation, 'schema' | 'node'>): VariableInputs {
  return (node.variableDefinitions ?? []).flatMap(({ variable, type: written }) => {
    const type = typeFromAST(schema, written.kind === Kind.NAMED_TYPE ? written : (written as never)) as GraphQLInputType | undefined;
    const named = type && getNamedType(type);
    return named && (isInputObjectType(named) || isEnumType(named)) ? [{ name: variable.name.value, type: named }] : [];
  });
}

interface KnownField {
  coordinate: string;
  type: GraphQLNamedType;
}

/** Fields of input types, read once. */
const fieldsOf = new WeakMap<GraphQLInputObjectType, ReadonlyMap<string, KnownField>>();

function knownFields(type: GraphQLInputObjectType): ReadonlyMap<string, KnownField> {
  let fields = fieldsOf.get(type);
  if (!fields) {
    fields = new Map(
      Object.values(type.getFields()).map((field) => [
        field.name,
        { coordinate: `${type.name}.${field.name}`, type: getNamedType(field.type) },
      ]),
    );
    fieldsOf.set(type, fields);
  }
  return fields;
}

/** Calls `see` for every input field and enum value in a request's variables. */
export function seeInputs(inputs: VariableInputs, variables: Readonly<Record<string, unknown>>, see: (coordinate: string) => void): void {
  let left = WALK_LIMIT;
  const walk = (type: GraphQLNamedType, value: unknown): void => {
    if (value === null || value === undefined || left-- <= 0) return;
    if (Array.isArray(value)) return value.forEach((item) => walk(type, item));
    if (isEnumType(type)) return see(`${type.name}.${String(value)}`);
    if (!isInputObjectType(type) || typeof value !== 'object') return;
    const fields = knownFields(type);
    for (const name in value) {
      const field = fields.get(name);
      if (!field) continue;
      see(field.coordinate);
      if (!isScalarType(field.type)) walk(field.type, (value as Record<string, unknown>)[name]);
    }
  };
  for (const { name, type } of inputs) walk(type, variables[name]);
}
