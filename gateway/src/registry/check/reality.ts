import type { ProtectedDocument } from '../../documents/document.store.js';

/** Requests of one client that asked one field, summed over the window. */
export interface FieldUse {
  readonly client: string;
  /** `Type.field`. */
  readonly coordinate: string;
  readonly count: number;
}

/** What a change is held against. */
export interface Reality {
  /** Operations of active module releases and of integrators. */
  readonly documents: readonly ProtectedDocument[];
  readonly usage: readonly FieldUse[];
  /** Window of the usage in days. */
  readonly days: number;
  /** ISO date in the province. */
  readonly today: string;
}
