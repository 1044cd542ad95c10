export interface DocumentNumber {
  /** As printed behind "Số:", without inner blanks: "/KH-SNV", "12/KH-SYT". */
  readonly printed: string;
  /** Null while the number is not yet given. */
  readonly sequence: string | null;
  readonly symbol: string;
}

const NUMBER = /(?:^|\s)Số\s*:?\s*([\d.…_ ]*?)\s*[/-]\s*([\p{Lu}\d][\p{L}\d]*(?:\s?[-–&.]\s?[\p{L}\d]+)*)/u;

/** Reads "Số: 05/KH-SKHCN" and the blank form "Số:     /KH-SKHCN". */
export function readNumber(line: string): DocumentNumber | null {
  const match = NUMBER.exec(line.replaceAll('*', ''));
  if (!match) return null;
  const sequence = /\d+/u.exec(match[1] ?? '')?.[0] ?? null;
  const symbol = (match[2] ?? '').replace(/\s/gu, '');
  return { printed: `${sequence ?? ''}/${symbol}`, sequence, symbol };
}

/** Where the number ends in its line, so that what stands behind it can be read as place and date. */
export function afterNumber(line: string): string {
  const match = NUMBER.exec(line);
  return match ? line.slice(match.index + match[0].length).trim() : line;
}
