import type { AssertedActor } from '@thidua/contracts';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
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
}

export interface ContextParts {
  actor: AssertedActor;
  db: EntityManager;
  clock: Clock;
  peers: Peers;
  locale?: Locale;
  requestId?: string;
}

export function createContext(parts: ContextParts): RequestContext {
  const instant = parts.clock.now();
  const locale = parts.locale ?? 'vi';
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
