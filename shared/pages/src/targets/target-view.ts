import type { LocaleFormat, StatusKind } from '@thidua/web';
import type { TargetRowFragment } from '../generated/graphql.js';

export type TargetRow = TargetRowFragment;

const SIGN: Readonly<Record<string, string>> = { GT: '>', GTE: '≥', EQ: '=', LT: '<', LTE: '≤' };

const SHAPES: readonly string[] = ['ok', 'warn', 'wait', 'bad', 'idle'];

/** Shape of a target's state. Word and shape are the graph's own, so that list, notice and export agree. */
export function targetKind(target: TargetRow): StatusKind {
  if (target.statusShape && SHAPES.includes(target.statusShape)) return target.statusShape as StatusKind;
  if (target.comparator === 'QUALITATIVE') return 'idle';
  switch (target.status) {
    case 'MET':
      return 'ok';
    case 'NOT_MET':
    case 'AT_RISK':
      return 'bad';
    default:
      return 'wait';
  }
}

/** What is asked, as on the line of the plan: `> 98 %`, `≥ 2 tập thể`; empty when it is in words alone. */
export function needText(
  target: { readonly comparator: string; readonly value: string | null; readonly unit: string | null },
  format: Pick<LocaleFormat, 'number'>,
): string {
  const sign = SIGN[target.comparator];
  if (!sign || target.value === null) return '';
  const isNumber = target.value !== '' && Number.isFinite(Number(target.value));
  const value = isNumber ? format.number(target.value) : target.value;
  const unit = target.unit && isNumber ? `\u00a0${target.unit}` : '';
  return `${sign}\u00a0${value}${unit}`;
}

/** What is asked, in the words of the page: a comparison with last year, a recognition, a number, or nothing countable. */
export function needWords(
  target: { readonly comparator: string; readonly kind: string; readonly value: string | null; readonly unit: string | null },
  t: (key: string) => string,
  format: Pick<LocaleFormat, 'number'>,
): string {
  if (target.comparator === 'NO_WORSE_THAN_PREVIOUS') return t('targets.noWorse');
  if (target.comparator === 'INCREASE') return t('targets.increase');
  if (target.kind === 'RECOGNITION') return t('targets.recognised');
  return needText(target, format) || t('targets.qualitative');
}

/** The exact fraction; never a rounded share alone. Null when nothing is counted. */
export function fractionOf(target: TargetRow): { have: number; of: number | null; needed: number | null } | null {
  const actual = target.actual;
  if (!actual || actual.numerator === null) return null;
  return { have: actual.numerator, of: actual.denominator, needed: actual.needed };
}

/** How many are missing, 0 when enough or not countable. */
export function missingOf(target: TargetRow): number {
  const fraction = fractionOf(target);
  return fraction?.needed !== null && fraction?.needed !== undefined ? Math.max(0, fraction.needed - fraction.have) : 0;
}

/** Each child right under its parent, in the order of the plan; a child whose parent is not in the list stands alone. */
export function nested(targets: readonly TargetRow[]): { target: TargetRow; child: boolean }[] {
  const ids = new Set(targets.map((target) => target.id));
  const parentOf = (target: TargetRow): string | null =>
    target.parentTarget && ids.has(target.parentTarget.id) ? target.parentTarget.id : null;
  return targets
    .filter((target) => parentOf(target) === null)
    .flatMap((target) => [
      { target, child: false },
      ...targets.filter((other) => parentOf(other) === target.id).map((other) => ({ target: other, child: true })),
    ]);
}

/** Counts by shape, for the summary line. */
export function countByKind(targets: readonly TargetRow[]): { kind: StatusKind; count: number }[] {
  const order: StatusKind[] = ['ok', 'bad', 'warn', 'wait', 'idle'];
  return order
    .map((kind) => ({ kind, count: targets.filter((target) => targetKind(target) === kind).length }))
    .filter((item) => item.count > 0);
}
