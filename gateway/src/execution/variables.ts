import { getVariableValues, GraphQLError, Kind, type DocumentNode, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';

const MOST = 20;

/** What is wrong with a request's variables: missing, or of another type than declared. */
export function variableFaults(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Record<string, unknown>,
): readonly GraphQLError[] {
  if (!operation.variableDefinitions?.length) return [];
  const { errors = [] } = getVariableValues(schema, operation.variableDefinitions, given, { maxErrors: MOST });
  return errors.map((error) => new GraphQLError(error.message, { nodes: error.nodes ?? null, extensions: { code: 'BAD_USER_INPUT' } }));
}

/** @throws GraphQLError when the document holds no such operation */
export function operationOf(document: DocumentNode, name?: string): OperationDefinitionNode {
  const found = document.definitions.find(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION && (!name || d.name?.value === name),
  );
  if (!found)
    throw new GraphQLError('There is no such operation in this document.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
  return found;
}
