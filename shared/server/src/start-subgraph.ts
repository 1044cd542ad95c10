import { HEADERS, READS_HEADER, type AssertedActor } from '@thidua/contracts';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { DataSource } from 'typeorm';
import { serviceIdentity, type ServiceIdentity } from './assertion.js';
import { answerChanges, startKeeping, type Keeping } from './cache/changes.route.js';
import { Reads } from './cache/reads.js';
import { businessClock, type Clock } from './clock.js';
import { createContext, localeOf, type RequestContext } from './context.js';
import { createDataSource, migrate } from './data/data-source.js';
import { countStatements, statementsSoFar } from './data/statements.js';
import { bindTransaction } from './data/transaction.js';
import { readEnv, subgraphEnv } from './env.js';
import { FeedConsumer, type FeedHandlers } from './feed/consumer.js';
import { readFeed } from './feed/feed.js';
import { fileStore } from './files.js';
import { buildFederatedSchema } from './graphql/federated-schema.js';
import { answerGraphql, createGraphqlServer } from './graphql/server.js';
import { listen, onShutdown, readBody, sendJson } from './http-server.js';
import { LiveFeed } from './live/live-feed.js';
import { answerLive, wantsEvents, type LiveParts } from './live/live.route.js';
import { Positions } from './live/positions.js';
import { createLog, type Log } from './log.js';
import { createPeers } from './peers.js';
import type { SubgraphDefinition, SubgraphRuntime } from './subgraph.js';

const FILE_LIMIT = 20 * 1024 * 1024;
const LONGEST_NAME = 255;

/** Starts a subgraph as a process of its own: settings, database, demo, feeds, HTTP. Prints its address when ready. */
export async function startSubgraph(definition: SubgraphDefinition): Promise<void> {
  const env = readEnv(subgraphEnv);
  const log = createLog(definition.name, env.LOG_LEVEL);
  const identity = await serviceIdentity(env.SERVICE_KEY, env.SERVICE_JWKS);
  const clock = businessClock(env.APP_CLOCK, env.APP_CLOCK_EPOCH);
  const peers = createPeers(identity, {
    organisations: env.ORGANISATIONS_URL,
    campaigns: env.CAMPAIGNS_URL,
    evaluations: env.EVALUATIONS_URL,
    awards: env.AWARDS_URL,
  });
  const { schema } = buildFederatedSchema(definition);
  const dataSource = await createDataSource(definition, env.DATABASE_URL).initialize();
  await migrate(dataSource);
  if (env.DEMO === '1' && env.NODE_ENV !== 'production') await seedOnce(definition, dataSource, clock, env.FIXTURE, log);
  const runtime: SubgraphRuntime = { name: definition.name, dataSource, clock, peers };
  const graphql = await createGraphqlServer(schema, log);
  const live: LiveParts = { schema, feed: new LiveFeed(dataSource, log), positions: new Positions(env.SERVICE_KEY), log };
  const keeping = await startKeeping(dataSource, env.RELEASE);
  const consumers = startConsumers(definition, runtime, log);
  const stopJobs = await definition.onStart?.(runtime);
  const http = await listen({
    host: env.HOST,
    port: env.PORT,
    ready: async () => (await dataSource.query('select 1')) !== undefined,
    handle: (request, response, url) =>
      route({ definition, runtime, identity, graphql, live, keeping, count: env.COUNT_STATEMENTS === '1' }, request, response, url),
  });
  log.info({ port: http.port }, 'ready');
  onShutdown(async () => {
    const ended = live.feed.stop(); // readers go on with another replica, or with the next process
    await http.close();
    await ended;
    await Promise.all(consumers.map((c) => c.stop()));
    await stopJobs?.();
    keeping.stop();
    await graphql.stop();
    await dataSource.destroy();
  });
}

/** Loads the demo once; a crash in between leaves nothing behind. */
export async function seedOnce(
  definition: SubgraphDefinition,
  dataSource: DataSource,
  clock: Clock,
  fixture: string,
  log?: Log,
): Promise<void> {
  if (!definition.seed) return;
  await dataSource.transaction(async (manager) => {
    await manager.query('lock table demo_state in exclusive mode');
    const rows = (await manager.query('select fixture from demo_state')) as unknown[];
    if (rows.length > 0) return;
    const tx = bindTransaction(manager, {
      actor: { kind: 'service', id: definition.name, name: definition.name, roles: [] },
      now: clock.now(),
      operation: 'seed',
    });
    await definition.seed?.(tx, fixture);
    await manager.query('insert into demo_state (fixture) values ($1)', [fixture]);
    log?.info({ fixture }, 'demo loaded');
  });
}

/** One consumer per followed feed; exported for tests that step them by hand. */
export function createConsumers(definition: SubgraphDefinition, runtime: SubgraphRuntime, log: Log): FeedConsumer[] {
  return Object.entries(definition.subscriptions ?? {}).map(
    ([source, handlers]) =>
      new FeedConsumer({
        source,
        handlers: handlers as FeedHandlers,
        dataSource: runtime.dataSource,
        peers: runtime.peers,
        clock: runtime.clock,
        log,
        self: definition.name,
        readOwn: (after, wait) => readFeed(runtime.dataSource, { after, wait }),
      }),
  );
}

function startConsumers(definition: SubgraphDefinition, runtime: SubgraphRuntime, log: Log): FeedConsumer[] {
  const consumers = createConsumers(definition, runtime, log);
  consumers.forEach((consumer) => consumer.start());
  return consumers;
}

interface Parts {
  definition: SubgraphDefinition;
  runtime: SubgraphRuntime;
  identity: ServiceIdentity;
  graphql: Awaited<ReturnType<typeof createGraphqlServer>>;
  live: LiveParts;
  keeping: Keeping;
  count: boolean;
}

async function route(parts: Parts, request: IncomingMessage, response: ServerResponse, url: URL): Promise<void> {
  const token = request.headers[HEADERS.assertion];
  const actor = typeof token === 'string' ? await parts.identity.verify(token).catch(() => null) : null;
  if (!actor) return sendJson(response, 401, { errors: [{ message: 'Unsigned request.', extensions: { code: 'UNAUTHENTICATED' } }] });
  if (request.method === 'POST' && url.pathname === '/graphql') return graphqlRoute(parts, actor, request, response);
  if (request.method === 'POST' && url.pathname === '/changes')
    return answerChanges({ ...parts.runtime, keeping: parts.keeping }, actor, request, response);
  if (request.method === 'GET' && url.pathname === '/events') return feedRoute(parts, actor, response, url);
  if (request.method === 'POST' && url.pathname === '/files') return fileRoute(parts, actor, request, response);
  const own = parts.definition.routes?.[`${request.method} ${url.pathname}`];
  if (own) return sendJson(response, 200, await own({ url, actor, runtime: parts.runtime }));
  return sendJson(response, 404, { error: 'no such path' });
}

async function graphqlRoute(parts: Parts, actor: AssertedActor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { dataSource, clock, peers } = parts.runtime;
  const reads = request.headers[READS_HEADER] === undefined ? undefined : new Reads(parts.keeping.statements);
  const contextNow = (): RequestContext =>
    createContext({
      actor,
      clock,
      peers,
      db: dataSource.manager,
      locale: localeOf(request.headers['accept-language']),
      requestId: String(request.headers[HEADERS.requestId] ?? 'none'),
      ...(reads ? { reads } : {}),
    });
  if (wantsEvents(request)) return answerLive(parts.live, request, response, contextNow);
  const context = async (): Promise<RequestContext> => contextNow();
  const answer = (headers?: () => Record<string, string>): Promise<void> =>
    answerGraphql(parts.graphql, request, response, context, headers);
  if (!parts.count && !reads) return answer();
  // The headers are written before the body ends, from inside the counted run.
  await countStatements(
    () => answer(() => ({ ...(parts.count ? { 'x-sql-statements': String(statementsSoFar()) } : {}), ...reads?.header() })),
    reads,
  );
}

async function feedRoute(parts: Parts, actor: AssertedActor, response: ServerResponse, url: URL): Promise<void> {
  if (actor.kind !== 'service') return sendJson(response, 403, { error: 'services only' });
  const page = await readFeed(parts.runtime.dataSource, {
    after: url.searchParams.get('after'),
    limit: Number(url.searchParams.get('limit') ?? 200),
    wait: Number(url.searchParams.get('wait') ?? 0),
  });
  sendJson(response, 200, page);
}

/** A file's name as its sender encoded it, without the controls that no name has; null when it cannot be decoded. */
export function fileNameOf(header: string | string[] | undefined): string | null {
  try {
    const name = decodeURIComponent(String(header ?? 'file'))
      .replaceAll(/\p{Cc}/gu, ' ')
      .trim();
    return name === '' || name.length > LONGEST_NAME ? null : name;
  } catch {
    return null;
  }
}

async function fileRoute(parts: Parts, actor: AssertedActor, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (actor.kind !== 'person') return sendJson(response, 403, { error: 'people only' });
  const bytes = await readBody(request, FILE_LIMIT);
  const name = fileNameOf(request.headers[HEADERS.fileName]);
  if (name === null)
    return sendJson(response, 400, {
      errors: [{ message: 'The file name cannot be read.', extensions: { code: 'BAD_USER_INPUT', field: HEADERS.fileName } }],
    });
  const mime = String(request.headers['content-type'] ?? 'application/octet-stream');
  const stored = await fileStore(parts.runtime.dataSource.manager).put(bytes, { name, mime, ownerId: actor.id });
  sendJson(response, 201, { fileId: stored.id, size: stored.size, sha256: stored.sha256 });
}
