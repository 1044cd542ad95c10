import { ROLES, type AssertedActor } from '@thidua/contracts';
import { emitSdl } from '@thidua/server';
import { dataOf, execute, faultOf, publicActor, rootFieldAccess, testDatabase, type TestDatabase } from '@thidua/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bloc, council, demoActor, org, person } from '../test/actors.js';
import { subgraph } from './subgraph.js';

let db: TestDatabase;
const who: Record<string, AssertedActor> = {};
/** Somebody signed in whose only role is to publish modules: reads nothing of the province. */
const developer: AssertedActor = {
  kind: 'person',
  id: person('KHOI'),
  name: 'Cao Minh Khôi',
  roles: [{ role: 'DEVELOPER', scopeKind: 'DEPARTMENT', scopeId: org('STC') }],
};

const grant = `grantRole(input: { clientMutationId: "access-0001", personId: "${person('MAI')}", role: "KING", scopeId: "${org('STC')}", from: "2025-12-15" }) { __typename }`;
const revoke = `revokeRole(input: { clientMutationId: "access-0002", id: "${person('MAI')}", version: 1, lastDay: "2025-12-15", reason: "thử" }) { __typename }`;
const move = `recordPosting(input: { clientMutationId: "access-0003", personId: "${person('MAI')}", version: 1, organisationId: "${org('QNG')}", title: "Viên chức", from: "2025-12-15" }) { __typename }`;
const NO_WEBHOOK = '00000000-0000-4000-8000-000000000000';
const webhook = (act: string): string =>
  `mutation { ${act}(input: { clientMutationId: "access-${act}", id: "${NO_WEBHOOK}", version: 1 }) { __typename } }`;
/** Changes nothing: the address is none. */
const register = 'mutation { createWebhook(input: { clientMutationId: "access-0004", url: "ftp://x.vn" }) { __typename } }';

const FIELDS: [field: string, operation: string, allowed: string][] = [
  ['organisation', '{ organisation(code: "STC") { name } }', 'MAI'],
  ['organisations', '{ organisations { totalCount } }', 'MAI'],
  ['person', `{ person(id: "${person('MAI')}") { fullName } }`, 'MAI'],
  ['people', '{ people { totalCount } }', 'MAI'],
  ['council', `{ council(id: "${council('STC/SK')}") { name } }`, 'MAI'],
  ['bloc', `{ bloc(id: "${bloc('CUM10')}") { name } }`, 'MAI'],
  ['blocs', '{ blocs { name } }', 'MAI'],
  ['delegations', `{ delegations(organisation: "${org('SNV')}") { id } }`, 'MAI'],
  ['changes', '{ changes(since: "2025-12-01T00:00:00Z") { totalCount } }', 'LAN'],
  ['grantRole', `mutation { ${grant} }`, 'SNV-06'],
  ['webhooks', '{ webhooks { id } }', 'BAO'],
  ['createWebhook', register, 'BAO'],
  ['revokeRole', `mutation { ${revoke} }`, 'SNV-06'],
  ['recordPosting', `mutation { ${move} }`, 'SNV-06'],
];
/** Acts on a webhook of one's own. */
const OWN_WEBHOOK = ['pauseWebhook', 'resumeWebhook', 'renewWebhookSecret', 'removeWebhook'];

beforeAll(async () => {
  db = await testDatabase(subgraph, { fixture: 'demo' });
  for (const sub of ['MAI', 'LAN', 'SNV-06', 'BAO']) who[sub] = await demoActor(db.dataSource, sub);
});
afterAll(() => db.drop());

describe('the permission of every root field', () => {
  it.each(FIELDS)('%s says yes to a holder, no to a stranger and to the public', async (field, query, allowed) => {
    const ask = (actor: AssertedActor) => execute(subgraph, db.dataSource, { query, actor });
    expect(dataOf(await ask(who[allowed] as AssertedActor))[field]).not.toBeNull();
    expect(faultOf(await ask(developer))).toBe('FORBIDDEN');
    expect(faultOf(await ask(publicActor))).toBe('UNAUTHENTICATED');
  });

  it.each(OWN_WEBHOOK)('%s says yes to a system that may read changes, no to a stranger and to the public', async (act) => {
    const ask = (actor: AssertedActor) => execute(subgraph, db.dataSource, { query: webhook(act), actor });
    // Past the permission there is only this answer: it has none of that id.
    expect(['NOT_FOUND', 'CONFLICT']).toContain(faultOf(await ask(who['BAO'] as AssertedActor)));
    expect(faultOf(await ask(developer))).toBe('FORBIDDEN');
    expect(faultOf(await ask(publicActor))).toBe('UNAUTHENTICATED');
  });

  it('viewer says yes to everybody signed in and no to the public', async () => {
    const ask = (actor: AssertedActor) => execute(subgraph, db.dataSource, { query: '{ viewer { permissions } }', actor });
    expect(dataOf(await ask(developer)).viewer.permissions).toEqual(ROLES.DEVELOPER.permissions);
    expect(faultOf(await ask(publicActor))).toBe('UNAUTHENTICATED');
  });

  it('leaves no root field out', () => {
    const roots = [...subgraphRootFields()].filter((field) => !['viewer', 'inboxChanged'].includes(field) && !OWN_WEBHOOK.includes(field));
    expect(FIELDS.map(([field]) => field).toSorted()).toEqual(roots.toSorted());
  });
});

function subgraphRootFields(): Set<string> {
  return new Set(rootFieldAccess(emitSdl(subgraph)).map(({ field }) => field.split('.')[1] as string));
}
