import { HEADERS, SUBGRAPH_UNAVAILABLE, type FeedPage } from '@thidua/contracts';
import type { ServiceIdentity } from './assertion.js';
import { fault } from './faults.js';

/** The other subgraphs, asked by signed calls: facts for deciding, feeds for reacting. */
export interface Peers {
  /** The same fact list the graph's `@requires` reads, for many entities in one call. Missing entities are null. */
  entities<T>(service: string, typeName: string, ids: readonly string[], field: string): Promise<(T | null)[]>;
  feed(service: string, after: string | null, wait: number): Promise<FeedPage>;
}

const TIMEOUT = 5_000;

export function createPeers(identity: ServiceIdentity, addresses: Record<string, string | undefined>): Peers {
  const call = async (service: string, path: string, init: RequestInit, timeout: number): Promise<unknown> => {
    const origin = addresses[service];
    if (!origin) throw fault('UNAVAILABLE', `${service} is not connected.`, { service, cause: SUBGRAPH_UNAVAILABLE });
    const headers = { ...init.headers, [HEADERS.assertion]: await identity.assertSelf(service) };
    const response = await fetch(new URL(path, origin), { ...init, headers, signal: AbortSignal.timeout(timeout) }).catch(() => {
      throw fault('UNAVAILABLE', `${service} does not answer.`, { service, cause: SUBGRAPH_UNAVAILABLE });
    });
    if (!response.ok) throw fault('UNAVAILABLE', `${service} answered ${response.status}.`, { service, cause: SUBGRAPH_UNAVAILABLE });
    return response.json();
  };

  return {
    async entities<T>(service: string, typeName: string, ids: readonly string[], field: string): Promise<(T | null)[]> {
      const query = `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typeName} { ${field} } } }`;
      const variables = { r: ids.map((id) => ({ __typename: typeName, id })) };
      const body = JSON.stringify({ query, variables });
      const answer = (await call(
        service,
        '/graphql',
        { method: 'POST', body, headers: { 'content-type': 'application/json' } },
        TIMEOUT,
      )) as { data?: { _entities: (Record<string, T> | null)[] }; errors?: { message: string }[] };
      if (!answer.data || answer.errors?.length)
        throw fault('UNAVAILABLE', `${service} could not tell ${field}.`, { service, cause: SUBGRAPH_UNAVAILABLE });
      const key = /^\w+/.exec(field)?.[0] ?? field; // `department { id }` is answered under `department`
      return answer.data._entities.map((entity) => entity?.[key] ?? null);
    },
    feed: (service, after, wait) =>
      call(
        service,
        `/events?limit=200&wait=${wait}${after ? `&after=${encodeURIComponent(after)}` : ''}`,
        {},
        (wait + 5) * 1000,
      ) as Promise<FeedPage>,
  };
}

/** Peers of a subgraph that knows nobody. */
export const noopPeers: Peers = {
  entities: async (service) => {
    throw fault('UNAVAILABLE', `${service} is not connected.`, { service });
  },
  feed: async (service) => {
    throw fault('UNAVAILABLE', `${service} is not connected.`, { service });
  },
};
