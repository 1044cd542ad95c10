import { SUBGRAPH_UNAVAILABLE } from '@thidua/contracts';
import type { GraphQLFormattedError } from 'graphql';
import type { Path } from './paths.js';

/** An error as a subgraph sends it. */
export interface SubgraphError {
  message?: string;
  path?: readonly (string | number)[];
  extensions?: Record<string, unknown>;
}

/** Thrown by the client when a subgraph did not answer in a way that can be used. */
export class SubgraphUnavailable extends Error {
  constructor(readonly service: string, message: string, readonly code: string = SUBGRAPH_UNAVAILABLE) {
    super(message);
  }
}

/** A subgraph's own error, at the place in the client's answer where its data would have been. */
export function downstreamError(service: string, error: SubgraphError, path: Path | null): GraphQLFormattedError {
  return {
    message: error.message ?? 'A part of the graph failed.',
    ...(path ? { path } : {}),
    extensions: { code: 'DOWNSTREAM_SERVICE_ERROR', ...error.extensions, service },
  };
}

/** A dead subgraph, at one place. */
export function unavailableError(failure: SubgraphUnavailable, path: Path): GraphQLFormattedError {
  return { message: failure.message, path, extensions: { code: failure.code, service: failure.service } };
}
