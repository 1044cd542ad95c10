/** Cells of the quota picture: used by others, this nominee, free, and the line of the cap. Shares in percent of the width. */
export interface QuotaPicture {
  readonly cells: readonly { readonly x: string; readonly width: string; readonly kind: 'used' | 'mine' | 'off' }[];
  readonly cap: string;
}

const MOST_CELLS = 30;

/** One cell a person up to thirty; beyond that one cell a share, so that the line of the cap stays true. */
export function quotaPicture(used: number, limit: number, mine: number): QuotaPicture {
  const total = Math.max(limit, used + mine, 1);
  const cells = Math.min(total, MOST_CELLS);
  const perCell = total / cells;
  const step = 100 / cells;
  return {
    cells: Array.from({ length: cells }, (_unused, index) => {
      const person = (index + 0.5) * perCell;
      const kind = person <= used ? 'used' : person <= used + mine ? 'mine' : 'off';
      return { x: `${(index * step + 0.3).toFixed(2)}%`, width: `${(step - 0.6).toFixed(2)}%`, kind };
    }),
    cap: `${((limit / total) * 100).toFixed(2)}%`,
  };
}
