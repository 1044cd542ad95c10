import documents from '../src/generated/persisted-documents.json' with { type: 'json' };

/** What the graph does with a request that carries a hash: it looks the text up. */
export function withText(body: string): { query: string; variables: Record<string, unknown> } {
  const asked = JSON.parse(body) as { documentId?: string; query?: string; variables?: Record<string, unknown> };
  const registered: Readonly<Record<string, string>> = documents;
  return { query: asked.query ?? registered[asked.documentId ?? ''] ?? '', variables: asked.variables ?? {} };
}
