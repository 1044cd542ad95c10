const JSON_TYPE = 'application/json; charset=utf-8';
const GRAPHQL_TYPE = 'application/graphql-response+json; charset=utf-8';
const OFFERED = [
  { text: JSON_TYPE, subtype: 'json' },
  { text: GRAPHQL_TYPE, subtype: 'graphql-response+json' },
];

/** What an `Accept` header leads to. */
export interface Negotiated {
  /** Content type of the answer; null = the caller takes none of ours (406), or writes it in a way only the server's own parser reads. */
  readonly contentType: string | null;
  /**
   * `application/json` was asked for by name: statuses of old, 200 also for a document or variables that are not valid (GraphQL over
   * HTTP 6.4.1). Who takes anything gets the statuses of today.
   */
  readonly isLegacy: boolean;
}

interface Range {
  type: string;
  subtype: string;
  isUtf8: boolean;
  quality: number;
  order: number;
}

interface Match {
  offer: number;
  specificity: number;
  quality: number;
  order: number;
}

const known = new Map<string, Negotiated>();
const KNOWN_LIMIT = 200;
const DEFAULT: Negotiated = { contentType: JSON_TYPE, isLegacy: false };

/** Chooses between our two types as Apollo Server does; an answer per header text is kept. */
export function negotiate(accept: string | undefined): Negotiated {
  if (!accept) return DEFAULT;
  const there = known.get(accept);
  if (there) return there;
  const made = choose(accept);
  if (known.size >= KNOWN_LIMIT) known.clear();
  known.set(accept, made);
  return made;
}

function choose(accept: string): Negotiated {
  const ranges: Range[] = [];
  for (const [order, part] of accept.split(',').entries()) {
    const range = rangeOf(part, order);
    if (range === null) return { contentType: null, isLegacy: false };
    ranges.push(range);
  }
  const matches = OFFERED.flatMap((_, offer) => bestFor(offer, ranges) ?? []).filter(({ quality }) => quality > 0);
  const [best] = matches.toSorted(
    (a, b) => b.quality - a.quality || b.specificity - a.specificity || a.order - b.order || a.offer - b.offer,
  );
  if (!best) return { contentType: null, isLegacy: false };
  return { contentType: OFFERED[best.offer]!.text, isLegacy: best.offer === 0 && ranges[best.order]!.subtype === 'json' };
}

/** Null = with parameters that need a real parser. */
function rangeOf(part: string, order: number): Range | null {
  const match = /^\s*([\w*.+-]+)\/([\w*.+-]+)\s*((?:;\s*[\w-]+=[\w.-]+\s*)*)$/.exec(part);
  if (!match) return null;
  let quality = 1;
  let isUtf8 = false;
  for (const parameter of match[3]!.split(';').slice(1)) {
    const [name, value] = parameter.split('=').map((text) => text.trim().toLowerCase()) as [string, string];
    if (name === 'q') quality = Number.parseFloat(value);
    else if (name === 'charset' && value === 'utf-8') isUtf8 = true;
    else return null;
  }
  return Number.isNaN(quality) ? null : { type: match[1]!.toLowerCase(), subtype: match[2]!.toLowerCase(), isUtf8, quality, order };
}

function bestFor(offer: number, ranges: readonly Range[]): Match | null {
  let best: Match | null = null;
  for (const { type, subtype, isUtf8, quality, order } of ranges) {
    const isType = type === 'application';
    const isSubtype = subtype === OFFERED[offer]!.subtype;
    if ((!isType && type !== '*') || (!isSubtype && subtype !== '*')) continue;
    const specificity = (isType ? 4 : 0) + (isSubtype ? 2 : 0) + (isUtf8 ? 1 : 0);
    const match = { offer, specificity, quality, order };
    if (!best || specificity > best.specificity || (specificity === best.specificity && quality >= best.quality)) best = match;
  }
  return best;
}
