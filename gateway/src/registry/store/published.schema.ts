import { buildSchema, type GraphQLSchema } from 'graphql';
import type { PoolClient } from 'pg';

/** What clients see of the graph that is published at this moment. */
export type PublishedSchema = (transaction: PoolClient) => Promise<GraphQLSchema | null>;

/**
 * Read inside the transaction that holds the registry's lock: a gateway that has not yet swapped must not let a module in that the graph,
 * as published a moment ago by another one, cannot serve. Null = nothing is published.
 */
export function publishedSchema(): PublishedSchema {
  let built: { version: number; schema: GraphQLSchema } | null = null;
  return async (transaction) => {
    const { rows } = await transaction.query<{ version: number }>('select version from gateway.supergraph_active');
    const version = rows[0]?.version;
    if (version === undefined) return null;
    if (built?.version !== version) {
      const { rows: found } = await transaction.query<{ api: string }>('select api from gateway.supergraph_version where version = $1', [
        version,
      ]);
      built = { version, schema: buildSchema(found[0]!.api) };
    }
    return built.schema;
  };
}
