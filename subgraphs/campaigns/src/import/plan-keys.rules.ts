import { createHash } from 'node:crypto';
import type { PlanExtract } from '../plan-import/plan-extract.js';
import { nfcMap } from '../plan-import/nfc-map.rules.js';

/** The same words are the same plan, whatever the line ends and the form of the letters. */
export function contentKey(text: string): string {
  return createHash('sha256')
    .update(
      nfcMap(text)
        .text.replace(/[\s\uFEFF]+/gu, ' ')
        .trim(),
    )
    .digest('hex');
}

/** The year a plan is for: the one of its period or title, else of its date. */
export function planYear(extract: PlanExtract): number | null {
  return extract.period.year ?? extract.date?.year ?? null;
}

/** A body issues one plan of a title, symbol and year; a re-typed copy of it is the same plan. */
export function planIdentity(extract: PlanExtract, issuerId: string | null): string {
  const title = extract.title
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return [
    issuerId ?? (extract.issuer ?? '').toLowerCase() + (extract.place ?? ''),
    extract.documentNumberParts?.symbol ?? '',
    planYear(extract) ?? '',
    title,
  ].join('|');
}
