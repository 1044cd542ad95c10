/**
 * What a person confirmed by hand on the way to sending, kept in this tab until it is sent with the nomination. The graph
 * stores it with the step; before that it is a note of this person alone.
 */
const key = (nominationId: string): string => `thidua.confirmations.${nominationId}`;

export function rememberConfirmations(nominationId: string, rules: ReadonlySet<string>): void {
  sessionStorage.setItem(key(nominationId), JSON.stringify([...rules]));
}

export function recalledConfirmations(nominationId: string): ReadonlySet<string> {
  try {
    const stored: unknown = JSON.parse(sessionStorage.getItem(key(nominationId)) ?? '[]');
    return new Set(Array.isArray(stored) ? stored.filter((rule): rule is string => typeof rule === 'string') : []);
  } catch {
    return new Set();
  }
}
