import { emitSdl, sdlIsCommitted } from '@thidua/server';
import { rootFieldAccess } from '@thidua/testing';
import { describe, expect, it } from 'vitest';
import { subgraph } from './subgraph.js';

describe('the schema of organisations', () => {
  it('is committed as it is emitted (npm run sdl)', async () => {
    expect(await sdlIsCommitted(subgraph, new URL('../schema.graphql', import.meta.url))).toBe(true);
  });

  it('names a permission for every root field, and none of them is public', () => {
    const fields = rootFieldAccess(emitSdl(subgraph));
    expect(Object.fromEntries(fields.map(({ field, access }) => [field, access]))).toEqual({
      'Query.viewer': 'allow/signed-in',
      'Query.organisation': 'allow/organisation/read',
      'Query.organisations': 'allow/organisation/read',
      'Query.person': 'allow/person/read',
      'Query.people': 'allow/person/read',
      'Query.council': 'allow/organisation/read',
      'Query.bloc': 'allow/organisation/read',
      'Query.blocs': 'allow/organisation/read',
      'Query.delegations': 'allow/organisation/read',
      'Query.changes': 'allow/changes/read',
      'Mutation.grantRole': 'allow/role/grant',
      'Mutation.revokeRole': 'allow/role/grant',
      'Mutation.recordPosting': 'allow/person/move',
      'Subscription.inboxChanged': 'allow/signed-in',
      'Query.webhooks': 'allow/changes/read',
      'Mutation.createWebhook': 'allow/changes/read',
      'Mutation.pauseWebhook': 'allow/changes/read',
      'Mutation.resumeWebhook': 'allow/changes/read',
      'Mutation.renewWebhookSecret': 'allow/changes/read',
      'Mutation.removeWebhook': 'allow/changes/read',
    });
  });
});
