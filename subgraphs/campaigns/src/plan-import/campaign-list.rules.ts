import { quotations, sentences, splitOutside } from './quotes.rules.js';
import type { Piece } from './quotes.rules.js';

export interface ListedCampaign {
  readonly name: string;
  /** The words that introduce the list and may say who started its campaigns. */
  readonly words: string;
  readonly group: boolean;
  /** The campaign listed just before, of which a group is a part (R-108). */
  readonly inside?: string;
  readonly from: number;
  readonly to: number;
}

const INTRODUCTION =
  /(?:phong trào thi đua|cuộc vận động|phong trào)(?![^.“”";:]{0,110}?(?:như sau|chủ đề))[^.“”";:]{0,90}?(?:\s+như\s*:?|:)\s*(?=(["“])?)/gu;

/** Names listed behind "các phong trào thi đua … như:" or "của tỉnh:" (R-106, R-107, R-111). */
export function campaignLists(text: string): ListedCampaign[] {
  return sentences(text).flatMap((sentence) => {
    const last = [...sentence.text.matchAll(INTRODUCTION)].at(-1);
    if (!last || (!/như\s*:?\s*$/u.test(last[0]) && !last[1])) return [];
    const from = last.index + last[0].length;
    const list = sentence.text.slice(from);
    return items(list).map((item, i, all) => {
      const group = /^các phong trào/iu.test(item.text);
      const inside = group && all[i - 1] ? { inside: nameOf(all[i - 1]?.text ?? '') } : {};
      return {
        name: nameOf(item.text),
        words: last[0],
        group,
        ...inside,
        from: sentence.from + from + item.from,
        to: sentence.from + from + item.to,
      };
    });
  });
}

function items(list: string): Piece[] {
  const closed = list.search(/\.{3}|…/u);
  const text = closed < 0 ? list : list.slice(0, closed);
  const quoted = quotations(text).length > 0;
  const pieces = splitOutside(text, quoted ? /[;,]|(?<=[”"])\s+và\s+/gu : /;/gu);
  return joinNamedParts(pieces.filter((piece) => /\p{L}{3}/u.test(piece.text)));
}

/** "phong trào thi đua 4 tốt xây dựng “…”, “…”" is one campaign with two parts. */
function joinNamedParts(pieces: readonly Piece[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const before = joined[joined.length - 1];
    const part = /^["“][^"“”]*["”]\.?$/u.test(piece.text) && /^phong trào thi đua .+[”"]$/u.test(before?.text ?? '');
    if (before && part)
      joined[joined.length - 1] = { text: `${before.text}, ${piece.text.replace(/\.$/u, '')}`, from: before.from, to: piece.to };
    else joined.push(piece);
  }
  return joined;
}

/** A name that is one quotation is given without its marks. */
function nameOf(text: string): string {
  const bare = text.replace(/^(?:và|phong trào)\s+(?=["“])/u, '').replace(/[.,;\s]+$/u, '');
  const quoted = quotations(bare)[0];
  return quoted && quoted.from === 1 && quoted.end === bare.length ? quoted.content : bare;
}
