import type { Locale } from '@thidua/server';
import { createHash } from 'node:crypto';
import { GraphQLError } from 'graphql';
import type { Via } from '../operation/stage.js';
import type { AutomaticDocuments, DocumentSource } from './document-source.js';
import type { GraphParams } from './graph-request.js';
import { say } from './problem.js';

export interface Documents {
  source: DocumentSource;
  /** Null = nobody may. */
  automatic: AutomaticDocuments | null;
}

/** Parameters with the text they mean. */
export interface Resolved {
  readonly params: GraphParams;
  readonly via: Via;
  /** SHA-256 (hex) of the text where it is known already. */
  readonly hash: string | null;
  /** To be kept under its hash when it turns out to be valid. */
  readonly isOffered: boolean;
}

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const HASH = /^(?:sha256:)?([0-9a-f]{64})$/;

/** Finds the text of a request that names it by hash. Sync for the text itself. @throws GraphQLError */
export function resolveText(
  params: GraphParams,
  actor: { readonly kind: string },
  documents: Documents,
  locale: Locale = 'vi',
): Resolved | Promise<Resolved> {
  if (params.documentId !== undefined) return byDocument(params, params.documentId, documents.source, locale);
  const persisted = params.extensions?.['persistedQuery'];
  if (persisted !== undefined) return byAutomatic(params, persisted, documents.automatic?.mayUse(actor) ? documents.automatic : null);
  return { params, via: 'text', hash: null, isOffered: false };
}

function byDocument(params: GraphParams, documentId: string, source: DocumentSource, locale: Locale): Resolved | Promise<Resolved> {
  const hash = HASH.exec(documentId)?.[1];
  if (!hash || params.query !== undefined) {
    const why = hash ? 'A request has either `query` or `documentId`.' : '`documentId` is `sha256:` and 64 hexadecimal digits.';
    throw failure(why, 'BAD_USER_INPUT', 400);
  }
  const found = source.find(hash);
  const give = (text: string | null): Resolved => {
    if (text === null) throw notRegistered(locale);
    return { params: withText(params, text), via: 'document', hash, isOffered: false };
  };
  return found instanceof Promise ? found.then(give) : give(found);
}

function byAutomatic(params: GraphParams, given: unknown, automatic: AutomaticDocuments | null): Resolved | Promise<Resolved> {
  if (!automatic) throw failure('PersistedQueryNotSupported', 'PERSISTED_QUERY_NOT_SUPPORTED', 200);
  const { version, sha256Hash: hash } = (given ?? {}) as { version?: unknown; sha256Hash?: unknown };
  if (version !== 1) throw failure('Unsupported persisted query version', 'BAD_USER_INPUT', 400);
  if (typeof hash !== 'string' || !/^[0-9a-f]{64}$/.test(hash)) throw failure('provided sha does not match query', 'BAD_USER_INPUT', 400);
  if (params.query !== undefined) {
    if (hashOf(params.query) !== hash) throw failure('provided sha does not match query', 'BAD_USER_INPUT', 400);
    return { params: withText(params, params.query), via: 'apq', hash, isOffered: true };
  }
  const give = (text: string | null): Resolved => {
    if (text === null) throw failure('PersistedQueryNotFound', 'PERSISTED_QUERY_NOT_FOUND', 200);
    return { params: withText(params, text), via: 'apq', hash, isOffered: false };
  };
  const found = automatic.find(hash);
  return found instanceof Promise ? found.then(give) : give(found);
}

/** The server behind sees a request with its text, and nothing of how it came. */
function withText({ operationName, variables, extensions }: GraphParams, query: string): GraphParams {
  const { persistedQuery: _, ...rest } = extensions ?? {};
  return { query, ...(operationName ? { operationName } : {}), ...(variables ? { variables } : {}), extensions: rest };
}

/** The code is the one clients of other servers know. */
const notRegistered = (locale: Locale): GraphQLError =>
  new GraphQLError(say(locale, 'Thao tác này chưa được đăng ký với đồ thị.', 'This operation is not registered with the graph.'), {
    extensions: {
      code: 'PERSISTED_QUERY_NOT_FOUND',
      reason: 'DOCUMENT_NOT_REGISTERED',
      remedy: say(
        locale,
        'Tải lại trang để nhận phiên bản đang dùng; hệ thống tích hợp đăng ký bằng PUT /registry/documents.',
        'Reload the page to get the release in use; an integrator registers with PUT /registry/documents.',
      ),
      http: { status: 404 },
    },
  });

const failure = (message: string, code: string, status: number): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status } } });
