import type { AssertedActor } from '@thidua/contracts';
import type { DataSource, EntityTarget, MigrationInterface, ObjectLiteral } from 'typeorm';
import type { Clock } from './clock.js';
import type { Transaction } from './data/transaction.js';
import type { FeedHandlers } from './feed/consumer.js';
import type { SchemaParts } from './graphql/federated-schema.js';
import type { Peers } from './peers.js';

/** A signed request to a subgraph's own route (not GraphQL). */
export interface RouteRequest {
  url: URL;
  actor: AssertedActor;
  runtime: SubgraphRuntime;
}

/** What a running subgraph has in hand. */
export interface SubgraphRuntime {
  name: string;
  dataSource: DataSource;
  clock: Clock;
  peers: Peers;
}

/** The table of contents of a subgraph: everything it consists of, nothing registers itself elsewhere. */
export interface SubgraphDefinition extends SchemaParts {
  name: 'organisations' | 'campaigns' | 'evaluations' | 'awards';
  entities: EntityTarget<ObjectLiteral>[];
  /** Ordered; class names end in YYYYMMDDhhmm0. */
  migrations: (new () => MigrationInterface)[];
  /** Handlers of peers' (and one's own) events, by source. */
  subscriptions?: Partial<Record<SubgraphDefinition['name'], FeedHandlers>>;
  /** Loads a demo fixture into an empty database, in one transaction. */
  seed?: (tx: Transaction, fixture: string) => Promise<void>;
  /** `GET /path` → handler; the answer is JSON. */
  routes?: Record<string, (request: RouteRequest) => Promise<unknown>>;
  /** Called once after migration and seed; for jobs. @returns a stop function. */
  onStart?: (runtime: SubgraphRuntime) => Promise<(() => Promise<void>) | void>;
}

export const defineSubgraph = (definition: SubgraphDefinition): SubgraphDefinition => definition;
