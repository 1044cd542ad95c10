import type { Outcome } from './assessment.types.js';
import type { Condition } from './condition.types.js';
import type { SubjectFacts } from './subject.facts.js';

/** What a predicate may look at: the condition with its parameters, the facts, the award and the year. No clock. */
export interface PredicateInput {
  condition: Condition;
  facts: SubjectFacts;
  awardCode: string;
  year: number;
  /** Judges another award's criteria for the same nominee and year ("meets the criteria of"). */
  judge: (awardCode: string) => Outcome;
}

export type Predicate = (input: PredicateInput) => Outcome;
