/**
 * Texts from some machines write "ế" as several characters. Rules read the composed form (NFC);
 * `back[i]` is the offset of character i of it in the text as given. Null when the text is composed already.
 */
export function nfcMap(source: string): { text: string; back: readonly number[] | null } {
  const text = source.normalize('NFC');
  if (text === source) return { text, back: null };
  const back: number[] = [];
  const parts: string[] = [];
  for (const match of source.matchAll(/\P{M}\p{M}*|^\p{M}+/gu)) {
    const composed = match[0].normalize('NFC');
    parts.push(composed);
    for (let i = 0; i < composed.length; i += 1) back.push(match.index + Math.min(i, match[0].length - 1));
  }
  back.push(source.length);
  return { text: parts.join(''), back };
}
