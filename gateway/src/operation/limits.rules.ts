import { FIELD_BUDGET, type OperationFacts } from './operation.facts.js';

/** What one operation may ask at most (PF-07). Sizes of pages are limited by the subgraphs. */
export const LIMITS = { depth: 10, rootFields: 20, aliases: 50, fields: FIELD_BUDGET } as const;
export type LimitName = keyof typeof LIMITS;

/** Tokens a document may have; read before anything else looks at it. */
export const TOKEN_LIMIT = 10_000;
export const BODY_LIMIT = 1024 * 1024;

export interface Excess {
  limit: LimitName;
  allowed: number;
  asked: number;
}

/** The first limit an operation goes beyond, or null. */
export function excessOf(facts: OperationFacts): Excess | null {
  for (const limit of Object.keys(LIMITS) as LimitName[]) {
    if (facts[limit] > LIMITS[limit]) return { limit, allowed: LIMITS[limit], asked: facts[limit] };
  }
  return null;
}
