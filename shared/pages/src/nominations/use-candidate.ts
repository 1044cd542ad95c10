import { computed, type ComputedRef } from 'vue';
import { useGraphQuery, type GraphFault } from '@thidua/web';
import type { PersonEligibilityQuery } from '../generated/graphql.js';
import { PERSON_ELIGIBILITY, UNIT_ELIGIBILITY } from './nominations.operations.js';
import type { EligibilityView } from './eligibility-view.js';

export interface Candidate {
  readonly id: string;
  readonly name: string;
  readonly detail: string;
  readonly eligibility: EligibilityView | null;
  readonly awards: NonNullable<NonNullable<PersonEligibilityQuery['person']>['awards']>['nodes'];
}

export interface CandidateAnswer {
  readonly candidate: ComputedRef<Candidate | null>;
  readonly loading: ComputedRef<boolean>;
  readonly fault: ComputedRef<GraphFault | null>;
  reload(): void;
}

/** A person or a collective with the explained verdict for one title and year; null while nobody is chosen. */
export function useCandidate(
  choice: () => { personId: string | null; unitId: string | null; award: string | null; year: number },
): CandidateAnswer {
  const person = useGraphQuery(PERSON_ELIGIBILITY, () => {
    const { personId, award, year } = choice();
    return personId && award ? { id: personId, award, year } : null;
  });
  const unit = useGraphQuery(UNIT_ELIGIBILITY, () => {
    const { unitId, award, year } = choice();
    return unitId && award ? { id: unitId, award, year } : null;
  });
  const candidate = computed<Candidate | null>(() => {
    const { personId, unitId } = choice();
    const one = personId ? person.data.value?.person : null;
    if (one)
      return {
        id: one.id,
        name: one.fullName,
        detail: [one.jobTitle, one.unit?.name].filter(Boolean).join(', '),
        eligibility: one.eligibility,
        awards: one.awards?.nodes ?? [],
      };
    const body = unitId ? unit.data.value?.organisation : null;
    return body ? { id: body.id, name: body.name, detail: '', eligibility: body.eligibility, awards: body.awards?.nodes ?? [] } : null;
  });
  return {
    candidate,
    loading: computed(() => (choice().personId ? person.loading.value : unit.loading.value)),
    fault: computed(() => (choice().personId ? person.failed('person.eligibility') : unit.failed('organisation.eligibility'))),
    reload: () => {
      person.reload();
      unit.reload();
    },
  };
}
