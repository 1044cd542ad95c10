import { buildASTSchema, lexicographicSortSchema, parse, printSchema, type GraphQLSchema } from 'graphql';
import { accessTable, type AccessTable } from '../../operation/access.rules.js';
import { sha256 } from '../store/signature.js';
import type { Contract } from './contract.js';
import { contractTags, filteredGraph, type ContractTags } from './contract.filter.js';

/** The graph as one audience sees it. */
export interface ContractGraph {
  readonly schema: GraphQLSchema;
  /** The same as text, sorted. */
  readonly sdl: string;
  /** Who may ask which field. */
  readonly access: AccessTable;
}

interface Source {
  access: AccessTable;
  tags: ContractTags;
  graphs: Map<string, ContractGraph>;
}

/** Made once per supergraph and contract; a few supergraphs are kept, because an old one still answers while it drains. */
const KEPT = 3;
const known = new Map<string, Source>();

/** @param supergraphSdl composed supergraph, whose tags say who may ask what @param api printed schema of its clients */
export function contractGraph(supergraphSdl: string, api: string, contract: Contract): ContractGraph {
  const id = sha256(supergraphSdl);
  const source = known.get(id) ?? { access: accessTable(supergraphSdl), tags: contractTags(supergraphSdl), graphs: new Map() };
  if (!known.has(id) && known.size >= KEPT) known.delete(known.keys().next().value!);
  known.set(id, source);
  const key = JSON.stringify([contract.id, contract.access, contract.hides]);
  const there = source.graphs.get(key);
  if (there) return there;
  const document = filteredGraph(parse(api, { noLocation: true }), source.access, source.tags, contract);
  const schema = lexicographicSortSchema(buildASTSchema(document, { assumeValidSDL: true }));
  const graph = { schema, sdl: `${printSchema(schema)}\n`, access: source.access };
  source.graphs.set(key, graph);
  return graph;
}
