/** Variables of one request, coerced. */
export type Variables = Readonly<Record<string, unknown>>;

/** How often something is there: a number, or one that a request's variables tell. */
export type Size = number | ((variables: Variables) => number);

/** A cost, read once from an operation: what is fixed, and what is multiplied by sizes only a request knows. */
export interface Expression {
  readonly fixed: number;
  readonly terms: readonly { readonly size: (variables: Variables) => number; readonly of: Expression }[];
}

export const NOTHING: Expression = { fixed: 0, terms: [] };

export const fixed = (amount: number): Expression => ({ fixed: amount, terms: [] });

export function sum(parts: readonly Expression[]): Expression {
  let amount = 0;
  const terms: Expression['terms'][number][] = [];
  for (const part of parts) {
    amount += part.fixed;
    terms.push(...part.terms);
  }
  return { fixed: amount, terms };
}

/** Folds what is known: an operation without list arguments in variables ends as one number. */
export function times(size: Size, of: Expression): Expression {
  if (of.fixed === 0 && of.terms.length === 0) return NOTHING;
  if (typeof size === 'function') return { fixed: 0, terms: [{ size, of }] };
  return { fixed: size * of.fixed, terms: of.terms.map((term) => ({ ...term, of: times(size, term.of) })) };
}

export function valueOf(expression: Expression, variables: Variables): number {
  let value = expression.fixed;
  for (const { size, of } of expression.terms) value += size(variables) * valueOf(of, variables);
  return value;
}
