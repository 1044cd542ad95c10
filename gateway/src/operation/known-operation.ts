import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { factsOf, type OperationFacts } from './operation.facts.js';

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

/** Reads every operation once; what is known of it lives as long as its document. */
export class KnownOperations {
  readonly #known = new WeakMap<OperationDefinitionNode, KnownOperation>();

  constructor(private readonly supergraph: string) {}

  of(schema: GraphQLSchema, document: DocumentNode, node: OperationDefinitionNode, hash: string): KnownOperation {
    const there = this.#known.get(node);
    if (there) return there;
    const { supergraph } = this;
    const facts = factsOf(schema, document, node);
    const known = { document, node, name: node.name?.value ?? null, kind: node.operation, facts, hash, supergraph, schema };
    this.#known.set(node, known);
    return known;
  }
}
