import { text, type Text } from '../eligibility/assessment.types.js';
import { capOf, exactCap, percentOf } from './decimal.rules.js';

export interface QuotaResult {
  base: number;
  limit: number;
  used: number;
  overrun: boolean;
  basis: Text;
  conflict: Text | null;
}

const ROUNDING: Record<string, Text> = {
  floor: text('làm tròn xuống', 'rounded down'),
  ceil: text('làm tròn lên', 'rounded up'),
  nearest: text('làm tròn gần nhất', 'rounded to the nearest'),
};

/**
 * The cap of an award in a department: a percentage of the number of another title, rounded by the policy row.
 * An overrun warns, the council decides. `target` is a floor set by a plan: a floor above the cap cannot be met and is
 * said so when either is set.
 */
export function quotaOf(input: {
  base: number;
  baseName: string;
  percent: string;
  rounding: string;
  used: number;
  target?: number | null;
}): QuotaResult {
  const percent = percentOf(input.percent);
  const limit = capOf(input.base, percent, input.rounding);
  const exact = exactCap(input.base, percent);
  const printed = input.percent.replace('.', ',');
  const rounding = ROUNDING[input.rounding] ?? text(input.rounding, input.rounding);
  const tail = exact === String(limit) ? text('', '') : text(`, ${rounding.vi} còn ${limit}`, `, ${rounding.en} to ${limit}`);
  const conflict =
    input.target !== undefined && input.target !== null && input.target > limit
      ? text(
          `Chỉ tiêu ${input.target} vượt trần ${limit}: không thể vừa đạt chỉ tiêu vừa giữ trần.`,
          `The target of ${input.target} is above the cap of ${limit}: both cannot be met.`,
        )
      : null;
  return {
    base: input.base,
    limit,
    used: input.used,
    overrun: input.used > limit,
    basis: text(
      `${printed}\u00a0% của ${input.base} “${input.baseName}” = ${exact}${tail.vi}`,
      `${input.percent}\u00a0% of ${input.base} “${input.baseName}” = ${exact.replace(',', '.')}${tail.en}`,
    ),
    conflict,
  };
}
