import type { AssertedActor } from '@thidua/contracts';
import type { Executed, OperationRequest, Stage } from '../operation/stage.js';

/** How long an answer is kept for a repetition. */
const KEPT_MS = 60_000;
/** Characters of answers kept in all, and of one at most. */
const CAPACITY = 16 * 1024 * 1024;
const LARGEST = 1024 * 1024;

interface Kept {
  readonly answer: Promise<Executed>;
  until: number;
  size: number;
}

/** A caller's grants as text, made once: a changed grant is never answered with what an earlier one allowed. */
const grantsText = new WeakMap<AssertedActor, string>();

/**
 * An integrator repeats a question under the same `x-request-id` when the line was lost: it gets the answer of the first time,
 * and joins it while it is on its way; nothing is loaded twice. In this process, for a minute, without errors only.
 */
export function replayStage(now: () => number = Date.now, capacity = CAPACITY): Stage {
  const kept = new Map<string, Kept>();
  let size = 0;
  const drop = (key: string): void => {
    size -= kept.get(key)?.size ?? 0;
    kept.delete(key);
  };
  const keep = (key: string, entry: Kept, { data, errors }: Executed): void => {
    if (kept.get(key) !== entry) return;
    if (errors.length > 0 || data.length > LARGEST) return drop(key);
    entry.size = data.length;
    size += data.length;
    // Oldest first, as they were put in; what is still on its way has no size yet and stays.
    for (const [oldest, { until, size: own }] of kept) {
      if (size <= capacity && until > now()) break;
      if (own > 0) drop(oldest);
    }
  };
  return {
    name: 'replay',
    around(request, next) {
      return isRepeatable(request) ? repeat(request, next) : next();
    },
  };

  async function repeat(request: OperationRequest, next: () => Promise<Executed>): Promise<Executed> {
    const key = keyOf(request);
    const known = kept.get(key);
    if (known && known.until > now()) return { ...(await known.answer), fromCache: true };
    if (known) drop(key);
    const entry: Kept = { answer: next(), until: now() + KEPT_MS, size: 0 };
    kept.set(key, entry);
    setTimeout(() => {
      if (kept.get(key) === entry) drop(key);
    }, KEPT_MS).unref();
    entry.answer.then(
      (executed) => keep(key, entry, executed),
      () => {
        if (kept.get(key) === entry) drop(key);
      },
    );
    return entry.answer;
  }
}

const isRepeatable = ({ context }: OperationRequest): boolean => context.repeatable === true && context.actor.kind === 'client';

function keyOf({ operation, variables, context: { actor, locale, requestId } }: OperationRequest): string {
  let grants = grantsText.get(actor);
  if (grants === undefined) grantsText.set(actor, (grants = JSON.stringify([actor.id, actor.actingRole ?? null, actor.roles])));
  return JSON.stringify([requestId, locale, grants, operation.hash, operation.name, operation.supergraph, variables]);
}
