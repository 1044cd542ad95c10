import { diffOf, type ComparedGraph } from '../diff/schema.diff.js';
import type { SchemaChange } from '../diff/schema.change.js';
import { deprecatedParts, printedDay } from './deprecation.rules.js';
import { operationHits } from './operation.hits.js';
import type { FieldUse, Reality } from './reality.js';
import type { EarlyRemoval, Hit } from './verdict.js';

export interface Checked {
  readonly changes: readonly SchemaChange[];
  readonly hits: readonly Hit[];
  readonly early: readonly EarlyRemoval[];
}

/**
 * Holds a change against reality (PF-08): a breaking one is refused where somebody is hit, by name; what nobody uses may go, and is
 * logged. What was promised until a day stays until then, used or not.
 */
export function checkAgainstReality(older: ComparedGraph, newer: ComparedGraph, reality: Reality): Checked {
  const changes = diffOf(older, newer);
  const breaking = changes.filter(({ level }) => level === 'breaking');
  return {
    changes,
    hits: [...operationHits(older.api, newer.api, breaking, reality.documents), ...trafficHits(breaking, reality)],
    early: earlyRemovals(older, breaking, reality.today),
  };
}

function trafficHits(breaking: readonly SchemaChange[], { usage, days }: Reality): Hit[] {
  const touched = new Set(breaking.flatMap(({ touches }) => touches));
  return usage.filter(({ coordinate }) => touched.has(coordinate)).map((use) => trafficHit(use, days));
}

const trafficHit = ({ client, coordinate, count }: FieldUse, days: number): Hit => ({
  kind: 'traffic',
  client,
  field: coordinate,
  count,
  message: {
    vi: `${coordinate}: ${client} đã hỏi ${count} lần trong ${days} ngày qua.`,
    en: `${coordinate}: ${client} asked it ${count} times in the last ${days} days.`,
  },
});

const REMOVALS = new Set(['FIELD_REMOVED', 'ARG_REMOVED', 'VALUE_REMOVED_FROM_ENUM', 'TYPE_REMOVED']);

function earlyRemovals({ api }: ComparedGraph, breaking: readonly SchemaChange[], today: string): EarlyRemoval[] {
  const gone = breaking.filter(({ type }) => REMOVALS.has(type)).map(({ coordinate }) => coordinate);
  const isGone = (coordinate: string): boolean =>
    gone.some((place) => coordinate === place || coordinate.startsWith(`${place}.`) || coordinate.startsWith(`${place}(`));
  return deprecatedParts(api)
    .filter(({ coordinate, until }) => until !== null && today <= until && isGone(coordinate))
    .map((part) => ({
      ...part,
      message: {
        vi: `${part.coordinate} đã hứa giữ đến ${printedDay(part.until!)}.`,
        en: `${part.coordinate} was promised until ${part.until}.`,
      },
    }));
}
