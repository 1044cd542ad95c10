import type { IncomingHttpHeaders } from 'node:http';
import type { Negotiated } from './media-type.js';

/** What a GraphQL request asks, whichever way it came. */
export interface GraphParams {
  readonly query?: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
  readonly documentId?: string;
}

/** One request to the graph. */
export interface GraphRequest {
  readonly method: 'GET' | 'POST';
  /** Null = not of the right form: the server tells in its own words what is wrong. */
  readonly params: GraphParams | null;
  /** As it came: parsed JSON, or text when it was no JSON. */
  readonly body: unknown;
  /** Query part of the address, with its question mark. */
  readonly search: string;
  readonly headers: IncomingHttpHeaders;
  readonly accepts: Negotiated;
}

/** An answer, ready to be written. */
export interface GraphAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly headers?: Iterable<readonly [string, string]>;
  readonly body: string;
}

/** The parameters of a body or an address, or null when one is not what it should be. */
export function paramsOf(given: unknown): GraphParams | null {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return null;
  const { query, operationName, variables, extensions, documentId } = given as Record<string, unknown>;
  const isFine =
    isAbsentOr('string', query) &&
    isAbsentOr('string', documentId) &&
    (operationName === null || isAbsentOr('string', operationName)) &&
    isRecordOrNothing(variables) &&
    isRecordOrNothing(extensions);
  return isFine ? (given as GraphParams) : null;
}

const NAMES = ['query', 'operationName', 'variables', 'extensions', 'documentId'];

/** The parameters in the address of a GET. */
export function searchParamsOf(search: string): GraphParams | null {
  const params = new URLSearchParams(search);
  const found: Record<string, unknown> = {};
  for (const name of NAMES) {
    const [value, ...more] = params.getAll(name);
    if (more.length > 0) return null;
    if (value === undefined) continue;
    found[name] = name === 'variables' || name === 'extensions' ? jsonOf(value) : value;
    if (found[name] === null) return null;
  }
  return paramsOf(found);
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

const isAbsentOr = (type: string, value: unknown): boolean => value === undefined || typeof value === type;
const isRecordOrNothing = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === 'object' && !Array.isArray(value));
