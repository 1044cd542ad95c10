import { getOperationAST, type DocumentNode, type GraphQLSchema } from 'graphql';
import { Recent } from '../http/recent.js';
import type { KnownOperation } from './known-operation.js';
import { factsOf } from './operation.facts.js';
import { variableReader, type Coerced, type Variables } from './variables.js';

/** Texts kept, in characters per generation: a parsed document is some fifty times its text. */
const CAPACITY = 1_000_000;

/** A known operation and how its variables are read. */
export interface ReadyOperation {
  readonly operation: KnownOperation;
  readVariables(given: Variables): Coerced;
}

/** A document that is valid for this supergraph. */
export class KnownDocument {
  readonly #operations = new Map<string | null, ReadyOperation | null>();

  constructor(
    readonly document: DocumentNode,
    readonly hash: string,
    private readonly schema: GraphQLSchema,
    private readonly supergraph: string,
  ) {}

  /** Null = there is no such operation, or several and none is named. */
  operation(name: string | null | undefined): ReadyOperation | null {
    const key = name ?? null; // an empty name is a name
    let found = this.#operations.get(key);
    if (found === undefined && this.#operations.size < 100) this.#operations.set(key, (found = this.#read(name)));
    return found ?? null;
  }

  #read(name: string | null | undefined): ReadyOperation | null {
    const { document, hash, schema, supergraph } = this;
    const node = getOperationAST(document, name);
    if (!node) return null;
    const facts = factsOf(schema, document, node);
    return {
      operation: { document, node, name: node.name?.value ?? null, kind: node.operation, facts, hash, supergraph, schema },
      readVariables: variableReader(schema, node),
    };
  }
}

/** The documents of one supergraph that were parsed and validated, by their text; those not used for long are forgotten. */
export class KnownDocuments {
  readonly #recent = new Recent<KnownDocument>(CAPACITY);

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly supergraph: string,
  ) {}

  find(text: string): KnownDocument | undefined {
    return this.#recent.get(text);
  }

  /** Keeps a document that was found valid. @param hash SHA-256 (hex) of the text */
  learn(text: string, document: DocumentNode, hash: string): KnownDocument {
    const there = this.#recent.get(text);
    if (there) return there;
    const known = new KnownDocument(document, hash, this.schema, this.supergraph);
    this.#recent.set(text, known);
    return known;
  }
}
