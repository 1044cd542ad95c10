import { GraphQLError, Kind, type DocumentNode, type OperationDefinitionNode } from 'graphql';

/** @throws GraphQLError when the document holds no such operation */
export function operationOf(document: DocumentNode, name?: string): OperationDefinitionNode {
  const found = document.definitions.find(
    (d): d is OperationDefinitionNode => d.kind === Kind.OPERATION_DEFINITION && (!name || d.name?.value === name),
  );
  if (!found)
    throw new GraphQLError('There is no such operation in this document.', { extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } });
  return found;
}
