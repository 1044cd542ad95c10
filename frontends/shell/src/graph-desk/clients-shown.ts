import type { Client, OperationUse } from './graph-desk.types.js';

const KINDS: readonly Client['kind'][] = ['integrator', 'person', 'public'];
const INTEGRATOR = 'integrator:';

/**
 * Clients with limits of their own, what holds for all of a kind, and systems that asked lately without having a row yet: these
 * are under the limits of all, and can be given their own.
 */
export function clientsShown(clients: readonly Client[], operations: readonly OperationUse[]): Client[] {
  const rows = clients.filter(({ kind }) => KINDS.includes(kind));
  const known = new Set(rows.map(({ kind, id }) => `${kind}:${id}`));
  const seen = new Set(operations.map(({ client }) => client).filter((key) => key.startsWith(INTEGRATOR) && !known.has(key)));
  const more = [...seen].map((key) => withoutRow(key.slice(INTEGRATOR.length)));
  return [...rows, ...more].toSorted((a, b) => KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) || order(a).localeCompare(order(b), 'vi'));
}

/** What holds for all comes first. */
const order = ({ id, name }: Client): string => (id === '*' ? '' : name);

const withoutRow = (id: string): Client => ({
  kind: 'integrator',
  id,
  name: id,
  costPerRequest: null,
  costPerMinute: null,
  requestsPerMinute: null,
  requestsPerDay: null,
  expiresAt: null,
  requestsToday: null,
});
