import type { TargetEntity } from './target.entity.js';
import type { StatusWord, Text } from './target.types.js';
import { say } from './words.rules.js';

/** One word per state, the same in list, detail, notice and export. */
export const STATUS_WORDS: Readonly<Record<StatusWord, Text>> = {
  MET: say('Đạt', 'Met'),
  NO_MARGIN: say('Vừa đủ', 'No margin'),
  EXCEEDED: say('Vượt mức', 'Exceeded'),
  NOT_YET: say('Chưa đạt', 'Not met so far'),
  NOT_MET: say('Không đạt', 'Not met'),
  NO_DATA: say('Không có dữ liệu', 'No data'),
  AWAITING: say('Chờ công bố', 'Awaiting publication'),
  QUALITATIVE: say('Định tính', 'Qualitative'),
};

/** Shape of the status badge; word and shape say the same (look: shape, word and colour). */
export const STATUS_SHAPES: Readonly<Record<StatusWord, 'ok' | 'warn' | 'wait' | 'bad' | 'idle'>> = {
  MET: 'ok',
  NO_MARGIN: 'warn',
  EXCEEDED: 'ok',
  NOT_YET: 'bad',
  NOT_MET: 'bad',
  NO_DATA: 'idle',
  AWAITING: 'wait',
  QUALITATIVE: 'idle',
};

/** how a share of people becomes a number of people. */
export const ROUNDING = say(
  'Mức sàn làm tròn lên, mức trần làm tròn xuống thành số người nguyên; so sánh chính xác, không làm tròn tỷ lệ.',
  'Floors are rounded up and ceilings down to whole people; shares are compared exactly, never rounded.',
);

const RULES: Readonly<Partial<Record<TargetEntity['comparator'], Text>>> = {
  GT: say('“Trên” là lớn hơn hẳn, không làm tròn', '“Trên” is strictly greater, without rounding'),
  GTE: say('Mức sàn: bằng hoặc hơn', 'A floor: equal or more'),
  EQ: say('Đúng bằng; 100 % là không thiếu một ai', 'Exactly; 100 % means every one'),
  LT: say('“Dưới” là nhỏ hơn hẳn, không làm tròn', '“Dưới” is strictly less, without rounding'),
  LTE: say('Mức trần: không vượt quá', 'A ceiling: not more'),
  NO_WORSE_THAN_PREVIOUS: say('Giữ vững: hạng không kém năm trước', 'Kept: the rank is not worse than last year'),
  INCREASE: say('Tăng so với năm trước', 'Higher than last year'),
  QUALITATIVE: say('Định tính: đạt khi có minh chứng', 'Qualitative: met with evidence'),
};

export const ruleText = (target: TargetEntity): Text => RULES[target.comparator] ?? say(target.comparator, target.comparator);

/** Words of the denominator as it is read now. */
export function denominatorText(target: TargetEntity, outer: TargetEntity | null): Text | null {
  if (target.denominatorRule === 'OUTER' && outer)
    return say(`số đạt ở chỉ tiêu “${outer.text}”`, `those who reach the target “${outer.text}”`);
  if (target.denominatorRule === 'WHOLE') return say('toàn cơ quan tại ngày tính', 'everybody of the body on the day');
  return target.printedDenominator ? say(target.printedDenominator, target.printedDenominator) : null;
}

/** The readings a specialist may choose between. */
export function readingsOf(target: TargetEntity): string[] {
  if (target.measureCode === 'STUDY') return ['EVERY_SESSION', 'ANY_SESSION'];
  return target.measureCode === 'TITLE' && target.outerId ? ['OUTER', 'WHOLE'] : [];
}
