import { createHash } from 'node:crypto';

/** Letters and digits that nobody mistakes for each other when read from paper. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';

/** The public code of an award, printed on paper: 12 signs from the award's id, in groups of four. */
export function certificateCode(awardId: string): string {
  const hash = createHash('sha256').update(`certificate:${awardId}`).digest();
  const signs = [...hash.subarray(0, 12)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('');
  return `${signs.slice(0, 4)}-${signs.slice(4, 8)}-${signs.slice(8, 12)}`;
}

/** The code as somebody typed it: spaces, dashes and small letters do not matter. */
export function normalisedCode(typed: string): string {
  const plain = typed.toUpperCase().replaceAll(/[^0-9A-Z]/g, '');
  return `${plain.slice(0, 4)}-${plain.slice(4, 8)}-${plain.slice(8, 12)}`;
}
