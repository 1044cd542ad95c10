import type { TargetComparator } from './quantity.rules.js';

export type TargetKind = 'quantitative' | 'ordinal' | 'recognition' | 'byReference' | 'qualitative';

/** A target as printed, with its reading. */
export interface PlanTarget {
  readonly text: string;
  readonly subject: string | null;
  readonly measure: string | null;
  readonly comparator: TargetComparator;
  readonly value: number | string | boolean | null;
  readonly unit: string | null;
  /** What the share is taken of: words, or the key of the outer target ("trong đó"). */
  readonly of?: string;
  readonly awardTitle?: string;
  readonly collectiveOrIndividual: 'collective' | 'individual' | 'both';
  readonly kind: TargetKind;
  readonly section: string;
  readonly key?: string;
  readonly split?: string;
  readonly orHigher?: true;
  readonly valueAsPrinted?: string;
  readonly reference?: string;
  readonly start: number;
  readonly end: number;
}

export type TargetReading = Omit<PlanTarget, 'section' | 'start' | 'end' | 'key'>;
