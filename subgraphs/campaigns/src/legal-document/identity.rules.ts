import { issuerKey } from '../body/body-name.rules.js';
import type { LegalBasis } from '../plan-import/legal-bases.rules.js';

/** "05-ct/tw"; laws without number are found by their name. */
export function numberKey(number: string | null): string {
  return (number ?? '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/\s/gu, '')
    .replace(/^0+(?=\d)/u, '');
}

/** What makes a document this document: type, number (or name), canonical issuer, date (decision 4). */
export function documentIdentity(
  basis: Pick<LegalBasis, 'type' | 'number' | 'name' | 'issuer' | 'date' | 'year'>,
  planPlace: string | null,
): string {
  const label = basis.number ? numberKey(basis.number) : (basis.name ?? '').toLowerCase();
  const date = basis.number ? (basis.date ?? '') : String(basis.year ?? basis.date?.slice(0, 4) ?? '');
  return [basis.type.toLowerCase(), label, issuerKey(basis.issuer, basis.number, planPlace), date].join('|');
}

/** The same without the date, for a citation that prints none. */
export function undatedIdentity(identity: string): string {
  return identity.slice(0, identity.lastIndexOf('|') + 1);
}

export function documentName(basis: Pick<LegalBasis, 'type' | 'number' | 'name'>): string {
  return basis.name ?? `${basis.type} số ${basis.number ?? ''}`.trim();
}

/** What differs between a printing and the registered document; empty when nothing does. */
export function printingDifference(
  printed: { issuer: string | null; subject: string | null; type: string },
  known: { issuer: string | null; subject: string | null },
): string {
  const same = (a: string | null, b: string | null): boolean => a === null || b === null || fold(a) === fold(b);
  const issuer = same(printed.issuer, known.issuer) ? [] : [`cơ quan ban hành: “${printed.issuer ?? ''}” / “${known.issuer ?? ''}”`];
  const subject = same(printed.subject, known.subject) ? [] : [`trích yếu: “${printed.subject ?? ''}” / “${known.subject ?? ''}”`];
  return [...issuer, ...subject].join('; ');
}

/** Dashes, case and the opening "về việc" are layout. */
function fold(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[–—]/gu, '-')
    .replace(/^(?:về việc|về|v\/v)\s+/u, '')
    .replace(/[“”"]/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
