import type { NotKeepable } from '@thidua/contracts';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from '../execution/client.js';
import type { SubgraphError } from '../execution/errors.js';
import { withRepresentations } from '../execution/fetches.js';
import type { Json } from '../execution/values.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { GraphCache } from './graph-cache.js';
import { fetchPolicy, type Hints, type Policy } from './hints.js';
import { readsOf } from './reads.js';
import { RequestKeeping } from './request-keeping.js';

/** What is known of a fetch of a plan. */
interface KnownFetch {
  /** The same for equal fetches of different operations. */
  readonly id: string;
  readonly policy: Policy | null;
}

interface Asking {
  readonly service: string;
  readonly request: SubgraphRequest;
  readonly context: GatewayContext;
  readonly keeping: RequestKeeping;
  readonly fetch: KnownFetch;
}

/** Errors are never kept: the next try may do better. */
const ERRORS: NotKeepable = { not: 'errors' };

const FETCHES_LIMIT = 5_000;

/** Asks subgraphs for what is not kept: whole root fetches, and entities one by one, shared by all operations that select the same. */
export class KeepingClient implements SubgraphClient<GatewayContext> {
  readonly #byRequest = new WeakMap<SubgraphRequest, KnownFetch>();
  readonly #byText = new Map<string, KnownFetch>();
  #count = 0;

  constructor(
    private readonly inner: SubgraphClient<GatewayContext>,
    private readonly cache: GraphCache,
    private readonly hints: Hints,
    /** Tells supergraphs apart. */
    private readonly graph: string,
  ) {}

  async send(service: string, request: SubgraphRequest, variables: string, context: GatewayContext): Promise<SubgraphAnswer> {
    const { keeping } = context;
    if (!keeping || request.kind !== 'query') return this.inner.send(service, request, variables, context);
    const asking: Asking = { service, request, context, keeping, fetch: this.#fetchOf(service, request) };
    const { policy } = asking.fetch;
    if (!policy) return this.#ask(asking, variables);
    const key = `${asking.fetch.id} ${context.locale} ${variables}`;
    const found = this.cache.kept.find(key, context.actor);
    if (found && (await keeping.isCurrent(found.kept))) {
      this.cache.counts.fetchesGiven += 1;
      keeping.addKept(found.kept);
      return { data: JSON.parse(found.kept.text) as SubgraphAnswer['data'] & object };
    }
    found?.drop();
    this.cache.counts.fetchesMissed += 1;
    const part = new RequestKeeping(this.cache.positions);
    const answer = await this.#ask(asking, variables, part);
    if (!answer.errors && answer.data)
      this.cache.keep(key, context.actor, { text: JSON.stringify(answer.data), rests: part.whole(), policy });
    return answer;
  }

  /** @param rest variables beside the representations, JSON without braces. @param texts representations as JSON */
  async sendEntities(
    service: string,
    request: SubgraphRequest,
    rest: string,
    texts: readonly string[],
    context: GatewayContext,
  ): Promise<SubgraphAnswer> {
    const { keeping } = context;
    if (!keeping || request.kind !== 'query') return this.inner.send(service, request, withRepresentations(rest, texts), context);
    const asking: Asking = { service, request, context, keeping, fetch: this.#fetchOf(service, request) };
    const { policy } = asking.fetch;
    if (!policy) return this.#ask(asking, withRepresentations(rest, texts));
    const keys = texts.map((text) => `${asking.fetch.id} ${context.locale} ${rest} ${text}`);
    const entities = await this.#keptEntities(asking, keys);
    const missing = keys.flatMap((_, i) => (entities[i] === undefined ? [i] : []));
    this.cache.counts.entitiesGiven += keys.length - missing.length;
    this.cache.counts.entitiesMissed += missing.length;
    if (missing.length === 0) return { data: { _entities: entities as Json[] } };
    const part = new RequestKeeping(this.cache.positions);
    const wanted = missing.map((i) => texts[i]!);
    const answer = await this.#ask(asking, withRepresentations(rest, wanted), part);
    const brought = answer.data?.['_entities'];
    if (!Array.isArray(brought) || brought.length !== missing.length) {
      if (missing.length === keys.length) return answer;
      return { data: { _entities: entities.map((entity) => entity ?? null) }, errors: moved(answer.errors, missing) };
    }
    const rests = answer.errors ? null : part.whole();
    for (const [at, i] of missing.entries()) {
      const entity = brought[at] ?? null;
      entities[i] = entity;
      if (rests) this.cache.keep(keys[i]!, context.actor, { text: JSON.stringify(entity), rests, policy });
    }
    return { data: { _entities: entities as Json[] }, ...(answer.errors ? { errors: moved(answer.errors, missing) } : {}) };
  }

  /** By key: the kept entity if it is current, else undefined. */
  async #keptEntities({ context, keeping }: Asking, keys: readonly string[]): Promise<(Json | undefined)[]> {
    const found = keys.map((key) => this.cache.kept.find(key, context.actor));
    return Promise.all(
      found.map(async (one) => {
        if (!one) return undefined;
        if (!(await keeping.isCurrent(one.kept))) return void one.drop();
        keeping.addKept(one.kept);
        return JSON.parse(one.kept.text) as Json;
      }),
    );
  }

  /** @param part notes what this answer alone rests on */
  async #ask({ service, request, context, keeping }: Asking, variables: string, part?: RequestKeeping): Promise<SubgraphAnswer> {
    const answer = await this.inner.send(service, request, variables, context);
    const reads = answer.errors ? ERRORS : readsOf(answer.reads);
    keeping.add(service, reads);
    part?.add(service, reads);
    return answer;
  }

  #fetchOf(service: string, request: SubgraphRequest): KnownFetch {
    const there = this.#byRequest.get(request);
    if (there) return there;
    // The name an operation has with the client says nothing about what is asked.
    const text = `${service} ${request.query.replace(/^\s*query\s+\w+/, 'query')}`;
    let known = this.#byText.get(text);
    if (!known) {
      if (this.#byText.size >= FETCHES_LIMIT) this.#byText.clear();
      known = { id: `${this.graph} #${(this.#count += 1)}`, policy: fetchPolicy(this.hints, request.query) };
      this.#byText.set(text, known);
    }
    this.#byRequest.set(request, known);
    return known;
  }
}

/** Errors of a smaller request, at the places of the whole one. */
function moved(errors: readonly SubgraphError[] | undefined, places: readonly number[]): SubgraphError[] {
  return (errors ?? []).map((error) => {
    const [head, at, ...rest] = error.path ?? [];
    return head === '_entities' && typeof at === 'number' ? { ...error, path: [head, places[at] ?? at, ...rest] } : error;
  });
}
