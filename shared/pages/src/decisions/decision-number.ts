/** `187` of `QĐ-SNV` is printed `187/QĐ-SNV`; a number that already carries its symbol stays as it is. Null before signing. */
export function printedNumber(decision: { readonly number: string | null; readonly symbol: string }): string | null {
  if (!decision.number) return null;
  return decision.number.includes('/') ? decision.number : `${decision.number}/${decision.symbol}`;
}
