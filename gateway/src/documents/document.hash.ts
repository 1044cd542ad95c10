import { createHash } from 'node:crypto';

/** SHA-256 of a document's text, hex: its name everywhere. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** `sha256:<hex>` as requests carry it (GraphQL over HTTP, appendix on persisted documents), or the bare hex. Null = neither. */
export function hashOfId(documentId: unknown): string | null {
  return typeof documentId === 'string' ? (/^(?:sha256:)?([0-9a-f]{64})$/.exec(documentId)?.[1] ?? null) : null;
}
