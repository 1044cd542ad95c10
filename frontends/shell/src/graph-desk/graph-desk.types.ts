import type { LocaleText } from '@thidua/contracts/web';

/** What the gateway's registry tells through the host (`/platform/graph/…`). */
export interface Client {
  readonly kind: 'integrator' | 'person' | 'public' | 'module';
  /** `*` = what holds for all of the kind that have no row of their own. */
  readonly id: string;
  readonly name: string;
  readonly costPerRequest: number | null;
  readonly costPerMinute: number | null;
  readonly requestsPerMinute: number | null;
  readonly requestsPerDay: number | null;
  readonly expiresAt: string | null;
  /** Null = not known: it has no row of its own. */
  readonly requestsToday: number | null;
}
/** The limits that can be set, in the order of the form. */
export const LIMITS = ['costPerRequest', 'costPerMinute', 'requestsPerMinute', 'requestsPerDay'] as const;
export type LimitName = (typeof LIMITS)[number];

export interface OperationUse {
  readonly client: string;
  readonly hash: string;
  readonly operation: string | null;
  readonly requests: number;
  readonly refused: number;
  readonly errors: number;
  readonly cached: number;
  readonly cost: number;
  readonly meanMs: number;
}
export interface FieldUse {
  readonly client: string;
  readonly coordinate: string;
  readonly count: number;
  readonly lastDay: string;
}
export interface Usage {
  readonly days: number;
  readonly fields: readonly FieldUse[];
  readonly operations: readonly OperationUse[];
}

export interface GraphChange {
  readonly level: 'breaking' | 'dangerous' | 'safe';
  readonly coordinate: string;
  readonly vi: string;
  readonly en: string;
}
export interface GraphVersion {
  readonly version: number;
  /** Subgraph whose publication made it; null = the one the registry began with. */
  readonly subgraph: string | null;
  readonly by: string;
  readonly at: string;
  readonly isActive: boolean;
  readonly changes: readonly GraphChange[];
}
export interface UnusedField {
  readonly coordinate: string;
  readonly isDeprecated: boolean;
  /** Day from which it may be removed, ISO; null when none is stated. */
  readonly until: string | null;
}
/** A filtered graph with a page of its own. */
export interface Contract {
  readonly id: string;
  readonly name: LocaleText;
}

/** A subgraph as published; its text only when it was asked by name. */
export interface PublishedSchema {
  readonly name: string;
  readonly version: number;
  readonly sdl?: string;
}
interface Told {
  readonly message: LocaleText;
}
/** What the registry says of a change before it is published. */
export interface SchemaVerdict {
  readonly accepted: boolean;
  readonly unchanged: boolean;
  readonly composition: readonly string[];
  readonly house: readonly Told[];
  readonly hits: readonly Told[];
  readonly early: readonly Told[];
  readonly changes: readonly (Told & { readonly level: GraphChange['level']; readonly coordinate: string })[];
}
export interface LeavingUser {
  readonly kind: 'module' | 'integrator' | 'traffic';
  readonly client: string;
  readonly release?: string;
  readonly operation?: string;
  readonly count?: number;
}
/** Something marked for removal. */
export interface LeavingPart {
  readonly coordinate: string;
  readonly reason: string;
  /** Day up to which it stays, ISO; null when none is stated. */
  readonly until: string | null;
  readonly users: readonly LeavingUser[];
}
