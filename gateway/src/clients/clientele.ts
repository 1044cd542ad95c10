import type { Log, ServiceIdentity } from '@thidua/server';
import { GraphQLError, type GraphQLSchema } from 'graphql';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { DocumentCache } from '../documents/document.cache.js';
import { DocumentStore } from '../documents/document.store.js';
import { documentsRoute, type DocumentParts } from '../documents/documents.route.js';
import type { DocumentSource } from '../http/document-source.js';
import type { Callers } from '../identity/callers.js';
import { chargedFor, costStage } from '../operation/cost/cost.stage.js';
import { OperationCosts } from '../operation/cost/operation-cost.js';
import type { Stage, StagedGraph } from '../operation/stage.js';
import type { PlatformDatabase } from '../platform/database.js';
import type { PublishedSchema } from '../registry/store/published.schema.js';
import { UsageRecorder } from '../usage/usage.recorder.js';
import { UsageStore } from '../usage/usage.store.js';
import { UsageWriter } from '../usage/usage.writer.js';
import { Budgets } from './budget.js';
import { ClientLimitTable } from './client.limits.js';
import { ClientStore } from './client.store.js';
import { replayStage } from './replay.stage.js';
import { clientsRoute, type ClientParts } from './clients.route.js';

export interface ClienteleParts {
  database: PlatformDatabase;
  callers: Callers;
  identity: ServiceIdentity;
  /** The graph that answers now. */
  schema: () => GraphQLSchema | null;
  /** The graph as published at this moment; absent = it comes from a file. */
  published?: PublishedSchema | undefined;
  log: Log;
}

/** Everything about who asks: registered documents, quotas, what was used. It needs the platform database. */
export class Clientele {
  readonly documents: DocumentSource;
  readonly #budgets = new Budgets();
  readonly #recorder = new UsageRecorder();
  readonly #writer: UsageWriter;
  readonly #limits: ClientLimitTable;
  readonly #documentParts: DocumentParts;
  readonly #clientParts: ClientParts;

  constructor({ database, callers, identity, schema, published, log }: ClienteleParts) {
    const store = new DocumentStore(database);
    const cache = new DocumentCache({ find: (hash) => store.find(hash) });
    const clients = new ClientStore(database);
    const usage = new UsageStore(database);
    this.documents = { find: (hash) => told(cache.find(hash)) };
    this.#writer = new UsageWriter(this.#recorder, usage, log);
    this.#limits = new ClientLimitTable(clients, log);
    this.#documentParts = { store, cache, schema, published, callers, identity };
    this.#clientParts = { store: clients, limits: this.#limits, usage, settle: () => this.#writer.write(), callers, identity };
  }

  /** Counts what is asked and refuses what is too much; made for one supergraph. */
  stages({ plansOf }: Pick<StagedGraph, 'plansOf'>): readonly Stage[] {
    const cost = costStage({
      costs: new OperationCosts(plansOf ?? null),
      budgets: this.#budgets,
      limitsOf: (actor) => this.#limits.of(actor),
      requestsToday: (client) => this.#writer.requestsToday(client),
      noteRequest: (client) => this.#writer.noteRequest(client),
    });
    return [this.#recorder.stage(chargedFor), cost, replayStage()];
  }

  /** Texts of the documents that releases in use and integrators ship. */
  async registered(): Promise<string[]> {
    return (await this.#documentParts.store.active()).map(({ text }) => text);
  }

  /** @returns false = not one of its paths */
  async route(request: IncomingMessage, response: ServerResponse, url: URL): Promise<boolean> {
    return (
      (await documentsRoute(this.#documentParts, request, response, url)) || (await clientsRoute(this.#clientParts, request, response, url))
    );
  }

  async start(): Promise<void> {
    await this.#limits.start();
    this.#writer.start();
  }

  async stop(): Promise<void> {
    this.#limits.stop();
    await this.#writer.stop();
  }
}

/** A registry that cannot be asked is no reason to call a document unknown. */
function told(found: string | null | Promise<string | null>): string | null | Promise<string | null> {
  if (!(found instanceof Promise)) return found;
  return found.catch((cause: unknown) => {
    throw new GraphQLError('Chưa tra được thao tác đã đăng ký. / Registered operations cannot be looked up.', {
      originalError: cause as Error,
      extensions: { code: 'UNAVAILABLE', service: 'platform', http: { status: 503 } },
    });
  });
}
