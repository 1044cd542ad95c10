import { useGraphQuery, type GraphQuery } from '@thidua/web';
import type { OverviewPlansQuery } from '../generated/graphql.js';
import { OVERVIEW_PLANS } from './overview.operations.js';

/** Recent plans with their duties: asked by two blocks, answered once by the client's cache. */
export function useOverviewPlans(code: string, year: number): GraphQuery<OverviewPlansQuery> {
  return useGraphQuery(OVERVIEW_PLANS, { code, year });
}
