import type { SchemaChange } from '../diff/schema.change.js';
import type { Deprecated } from './deprecation.rules.js';
import type { HouseProblem } from './house.rules.js';

/** Somebody whose work a change would break. */
export interface Hit {
  readonly kind: 'module' | 'integrator' | 'traffic';
  /** Module or client id; for traffic as it was counted. */
  readonly client: string;
  /** Release of a module, absent for traffic. */
  readonly release?: string;
  /** Name of the operation, or its hash when it has none; absent for traffic. */
  readonly operation?: string;
  /** Coordinate that is hit. */
  readonly field: string;
  /** Requests in the window; traffic only. */
  readonly count?: number;
  readonly message: { readonly vi: string; readonly en: string };
}

/** A deprecated part that would go before its day. */
export interface EarlyRemoval extends Deprecated {
  readonly message: { readonly vi: string; readonly en: string };
}

export interface Verdict {
  readonly accepted: boolean;
  readonly subgraph: string;
  /** Nothing of the SDL nor its address is new. */
  readonly unchanged: boolean;
  /** Errors of composition, one a line of its own; the rest is empty then. */
  readonly composition: readonly string[];
  readonly house: readonly HouseProblem[];
  readonly changes: readonly SchemaChange[];
  readonly hits: readonly Hit[];
  readonly early: readonly EarlyRemoval[];
  /** Window of traffic in days. */
  readonly days: number;
}
