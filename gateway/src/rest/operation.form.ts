import {
  isNonNullType,
  Kind,
  parse,
  typeFromAST,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { AnswerSchemas } from './answer.schema.js';
import type { ClientOperation } from './client.operations.js';
import { inputSchema, type Components, type JsonSchema } from './json.schema.js';

/** What an operation takes and gives, in JSON Schema. */
export interface OperationForm {
  readonly name: string;
  readonly kind: 'query' | 'mutation';
  readonly hash: string;
  readonly text: string;
  /** The fields it asks first, for people. */
  readonly summary: string;
  readonly variables: JsonSchema;
  readonly data: JsonSchema;
}

/** @returns null = no query nor mutation: there is nothing to call */
export function formOf(schema: GraphQLSchema, operation: ClientOperation, components: Components): OperationForm | null {
  const document = parse(operation.text, { noLocation: true });
  const node = document.definitions.find((d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION);
  const root = node && schema.getRootType(node.operation);
  if (!node || !root || node.operation === 'subscription') return null;
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d] as const] : [])));
  const { name, hash, text } = operation;
  const roots = node.selectionSet.selections.flatMap((s) => (s.kind === Kind.FIELD ? [s.name.value] : []));
  const described = roots.map((field) => root.getFields()[field]?.description ?? field);
  const data = new AnswerSchemas(schema, fragments).of(root, [node.selectionSet]);
  return { name, kind: node.operation, hash, text, summary: described.join(' · '), variables: variablesOf(schema, node, components), data };
}

function variablesOf(schema: GraphQLSchema, node: OperationDefinitionNode, components: Components): JsonSchema {
  const variables = (node.variableDefinitions ?? []).flatMap(({ variable, type, defaultValue }) => {
    const found = typeFromAST(schema, type as TypeNode as never) as GraphQLInputType | undefined;
    return found ? [{ name: variable.name.value, type: found, isRequired: isNonNullType(found) && !defaultValue }] : [];
  });
  return {
    type: 'object',
    properties: Object.fromEntries(variables.map(({ name, type }) => [name, inputSchema(type, components)])),
    required: variables.filter(({ isRequired }) => isRequired).map(({ name }) => name),
    additionalProperties: false,
  };
}
