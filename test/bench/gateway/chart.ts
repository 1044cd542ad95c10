export interface Bar {
  title: string;
  value: number;
  isOurs: boolean;
}

const WIDTH = 760;
const LABEL = 330;
const ROW = 24;

/** Horizontal bars, shorter = better; logarithmic, since the ends are a hundred times apart. Readable in light and dark. */
export function chart(heading: string, unit: string, bars: readonly Bar[]): string {
  const values = bars.map((bar) => bar.value);
  const [low, high] = [Math.min(...values) / 1.5, Math.max(...values)];
  const length = (value: number): number => Math.max(2, (Math.log(value / low) / Math.log(high / low)) * (WIDTH - LABEL - 80));
  const rows = bars.map(({ title, value, isOurs }, i) => {
    const y = 40 + i * ROW;
    return `<text x="${LABEL - 8}" y="${y + 14}" text-anchor="end">${escape(title)}</text><rect x="${LABEL}" y="${y + 2}" width="${length(value).toFixed(1)}" height="16" fill="${isOurs ? '#b3261e' : '#8a94a6'}"/><text x="${(LABEL + length(value) + 6).toFixed(1)}" y="${y + 14}">${value.toFixed(value < 0.1 ? 3 : 2)}</text>`;
  });
  const height = 52 + bars.length * ROW;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" font-size="12"><rect width="100%" height="100%" fill="#fff"/><text x="12" y="20" font-weight="600" font-size="14">${escape(heading)}</text><text x="${WIDTH - 12}" y="20" text-anchor="end" fill="#555">${escape(unit)}</text>${rows.join('')}</svg>\n`;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
