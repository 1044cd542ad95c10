import type { GatewayContext } from '../graph/graph.engine.js';
import type { KnownOperation } from '../operation/known-operation.js';
import type { Executed, OperationRequest, Stage } from '../operation/stage.js';
import { callerKey } from './caller.js';
import type { GraphCache } from './graph-cache.js';
import { operationPolicy, type Hints, type Policy } from './hints.js';
import { RequestKeeping } from './request-keeping.js';

/** Answers queries from what was kept, after asking every subgraph they came from whether it is still so. */
export function responseStage(cache: GraphCache, hints: Hints): Stage {
  const policies = new WeakMap<KnownOperation, { policy: Policy | null }>();
  const policyOf = (operation: KnownOperation): Policy | null => {
    let known = policies.get(operation);
    if (!known) {
      const { document, node, facts } = operation;
      policies.set(operation, (known = { policy: facts.introspects ? null : operationPolicy(hints, document, node) }));
    }
    return known.policy;
  };
  const making = new Making();
  return {
    name: 'cache',
    around(request, next) {
      const keeping = new RequestKeeping(cache.positions);
      request.context.keeping = keeping;
      const policy = policyOf(request.operation);
      return policy ? answer(request, policy, keeping, next) : next();
    },
  };

  async function answer(
    request: OperationRequest,
    policy: Policy,
    keeping: RequestKeeping,
    next: () => Promise<Executed>,
  ): Promise<Executed> {
    const { operation, context } = request;
    context.cost.cache = 'miss';
    const key = keyOf(request);
    const there = await kept(cache, key, context);
    if (there) return there;
    const group = making.isPersonal(operation) || policy.scope === 'PRIVATE' ? `${key} ${callerKey(context.actor)}` : key;
    const other = making.of(group);
    if (other) {
      await other;
      const made = await kept(cache, key, context);
      if (made) return made;
    }
    cache.counts.answersMissed += 1;
    return making.run(group, async () => {
      keeping.begin();
      const executed = await next();
      const rests = keeping.whole();
      if (keeping.obstacle !== null) context.cost.cache = keeping.obstacle;
      if (rests?.caller) making.setPersonal(operation);
      if (isClean(executed)) cache.keep(key, context.actor, { text: executed.data, rests, policy });
      return executed;
    });
  }
}

/** The kept answer, if nothing it rests on has changed since. */
async function kept(cache: GraphCache, key: string, { actor, keeping, cost }: GatewayContext): Promise<Executed | null> {
  const found = cache.kept.find(key, actor);
  if (!found || !keeping) return null;
  if (await keeping.isCurrent(found.kept)) {
    cache.counts.answersGiven += 1;
    cost.cache = 'hit';
    return { data: found.kept.text, errors: [], fromCache: true };
  }
  found.drop();
  cache.counts.answersStale += 1;
  return null;
}

/**
 * Answers being made now. Who asks the same waits for the first and then looks whether its answer is as new as he needs it:
 * a question that many ask is answered once after each change, not by each of them.
 */
class Making {
  readonly #running = new Map<string, Promise<unknown>>();
  readonly #personal = new WeakSet<KnownOperation>();

  of(group: string): Promise<unknown> | undefined {
    return this.#running.get(group);
  }

  isPersonal(operation: KnownOperation): boolean {
    return this.#personal.has(operation);
  }

  /** Its answers have turned out to be for one caller only. */
  setPersonal(operation: KnownOperation): void {
    this.#personal.add(operation);
  }

  run(group: string, make: () => Promise<Executed>): Promise<Executed> {
    const made = make();
    const over = made.then(
      () => undefined,
      () => undefined,
    );
    this.#running.set(group, over);
    void over.then(() => {
      if (this.#running.get(group) === over) this.#running.delete(group);
    });
    return made;
  }
}

const isClean = ({ errors, extensions, data }: Executed): boolean => errors.length === 0 && extensions === undefined && data !== 'null';

const keyOf = ({ operation, variables, context }: OperationRequest): string =>
  `${operation.supergraph} ${operation.hash} ${operation.name ?? ''} ${context.locale} ${canonical(variables)}`;

/** Equal values have equal texts: keys of objects in order. */
export function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const keys = Object.keys(value)
    .filter((key) => (value as Record<string, unknown>)[key] !== undefined)
    .toSorted();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`).join(',')}}`;
}
