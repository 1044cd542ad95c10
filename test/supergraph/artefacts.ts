import {
  buildSchema,
  Kind,
  parse,
  type DirectiveNode,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));
export const read = (file: string): string => readFileSync(root + file, 'utf8');

export const SUBGRAPHS = ['organisations', 'campaigns', 'evaluations', 'awards'] as const;
export type Subgraph = (typeof SUBGRAPHS)[number];

export const supergraphSdl = (): string => read('gateway/supergraph.graphql');
export const api = (): GraphQLSchema => buildSchema(read('gateway/api.graphql'));
export const contract = (): DocumentNode => parse(read('test/supergraph/contract.graphql'));

/** Object types of one committed subgraph. */
export function objectTypes(subgraph: Subgraph): ObjectTypeDefinitionNode[] {
  return parse(read(`subgraphs/${subgraph}/schema.graphql`)).definitions.filter(
    (d): d is ObjectTypeDefinitionNode => d.kind === Kind.OBJECT_TYPE_DEFINITION,
  );
}

export const has = (node: { directives?: readonly DirectiveNode[] | undefined }, name: string): boolean =>
  (node.directives ?? []).some((d) => d.name.value === name);

/** Entities that several subgraphs know, by the one that owns them. All others belong to the one that defines them. */
export const OWNER_OF_SHARED_ENTITY: Record<string, Subgraph> = Object.fromEntries(
  (JSON.parse(read('gateway/supergraph.json')) as { subgraphs: { name: Subgraph; owns: string[] }[] }).subgraphs.flatMap(({ name, owns }) =>
    owns.map((type) => [type, name] as const),
  ),
);

/** Types that are the same everywhere and belong to nobody. */
export const VALUE_TYPES = new Set(['PageInfo', 'PartialDate', 'Refusal', 'Query', 'Mutation', 'Subscription']);
