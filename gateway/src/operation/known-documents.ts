import { getOperationAST, Kind, type DocumentNode, type GraphQLSchema } from 'graphql';
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
    readonly text = '',
  ) {}

  /** Under which its operations are asked; null = the only one, which need not be named. */
  names(): (string | null)[] {
    const named = this.document.definitions.flatMap((d) => (d.kind === Kind.OPERATION_DEFINITION ? [d.name?.value ?? null] : []));
    return named.length === 1 ? [null] : named;
  }

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

  /** Texts in use, the latest first. */
  *texts(): IterableIterator<string> {
    for (const { text } of this.#recent.values()) yield text;
  }

  /** Keeps a document that was found valid. @param hash SHA-256 (hex) of the text */
  learn(text: string, document: DocumentNode, hash: string): KnownDocument {
    const there = this.#recent.get(text);
    if (there) return there;
    const known = new KnownDocument(document, hash, this.schema, this.supergraph, text);
    this.#recent.set(text, known);
    return known;
  }
}
