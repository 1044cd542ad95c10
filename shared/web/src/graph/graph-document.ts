import type { PersistedDocument } from '@urql/core';

/** An operation written in a `*.operations.ts` file: text that carries the types of its answer and variables. */
export interface GraphDocument<Result, Variables> {
  toString(): string;
  readonly __apiType?: (variables: Variables) => Result;
  /** What the code generator knows of it; `hash` = `sha256:<hex>` under which it is registered. */
  readonly __meta__?: Readonly<Record<string, unknown>> | undefined;
}

/** A document of whatever types. */
export type AnyDocument = GraphDocument<unknown, never>;

/** How registered documents are sent where nobody says otherwise. */
export const DOCUMENTS: 'hash' | 'text' = 'hash';

/** Stands for a registered document inside the client. */
type RegisteredDocument = PersistedDocument & { readonly text: string };

export const isRegistered = (query: object): query is RegisteredDocument => 'documentId' in query;

const made = new WeakMap<object, PersistedDocument>();

/**
 * What the client is asked with: the hash of a registered document, which is all that travels, or the text of one that has none
 * (a draft in development; a graph that enforces registration refuses it).
 */
export function sendable(document: AnyDocument): string | PersistedDocument {
  const text = String(document);
  const hash = document.__meta__?.['hash'];
  if (typeof hash !== 'string') return text;
  const known = made.get(document);
  if (known) return known;
  const fresh = hashed(hash, text);
  made.set(document, fresh);
  return fresh;
}

/** Names kind and operation, which the client wants to know, and nothing else of the text. */
function hashed(documentId: string, text: string): RegisteredDocument {
  const [, operation = 'query', name] = /\b(query|mutation|subscription)\b\s*(\w+)?/.exec(text) ?? [];
  return {
    kind: 'Document',
    documentId,
    text,
    definitions: [
      {
        kind: 'OperationDefinition',
        operation,
        ...(name ? { name: { kind: 'Name', value: name } } : {}),
        selectionSet: { kind: 'SelectionSet', selections: [] },
      },
    ],
  } as unknown as RegisteredDocument;
}
