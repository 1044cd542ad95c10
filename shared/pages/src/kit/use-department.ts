import { computed, type ComputedRef } from 'vue';
import { useGraphQuery, type GraphQuery } from '@thidua/web';
import type { DepartmentQuery } from '../generated/graphql.js';
import { DEPARTMENT } from './department.operations.js';

export interface DepartmentAnswer extends GraphQuery<DepartmentQuery> {
  readonly department: ComputedRef<NonNullable<DepartmentQuery['organisation']> | null>;
}

/** The department itself, with its divisions and councils. */
export function useDepartment(code: string): DepartmentAnswer {
  const query = useGraphQuery(DEPARTMENT, { code });
  return { ...query, department: computed(() => query.data.value?.organisation ?? null) };
}
