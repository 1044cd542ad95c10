import { describe, expect, it } from 'vitest';
import { CAST, ROUND } from '../ceremony/ballot.operations.js';
import { hashOf, HOST_DOCUMENTS } from './documents.js';
import { checkOperation } from './graphql.proxy.js';

const HASH = `sha256:${'0a'.repeat(32)}`;
const code = (body: unknown, trusted: 'enforce' | 'open' = 'enforce'): string | null => {
  try {
    checkOperation(Buffer.from(JSON.stringify(body)), trusted);
    return null;
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('what a browser may ask of the graph', () => {
  it('is registered operations only: their hash, never a text', () => {
    expect(code({ documentId: HASH, variables: { id: '1' } })).toBeNull();
    expect(code({ query: '{ viewer { permissions } }' })).toBe('DOCUMENT_REQUIRED');
    expect(code({ query: '{ viewer { permissions } }', documentId: HASH })).toBe('DOCUMENT_REQUIRED');
    expect(code({})).toBe('DOCUMENT_REQUIRED');
    expect(code({ documentId: 7 })).toBe('DOCUMENT_REQUIRED');
  });

  it('is nothing that registers itself on the way', () => {
    expect(code({ documentId: HASH, extensions: { persistedQuery: { version: 1, sha256Hash: '0a'.repeat(32) } } })).toBe(
      'DOCUMENT_REQUIRED',
    );
  });

  it('may be text where a developer’s host is open', () => {
    expect(code({ query: '{ viewer { permissions } }' }, 'open')).toBeNull();
  });

  it('is never a ballot or a signature, not by the hash of the host’s own document either', () => {
    for (const trusted of ['enforce', 'open'] as const) {
      expect(code({ documentId: `sha256:${hashOf(CAST)}` }, trusted)).toBe('CEREMONY_ONLY');
      expect(code({ documentId: hashOf(CAST) }, trusted)).toBe('CEREMONY_ONLY');
      expect(code({ query: CAST }, trusted)).toBe('CEREMONY_ONLY');
    }
    expect(code({ documentId: `sha256:${hashOf(ROUND)}` }), 'reading a round is no act').toBeNull();
  });
});

describe('the host’s own documents', () => {
  it('stand under the hash of their text', () => {
    for (const [hash, text] of Object.entries(HOST_DOCUMENTS)) expect(hashOf(text)).toBe(hash);
    expect(Object.keys(HOST_DOCUMENTS)).toHaveLength(5);
  });
});
