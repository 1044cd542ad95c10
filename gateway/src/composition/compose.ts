import { composeServices } from '@apollo/composition';
import { lexicographicSortSchema, parse, printSchema } from 'graphql';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';

const configuration = z.object({
  subgraphs: z.array(z.object({ name: z.string(), sdl: z.string(), url: z.url(), owns: z.array(z.string()).default([]) })).min(1),
});

export interface SubgraphSdl {
  name: string;
  url: string;
  sdl: string;
}

/** A subgraph as committed. */
export interface CommittedSubgraph extends SubgraphSdl {
  /** Entities it owns although others define them too; what it alone defines needs no word. */
  owns: readonly string[];
}

export interface Composed {
  /** What the gateway runs on. */
  supergraph: string;
  /** What clients see. */
  api: string;
}

/** Reads `supergraph.json`: the subgraphs with their committed SDL. Paths are relative to the file. */
export async function readSubgraphs(file: URL): Promise<CommittedSubgraph[]> {
  const { subgraphs } = configuration.parse(JSON.parse(await readFile(file, 'utf8')));
  return Promise.all(subgraphs.map(async ({ sdl, ...subgraph }) => ({ ...subgraph, sdl: await readFile(new URL(sdl, file), 'utf8') })));
}

/**
 * Composes committed SDL; no subgraph is asked.
 * @throws Error with every composition error on a line of its own.
 */
export function compose(subgraphs: readonly SubgraphSdl[]): Composed {
  const result = composeServices(subgraphs.map(({ name, url, sdl }) => ({ name, url, typeDefs: parse(sdl) })));
  if (result.errors) throw new Error(`The subgraphs do not compose:\n${result.errors.map((e) => `  ${e.message}`).join('\n')}`);
  const api = printSchema(lexicographicSortSchema(result.schema.toAPISchema().toGraphQLJSSchema()));
  return { supergraph: `${result.supergraphSdl.trimEnd()}\n`, api: `${api.trimEnd()}\n` };
}
