import { text, type Text } from '../eligibility/assessment.types.js';
import data from './dossier.data.json' with { type: 'json' };

/** A part that the dossier of an award asks for (rules §7, R-232). */
export interface PartRow {
  code: string;
  required: boolean;
}

const PARTS = data.parts as unknown as Record<string, [string, boolean][]>;
const NAMES = data.names as Record<string, Text>;

export function partsOf(awardCode: string): PartRow[] {
  return (PARTS[awardCode] ?? PARTS['*'] ?? []).map(([code, required]) => ({ code, required }));
}

export function partName(code: string): Text {
  return NAMES[code] ?? text(code, code);
}
