import type { AssertedActor } from '@thidua/contracts';
import {
  buildFederatedSchema,
  businessClock,
  countStatements,
  createContext,
  createGraphqlServer,
  createLog,
  fault,
  noopPeers,
  type Locale,
  type Peers,
  type RequestContext,
  type SubgraphDefinition,
} from '@thidua/server';
import type { GraphQLFormattedError } from 'graphql';
import type { DataSource } from 'typeorm';
import { DEMO_INSTANT } from './test-database.js';

const servers = new Map<SubgraphDefinition, ReturnType<typeof createGraphqlServer>>();

export interface Execution {
  query: string;
  variables?: Record<string, unknown>;
  actor: AssertedActor;
  locale?: Locale;
  peers?: Peers;
  /** Business instant; default the demo's. */
  now?: string;
}

export interface Answer {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- tests read answers of many shapes
  data: any;
  errors: readonly GraphQLFormattedError[];
  statements: number;
  sql: string[];
}

/** Peers that answer given facts: `{ 'evaluations.Person.evaluationFacts': (id) => facts }`. */
export const factPeers = (answers: Record<string, (id: string) => unknown>): Peers => ({
  ...noopPeers,
  entities: async (service, typeName, ids, field) => {
    const answer = answers[`${service}.${typeName}.${field}`];
    if (!answer) throw fault('UNAVAILABLE', `${service} does not answer.`, { service });
    return ids.map((id) => answer(id)) as never;
  },
});

export function testContext(dataSource: DataSource, parts: Pick<Execution, 'actor' | 'locale' | 'peers' | 'now'>): RequestContext {
  return createContext({
    actor: parts.actor,
    db: dataSource.manager,
    peers: parts.peers ?? noopPeers,
    locale: parts.locale ?? 'vi',
    requestId: 'test',
    clock: businessClock(parts.now ?? DEMO_INSTANT),
  });
}

/** Runs an operation through the real schema and server of a subgraph, counting its SQL statements. */
export async function execute(definition: SubgraphDefinition, dataSource: DataSource, request: Execution): Promise<Answer> {
  if (!servers.has(definition))
    servers.set(definition, createGraphqlServer(buildFederatedSchema(definition).schema, createLog('test', 'silent')));
  const server = await servers.get(definition)!;
  const { value, statements } = await countStatements(() =>
    server.executeOperation(
      { query: request.query, variables: request.variables ?? {} },
      { contextValue: testContext(dataSource, request) },
    ),
  );
  if (value.body.kind !== 'single') throw new Error('incremental answers are not tested here');
  const { data, errors } = value.body.singleResult;
  return { data: data ? JSON.parse(JSON.stringify(data)) : null, errors: errors ?? [], statements: statements.count, sql: statements.sql };
}

/** The data of an answer without errors. @throws with the errors. */
export function dataOf(answer: Answer): Answer['data'] {
  if (answer.errors.length > 0) throw new Error(`Expected data, got errors: ${JSON.stringify(answer.errors, null, 2)}`);
  return answer.data;
}

/** The code of the first error. */
export const faultOf = (answer: Answer): unknown => answer.errors[0]?.extensions?.['code'] ?? null;

/** Resolves entities by reference as the gateway would. */
export const entities = (typeName: string, selection: string, ids: string[], extra: Record<string, unknown> = {}) => ({
  query: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ${typeName} ${selection} } }`,
  variables: { r: ids.map((id) => ({ __typename: typeName, id, ...extra })) },
});
