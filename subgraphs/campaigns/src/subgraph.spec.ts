import { emitSdl, sdlIsCommitted } from '@thidua/server';
import { rootFieldAccess } from '@thidua/testing';
import { describe, expect, it } from 'vitest';
import { PLAN_STATES } from './plan/plan.states.js';
import { subgraph } from './subgraph.js';

describe('the schema of campaigns', () => {
  it('is committed as it is emitted (npm run sdl)', async () => {
    expect(await sdlIsCommitted(subgraph, new URL('../schema.graphql', import.meta.url))).toBe(true);
  });

  it('names a permission for every root field, and none of them is public', () => {
    const fields = rootFieldAccess(emitSdl(subgraph));
    expect(Object.fromEntries(fields.map(({ field, access }) => [field, access]))).toEqual({
      'Query.legalDocument': 'allow/document/read',
      'Query.legalDocuments': 'allow/document/read',
      'Query.plan': 'allow/plan/read',
      'Query.plans': 'allow/plan/read',
      'Query.planImport': 'allow/plan/import',
      'Query.campaign': 'allow/campaign/read',
      'Query.campaigns': 'allow/campaign/read',
      'Mutation.previewPlanImport': 'allow/plan/import',
      'Mutation.confirmPlanImport': 'allow/plan/import',
      'Mutation.issuePlan': 'allow/plan/issue',
      'Mutation.completeDuty': 'allow/duty/complete',
    });
  });

  it('R-085 a plan is issued once, from awaiting signature', () => {
    expect([
      PLAN_STATES.move('AWAITING_SIGNATURE', 'issue'),
      PLAN_STATES.move('ISSUED', 'issue'),
      PLAN_STATES.move('IMPORTED', 'issue'),
    ]).toEqual(['ISSUED', null, null]);
  });
});
