import type { ExtractedTarget } from '@thidua/contracts';
import { awardCodeOf } from './title-scale.rules.js';
import type { MeasureCode } from './target.types.js';
import { topicKey } from './words.rules.js';

export interface ReadTarget {
  measureCode: MeasureCode;
  /** What the rules compare with: the printed value, or "100" implied by "hoàn thành vượt mức". */
  value: string | null;
  unit: string | null;
  comparator: ExtractedTarget['comparator'];
  collective: boolean;
  awardCode: string | null;
  topic: string | null;
}

const BODIES = /dang bo|dang uy|doan the|cong doan|chi doan|doan thanh nien/;

/** Reads from a target's words how it is to be computed. What is not understood stays qualitative, never a number. */
export function readTarget(target: ExtractedTarget): ReadTarget {
  const words = topicKey(`${target.measure} ${target.text}`);
  const subject = topicKey(target.subject ?? '');
  const awardCode = target.awardTitle ? awardCodeOf(target.awardTitle) : null;
  const measureCode = measureOf(target, words, subject, awardCode);
  const implied = measureCode === 'TASKS' && target.value === null;
  return {
    measureCode,
    value: implied ? '100' : target.value,
    unit: implied ? '%' : target.unit,
    comparator: implied ? 'GTE' : target.comparator,
    collective: awardCode ? awardCode.startsWith('TT') : target.collectiveOrIndividual === 'collective',
    awardCode,
    topic:
      measureCode === 'RANK'
        ? topicKey(target.measure).replace(/^.*chi so /, '')
        : measureCode === 'RECOGNITION'
          ? topicKey(target.awardTitle ?? target.measure)
          : null,
  };
}

function measureOf(target: ExtractedTarget, words: string, subject: string, awardCode: string | null): MeasureCode {
  if (target.comparator === 'NO_WORSE_THAN_PREVIOUS') return 'RANK';
  if (target.comparator === 'INCREASE') return 'TREND';
  if (target.kind === 'RECOGNITION') return 'RECOGNITION';
  if (target.kind === 'BY_REFERENCE') return 'REFERENCE';
  if (awardCode) return 'TITLE';
  if (target.kind === 'ORDINAL') return BODIES.test(subject) ? 'BODY_RATINGS' : 'RATING';
  if (target.kind === 'QUANTITATIVE' && target.unit === '%' && /nghien cuu|hoc tap|quan triet/.test(words)) return 'STUDY';
  if (/vuot muc/.test(words) && target.value === null) return 'TASKS';
  return target.kind === 'QUANTITATIVE' ? 'TASKS' : 'QUALITATIVE';
}
