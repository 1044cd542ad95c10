import { topicKey } from './words.rules.js';

/** Titles from low to high; a higher one meets the criteria of the lower. Source: award-catalogue, titles of Luật 06/2022/QH15. */
const SCALES: readonly (readonly string[])[] = [
  ['LDTT', 'CSTDCS', 'CSTD_TINH', 'CSTDTQ'],
  ['TTLDTT', 'TTLDXS'],
];

const NAMES: Readonly<Record<string, string>> = {
  LDTT: 'Lao động tiên tiến',
  CSTDCS: 'Chiến sĩ thi đua cơ sở',
  CSTD_TINH: 'Chiến sĩ thi đua cấp tỉnh',
  CSTDTQ: 'Chiến sĩ thi đua toàn quốc',
  TTLDTT: 'Tập thể Lao động tiên tiến',
  TTLDXS: 'Tập thể Lao động xuất sắc',
};

const CODES = new Map(Object.entries(NAMES).map(([code, name]) => [topicKey(name), code]));

/** Code of a printed title, or null when it is not a title of the scales (then it is a recognition, R-166). */
export const awardCodeOf = (printed: string): string | null => CODES.get(topicKey(printed)) ?? null;

export const awardNameOf = (code: string): string => NAMES[code] ?? code;

/** Whether holding `held` satisfies a target on `asked`: the same title or a higher one of its scale. */
export function satisfies(held: string, asked: string): boolean {
  if (held === asked) return true;
  const scale = SCALES.find((titles) => titles.includes(asked));
  return scale !== undefined && scale.indexOf(held) > scale.indexOf(asked);
}
