import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { OperationFacts } from './operation.facts.js';

/** An operation as read once from its validated document; the same object for every request of one supergraph. */
export interface KnownOperation {
  readonly document: DocumentNode;
  readonly node: OperationDefinitionNode;
  readonly name: string | null;
  readonly kind: 'query' | 'mutation' | 'subscription';
  readonly facts: OperationFacts;
  /** SHA-256 (hex) of the document's text as the client sent or registered it. */
  readonly hash: string;
  /** Id (SHA-256, hex) of the supergraph it was read for. */
  readonly supergraph: string;
  /** What clients see of that supergraph. */
  readonly schema: GraphQLSchema;
}
