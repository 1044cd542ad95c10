import type { AssertedActor } from '@thidua/contracts';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { Reads } from './cache/reads.js';
import { businessDay, type Clock } from './clock.js';
import type { Peers } from './peers.js';

export type Locale = 'vi' | 'en';

/** First argument of every service: who asks, in which role, when, in which language, and where to read. */
export interface RequestContext {
  readonly actor: AssertedActor;
  readonly locale: Locale;
  readonly requestId: string;
  /** Plain reads; changes go through `mutate`. */
  readonly db: EntityManager;
  readonly peers: Peers;
  readonly loaders: Map<string, DataLoader<never, unknown>>;
  /** Business instant; the same for the whole request. */
  now(): Date;
  /** Business day in Vietnam, "YYYY-MM-DD". */
  today(): string;
  /** The text of the request's language. */
  t(vi: string, en: string): string;
  /** Notes what the answer rests on, when the gateway wants to know; `actor`, `now`, `today` and `peers` tell it themselves. */
  readonly reads?: Reads;
}

export interface ContextParts {
  actor: AssertedActor;
  db: EntityManager;
  clock: Clock;
  peers: Peers;
  locale?: Locale;
  requestId?: string;
  reads?: Reads;
}

export function createContext(parts: ContextParts): RequestContext {
  const instant = parts.clock.now();
  const locale = parts.locale ?? 'vi';
  if (parts.reads) return new ObservedContext(parts, locale, instant, parts.reads);
  return {
    actor: parts.actor,
    db: parts.db,
    peers: parts.peers,
    locale,
    requestId: parts.requestId ?? 'none',
    loaders: new Map(),
    now: () => instant,
    today: () => businessDay(instant),
    t: (vi, en) => (locale === 'en' ? en : vi),
  };
}

/**
 * A context that notes what is looked at. The language needs no note: answers are always kept apart by it. The server copies
 * its context by own properties and prototype: so the getters stand on the prototype and nothing is private to the engine.
 */
class ObservedContext implements RequestContext {
  readonly loaders: RequestContext['loaders'] = new Map();
  readonly db: EntityManager;

  constructor(
    private readonly parts: ContextParts,
    readonly locale: Locale,
    private readonly instant: Date,
    readonly reads: Reads,
  ) {
    this.db = parts.db;
  }

  get actor(): AssertedActor {
    this.reads.caller();
    return this.parts.actor;
  }

  get peers(): Peers {
    this.reads.bar('peers');
    return this.parts.peers;
  }

  get requestId(): string {
    this.reads.bar('requestId');
    return this.parts.requestId ?? 'none';
  }

  now(): Date {
    this.reads.bar('instant');
    return this.instant;
  }

  today(): string {
    const day = businessDay(this.instant);
    this.reads.day(day);
    return day;
  }

  t(vi: string, en: string): string {
    return this.locale === 'en' ? en : vi;
  }

  /** For `@Allow` only, which notes what was passed instead. */
  static actorOf(ctx: RequestContext): AssertedActor {
    return ctx instanceof ObservedContext ? ctx.parts.actor : ctx.actor;
  }
}

/** Who asks, without a note: for checks whose outcome is noted instead. */
export const unnotedActor = (ctx: RequestContext): AssertedActor => ObservedContext.actorOf(ctx);

export const localeOf = (header: string | undefined): Locale => (header?.trim().toLowerCase().startsWith('en') ? 'en' : 'vi');

/** One DataLoader per request and name: N rows, one statement. `batch` answers in the order of its keys. */
export function loader<K, V>(ctx: RequestContext, name: string, batch: (keys: readonly K[]) => Promise<readonly V[]>): DataLoader<K, V> {
  const known = ctx.loaders.get(name) as DataLoader<K, V> | undefined;
  if (known) return known;
  const created = new DataLoader<K, V, string>(batch, {
    cacheKeyFn: (key) => (typeof key === 'string' ? key : JSON.stringify(key)),
  }) as unknown as DataLoader<K, V>;
  ctx.loaders.set(name, created as unknown as DataLoader<never, unknown>);
  return created;
}

/** Puts rows in the order of the keys; a missing one becomes null. */
export function inOrder<K extends string, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => string): (V | null)[] {
  const byKey = new Map(rows.map((row) => [keyOf(row), row]));
  return keys.map((key) => byKey.get(key) ?? null);
}

/** Groups rows by key in the order of the keys; a key without rows gets an empty list. */
export function grouped<K extends string, V>(keys: readonly K[], rows: readonly V[], keyOf: (row: V) => string): V[][] {
  const groups = Map.groupBy(rows, keyOf);
  return keys.map((key) => groups.get(key) ?? []);
}
