/**
 * A condition of the catalogue as stored in a rule set: either a combinator or a predicate with its parameters.
 * Unknown shapes are not an error here: they are judged REVIEW, saying that no rule is known for them.
 */
export interface Condition {
  id?: string;
  all?: Condition[];
  any?: Condition[];
  anyVariant?: boolean;
  sameAs?: string;
  replace?: Record<string, string>;
  variant?: string;
  recipient?: string;
  prerequisites?: Condition;
  rule?: string;
  source?: string;
  severity?: string;
  manual?: boolean;
  enabledByDefault?: boolean;
  [parameter: string]: unknown;
}

/** Numeric parameter of a condition, or the fallback. */
export function numberOf(condition: Condition, name: string, fallback: number): number {
  const value = condition[name];
  return typeof value === 'number' ? value : fallback;
}

/** Text parameter of a condition, or null. */
export function stringOf(condition: Condition, name: string): string | null {
  const value = condition[name];
  return typeof value === 'string' ? value : null;
}

/** A parameter that the catalogue writes either as one code or as a list of codes. */
export function listOf(condition: Condition, name: string): string[] {
  const value = condition[name];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === 'string') : [];
}
