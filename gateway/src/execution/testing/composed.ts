import { composeServices } from '@apollo/composition';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse, type GraphQLFormattedError } from 'graphql';
import type { SubgraphClient } from '../client.js';
import { CompiledOperations } from '../compiled-operations.js';
import { createPlanner } from '../planner.js';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.11",
  import: ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible", "@override"])\n`;

export type Parts = Record<string, { sdl: string; resolvers?: object }>;

export interface Asked {
  data: unknown;
  errors: GraphQLFormattedError[];
  /** Subgraphs in the order they were asked. */
  sent: string[];
  plans: number;
}

/** Small subgraphs in this process, composed; answers are JSON as over the wire. */
export function composed(parts: Parts): { sdl: string; ask(query: string, variables?: Record<string, unknown>): Promise<Asked> } {
  const made = composeServices(
    Object.entries(parts).map(([name, { sdl }]) => ({ name, url: `http://${name}`, typeDefs: parse(LINK + sdl) })),
  );
  if (made.errors) throw new Error(made.errors.map((e) => e.message).join('\n'));
  const schemas = new Map(
    Object.entries(parts).map(([name, { sdl, resolvers = {} }]) => [
      name,
      buildSubgraphSchema({ typeDefs: parse(LINK + sdl), resolvers: resolvers as never }),
    ]),
  );
  const planner = createPlanner(made.supergraphSdl);
  const operations = new CompiledOperations<null>(planner);
  const ask = async (query: string, variables: Record<string, unknown> = {}): Promise<Asked> => {
    const sent: string[] = [];
    const client: SubgraphClient<null> = {
      async send(service, { query: source }, text) {
        sent.push(service);
        const variableValues = JSON.parse(text) as Record<string, unknown>;
        return JSON.parse(JSON.stringify(await graphql({ schema: schemas.get(service)!, source, variableValues }))) as never;
      },
    };
    const operation = operations.of(parse(query));
    const answer = await operation.run(client, variables, null);
    return { data: JSON.parse(answer.data) as unknown, errors: answer.errors, sent, plans: operation.plans.length };
  };
  return { sdl: made.supergraphSdl, ask };
}
