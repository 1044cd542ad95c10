import type { CombinedError } from '@urql/core';

/** A fault as pages see it: a stable code, and where in the answer it happened. */
export interface GraphFault {
  /** `FaultCode` of the contracts, `SUBGRAPH_UNAVAILABLE`, or `NETWORK` when no answer came. */
  readonly code: string;
  readonly message: string;
  /** Path in the answer, without list indexes: `organisation.quota`. Empty = the whole answer. */
  readonly path: string;
  /** Subgraph that failed, when the gateway names it. */
  readonly service: string | null;
}

/** Every fault of one answer. A network error is one fault without a path. */
export function faultsOf(error: CombinedError | undefined | null): GraphFault[] {
  if (!error) return [];
  const faults = error.graphQLErrors.map((item): GraphFault => ({
    code: String(item.extensions['code'] ?? 'INTERNAL'),
    message: item.message,
    path: (item.path ?? []).filter((key) => typeof key === 'string').join('.'),
    service: typeof item.extensions['service'] === 'string' ? item.extensions['service'] : null,
  }));
  if (faults.length === 0 && error.networkError) return [{ code: 'NETWORK', message: error.networkError.message, path: '', service: null }];
  return faults;
}

/**
 * The fault that explains why `path` is empty: one on the path itself, above it, or below it. Null when the path is simply
 * empty, so that "nothing there" is never mistaken for "could not be asked".
 */
export function faultAt(faults: readonly GraphFault[], path: string): GraphFault | null {
  return (
    faults.find(
      (fault) => fault.path === '' || fault.path === path || path.startsWith(`${fault.path}.`) || fault.path.startsWith(`${path}.`),
    ) ?? null
  );
}
