import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { Kind, lexicographicSortSchema, parse, print, visit, type GraphQLSchema } from 'graphql';
import { buildSchemaSync, createResolversMap, type NonEmptyArray, type PubSub } from 'type-graphql';
import { CACHE_CONTROL_SDL } from '../cache/cache-control.js';
import type { RequestContext } from '../context.js';
import { guardInputs } from './input-guard.js';
import { DateTimeScalar, DongScalar, FactsScalar, LocalDateScalar } from './scalars.js';

/** How an entity is found from its key; ids are loaded through a DataLoader. */
export type ReferenceResolver = (reference: never, ctx: RequestContext) => unknown;

export interface SchemaParts {
  resolvers: (abstract new (...args: never[]) => object)[];
  orphanedTypes?: (abstract new (...args: never[]) => object)[];
  references?: Record<string, ReferenceResolver>;
}

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@external", "@requires", "@provides", "@shareable", "@inaccessible", "@tag", "@override", "@interfaceObject", "@composeDirective"])`;

/**
 * type-graphql classes → Federation 2 schema and its SDL. Everything that is particular to type-graphql's release
 * candidate stands here, so that it can be replaced in one place.
 */
export function buildFederatedSchema(parts: SchemaParts): { schema: GraphQLSchema; sdl: string } {
  const plain = buildSchemaSync({
    resolvers: parts.resolvers as unknown as NonEmptyArray<new () => object>,
    orphanedTypes: (parts.orphanedTypes ?? []) as never[],
    validate: { forbidUnknownValues: false },
    skipCheck: true,
    pubSub: noTopics,
    scalarsMap: [
      { type: LocalDateScalar as never, scalar: LocalDateScalar },
      { type: DateTimeScalar as never, scalar: DateTimeScalar },
      { type: DongScalar as never, scalar: DongScalar },
      { type: FactsScalar as never, scalar: FactsScalar },
    ],
  });
  const sdl = `${LINK}\n\n${CACHE_CONTROL_SDL}\n\n${printTypes(plain)}\n`;
  const resolvers = createResolversMap(plain) as Record<string, Record<string, unknown>>;
  for (const [typeName, resolve] of Object.entries(parts.references ?? {})) {
    resolvers[typeName] = {
      ...resolvers[typeName],
      __resolveReference: (reference: never, ctx: RequestContext) => resolve(reference, ctx),
    };
  }
  return { schema: guardInputs(buildSubgraphSchema({ typeDefs: parse(sdl), resolvers: resolvers as never })), sdl };
}

/** Live fields listen to the outbox; the generator wants a topic broker all the same. */
const noTopics: PubSub = {
  publish: () => undefined,
  subscribe: () => {
    throw new Error('live fields have no topics');
  },
};

/** rc.4 cannot put directives on scalars: the fact scalar is hidden here. The printer does not know that a scope is an enum. */
function printTypes(schema: GraphQLSchema): string {
  const sdl = printSchemaWithDirectives(lexicographicSortSchema(schema))
    .replace(/^schema \{[^}]*\}\s*/m, '')
    .replace(/^scalar Facts$/m, 'scalar Facts @inaccessible')
    .replace(/(@cacheControl\(maxAge: \d+, scope: )"(PUBLIC|PRIVATE)"\)/g, '$1$2)');
  return withNullableRoots(sdl).trim();
}

const NULLABLE_ROOTS: ReadonlySet<string> = new Set(['Query', 'Subscription']);

/** Root types are shared by all subgraphs: a non-null field of a dead one would empty the answers of the others as well. */
function withNullableRoots(sdl: string): string {
  return print(
    visit(parse(sdl), {
      ObjectTypeDefinition: (node) =>
        !NULLABLE_ROOTS.has(node.name.value)
          ? false
          : {
              ...node,
              fields: node.fields?.map((field) => (field.type.kind === Kind.NON_NULL_TYPE ? { ...field, type: field.type.type } : field)),
            },
    }),
  );
}
