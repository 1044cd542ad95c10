/** A sentence in both languages of the product; what is stored keeps both, so that a snapshot can be read by anyone later. */
export interface Text {
  vi: string;
  en: string;
}

export type Verdict = 'PASS' | 'FAIL' | 'REVIEW' | 'NO_DATA';

export type EvidenceKind = 'RATING' | 'INITIATIVE' | 'POSTING' | 'PETITION' | 'AWARD' | 'MEMBER' | 'FINDING' | 'MISSING';

/** What a verdict rests on. `id` is the id of the fact where it has one, so that a reader can find it again. */
export interface EvidenceItem {
  kind: EvidenceKind;
  id: string;
  label: Text;
  link: string | null;
}

/**
 * One condition judged. `alternatives` holds the branches of an "any of" group: the group's verdict counts, a branch that
 * was not needed does not. `severity` REVIEW marks a local parameter that a person may set aside.
 */
export interface Check {
  rule: string;
  predicate: string;
  label: Text;
  article: string;
  severity: 'BLOCKING' | 'REVIEW';
  verdict: Verdict;
  need: Text;
  have: Text;
  evidence: EvidenceItem[];
  alternatives: Check[];
}

/** What a predicate answers; the engine adds rule, article and label. */
export type Outcome = Pick<Check, 'verdict' | 'need' | 'have' | 'evidence'> & { alternatives?: Check[] };

/** A rule set resolved for a date: which text of the rules was used, and whether the office has confirmed it. */
export interface RuleSetRef {
  id: string;
  awardCode: string;
  validFrom: string;
  validTo: string | null;
  source: string;
  status: string;
  enabled: boolean;
}

/** The explained verdict that is answered to a reader and stored on a submitted nomination. */
export interface Assessment {
  awardCode: string;
  year: number;
  verdict: Verdict;
  ruleSet: RuleSetRef;
  checks: Check[];
}

export function text(vi: string, en: string): Text {
  return { vi, en };
}
