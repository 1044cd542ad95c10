import { composeServices } from '@apollo/composition';
import { emitSdl } from '@thidua/server';
import { spawnGraph, type SpawnedGraph, type SpawnOptions } from '@thidua/testing/spawn';
import { parse } from 'graphql';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mottos } from './mottos.subgraph.js';
import { people } from './people.subgraph.js';

/** Two small real subgraphs, composed. Without `news` it is last week's graph. */
export function smallSupergraph({ news = true } = {}): string {
  const sdl = emitSdl(people);
  const composed = composeServices([
    { name: 'organisations', url: 'http://organisations/graphql', typeDefs: parse(news ? sdl : sdl.replace(/^\s+news: .*$/m, '')) },
    { name: 'awards', url: 'http://awards/graphql', typeDefs: parse(emitSdl(mottos)) },
  ]);
  if (composed.errors) throw new Error(composed.errors.map((e) => e.message).join('\n'));
  return composed.supergraphSdl;
}

export interface SmallGraph {
  graph: SpawnedGraph;
  /** The file the gateway watches. */
  file: string;
}

/** The small graph as processes, with a real gateway and a real PostgreSQL. */
export async function spawnSmallGraph(options: SpawnOptions & { news?: boolean } = {}): Promise<SmallGraph> {
  const { news, ...rest } = options;
  const file = join(mkdtempSync(join(tmpdir(), 'thidua-supergraph-')), 'supergraph.graphql');
  writeFileSync(file, smallSupergraph({ news: news ?? true }));
  const graph = await spawnGraph({
    subgraphs: { organisations: 'test/federation/small/people.main.ts', awards: 'test/federation/small/mottos.main.ts' },
    ...rest,
    envOf: { ...rest.envOf, gateway: { SUPERGRAPH: file, ...rest.envOf?.gateway } },
  });
  return { graph, file };
}
