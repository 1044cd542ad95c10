export type TargetComparator = '>' | '>=' | '=' | '<=' | '<' | 'no-worse-than-previous' | 'increase';

/** A number with its comparison and unit as printed in a target. */
export interface Quantity {
  readonly comparator: TargetComparator;
  /** A number, or a fraction such as "2/3". */
  readonly value: number | string;
  readonly valueAsPrinted: string;
  readonly unit: string;
  /** The words that are counted, as printed: "số trường", "sáng kiến"; empty for a percentage. */
  readonly counted: string;
  readonly explicit: boolean;
  readonly from: number;
  readonly to: number;
}

const COUNTED =
  'sáng kiến|đề tài|giải pháp|mô hình|tập thể|cá nhân|điển hình|đơn vị|phòng|lớp|đợt|cuộc|buổi|tin,? bài|bài|tin|hồ sơ|văn bản|lượt|người|công chức|viên chức|cán bộ|hộ|xã|công trình|dự án|nhiệm vụ|gương|Bằng khen|Giấy khen|Cờ thi đua|triệu đồng|tỷ đồng|ngày làm việc|ngày|điểm|thủ tục|Chiến sĩ thi đua|số \\p{L}+';
const BEFORE =
  'không vượt quá|không quá|không nhiều hơn|nhiều nhất|tối đa|không dưới|không thấp hơn|không ít hơn|ít nhất|tối thiểu|trên|hơn|vượt|dưới|từ|khoảng|đúng';
const NUMBER = String.raw`\d+\s*\/\s*\d+|\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?`;
const QUANTITY = new RegExp(
  String.raw`(?<![\p{L}\d/.,-])(?:(${BEFORE})\s+(?:là\s+)?)?(${NUMBER})\s*(%|phần trăm|(?:số\s+)?(?:${COUNTED})(?!\p{L}))(?:\s*(trở lên|trở xuống))?`,
  'giu',
);

const FLOOR = /^(?:không dưới|không thấp hơn|không ít hơn|ít nhất|tối thiểu|từ)$/iu;
const CEILING = /^(?:không vượt quá|không quá|không nhiều hơn|nhiều nhất|tối đa)$/iu;

/** "Không có đơn vị nào …" is a ceiling of zero. */
const NONE = new RegExp(String.raw`^Không (?:có|để)\s+(${COUNTED})(?:\s+nào)?(?=\s)`, 'iu');

/** All numbers of a clause that can be a target value: percentages, counts, fractions. */
export function readQuantities(text: string): Quantity[] {
  const none = NONE.exec(text);
  if (none?.[1])
    return [
      { comparator: '<=', value: 0, valueAsPrinted: '0', unit: none[1], counted: none[1], explicit: true, from: 0, to: none[0].length },
    ];
  return [...text.matchAll(QUANTITY)].flatMap((match): Quantity[] => {
    const [whole, before = '', printed = '', unit = '', behind = ''] = match;
    const fraction = printed.includes('/');
    if (fraction && unit === '%') return [];
    const percent = unit === '%' || unit === 'phần trăm';
    const value = fraction ? printed.replace(/\s/gu, '') : readNumber(printed);
    return [
      {
        comparator: comparatorOf(before, behind, percent && value === 100),
        value,
        valueAsPrinted: printed,
        unit: percent ? '%' : fraction ? 'phần' : unit.replace(/^số\s+/u, ''),
        counted: percent ? '' : unit,
        explicit: before !== '' || behind !== '',
        from: match.index,
        to: match.index + whole.length,
      },
    ];
  });
}

/** Vietnamese numbers: a full stop groups thousands, a comma begins the decimals; one or two digits behind a full stop are decimals too. */
export function readNumber(printed: string): number {
  const grouped = /^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/u.test(printed);
  return Number((grouped ? printed.replaceAll('.', '') : printed).replace(',', '.'));
}

/** "Trên" is strict; a bare share is a floor, a bare 100 % the whole. */
function comparatorOf(before: string, behind: string, whole: boolean): TargetComparator {
  if (/^trở xuống$/iu.test(behind) || CEILING.test(before)) return '<=';
  if (/^trở lên$/iu.test(behind) || FLOOR.test(before)) return '>=';
  if (/^(?:trên|hơn|vượt)$/iu.test(before)) return '>';
  if (/^dưới$/iu.test(before)) return '<';
  return whole || /^đúng$/iu.test(before) ? '=' : '>=';
}
