import { ROLES, type AssertedActor, type RoleClaim, type RoleCode } from '@thidua/contracts';
import { describe, expect, it } from 'vitest';
import { mayPublish, ownerOfNew, requireGraphWorker, worksOnGraph } from './registry.access.js';
import { subgraphUrls } from './subgraph.urls.js';

const actor = (kind: AssertedActor['kind'], ...roles: RoleClaim[]): AssertedActor => ({ kind, id: 'x', name: 'x', roles });
const claim = (role: RoleCode, scopeId = 'STC', scopeKind = ROLES[role].scope): RoleClaim => ({ role, scopeKind, scopeId });
const DEVELOPER = actor('person', claim('DEVELOPER'));
const ADMINISTRATOR = actor('person', claim('ADMINISTRATOR', 'TNH'));

describe('who works on the graph (schema:publish)', () => {
  it('PF-05 a developer and an administrator do; every other role does not', () => {
    const others = (Object.keys(ROLES) as RoleCode[]).filter((role) => role !== 'DEVELOPER' && role !== 'ADMINISTRATOR');
    expect([DEVELOPER, ADMINISTRATOR].map(worksOnGraph)).toEqual([true, true]);
    expect(others.filter((role) => worksOnGraph(actor('person', claim(role))))).toEqual([]);
    expect(() => requireGraphWorker(actor('public'))).toThrow(expect.objectContaining({ status: 401 }));
    expect(() => requireGraphWorker(actor('client', claim('INTEGRATOR', 'TNH')))).toThrow(expect.objectContaining({ status: 403 }));
  });

  it('PF-05 a developer publishes the subgraphs of his department, an administrator every one', () => {
    expect(['STC', 'SKHCN', null].map((owner) => mayPublish(DEVELOPER, owner))).toEqual([true, false, false]);
    expect(['STC', 'SKHCN', null].map((owner) => mayPublish(ADMINISTRATOR, owner))).toEqual([true, true, true]);
  });

  it('a new subgraph belongs to who publishes it first; nobody publishes for another department', () => {
    expect(ownerOfNew(DEVELOPER, null)).toBe('STC');
    expect(ownerOfNew(ADMINISTRATOR, null)).toBeNull();
    expect(ownerOfNew(ADMINISTRATOR, 'SYT')).toBe('SYT');
    expect(() => ownerOfNew(DEVELOPER, 'SYT')).toThrow(expect.objectContaining({ status: 403 }));
  });
});

describe('where a published subgraph may answer (SUBGRAPH_HOSTS)', () => {
  it('without a list nowhere in production, anywhere in development', () => {
    expect(subgraphUrls('', true).allows('https://syt.example/graphql')).toBe(false);
    expect(subgraphUrls('', false).allows('http://localhost:9/graphql')).toBe(true);
  });

  it('a listed host, with its port when one is said, and every name below a dot', () => {
    const urls = subgraphUrls('ratings.example, graph.example:8443, .syt.example', true);
    const asked = ['https://ratings.example/graphql', 'https://graph.example:8443/', 'https://a.syt.example/', 'https://RATINGS.example/'];
    expect(asked.map((url) => urls.allows(url))).toEqual([true, true, true, true]);
    const foreign = ['https://graph.example/', 'https://syt.example.evil/', 'https://evilsyt.example/', 'http://169.254.169.254/'];
    expect(foreign.map((url) => urls.allows(url))).toEqual([false, false, false, false]);
  });
});
