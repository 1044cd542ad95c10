import { serviceIdentity } from '@thidua/server';
import { publicKeys } from '@thidua/dev';
import type { SpawnedGraph } from '@thidua/testing/spawn';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { DEPARTMENT } from './small/people.subgraph.js';
import { spawnSmallGraph } from './small/small-graph.js';

const identityOf = (graph: SpawnedGraph, name: 'gateway' | 'host' | 'campaigns') =>
  serviceIdentity(JSON.stringify(graph.secrets.serviceKeys[name]), JSON.stringify(publicKeys(graph.secrets.serviceKeys)));

const GATEWAYS = [
  { EXECUTOR: 'compiled', TRANSPORT: 'socket' },
  { EXECUTOR: 'stock', TRANSPORT: 'undici' },
];

const ANYBODY = '00000000-0000-4000-8000-00000000000a';

describe.each(GATEWAYS)('the gateway ($EXECUTOR, $TRANSPORT) before two real subgraphs', (settings) => {
  let graph: SpawnedGraph;
  let lan: string;

  beforeAll(async () => {
    ({ graph } = await spawnSmallGraph({ later: ['awards'], envOf: { gateway: settings } }));
    lan = await graph.token('LAN');
  });
  afterAll(() => graph?.stop());

  it('PF-04 starts without a subgraph: its field is null with code and name, the rest is there, and it heals', async () => {
    const query = `{ person(id: "${ANYBODY}") { fullName motto } }`;
    const without = await graph.ask({ query, token: lan });
    expect(without.data).toEqual({ person: { fullName: `Người ${ANYBODY}`, motto: null } });
    expect(without.errors).toMatchObject([
      { message: 'Không có dữ liệu: phân hệ «awards» không trả lời.', extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'awards' } },
    ]);
    if (settings.EXECUTOR === 'compiled') expect(without.errors[0]!.path).toEqual(['person', 'motto']);
    await graph.start('awards');
    expect((await graph.ask({ query, token: lan })).data).toEqual({
      person: { fullName: `Người ${ANYBODY}`, motto: `phương châm của ${ANYBODY}` },
    });
  });

  it('PF-04 answers root fields of the living subgraph beside those of a dead one, in the caller’s language', async () => {
    await graph.kill('awards');
    const answer = await graph.ask({ query: '{ hello slogan }', headers: { 'accept-language': 'en' } });
    expect(answer.data).toEqual({ hello: 'xin chào', slogan: null });
    expect(answer.errors).toMatchObject([
      { message: 'No data: the subgraph “awards” does not answer.', extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'awards' } },
    ]);
    await graph.start('awards');
    expect((await graph.ask({ query: '{ hello slogan }' })).data.slogan).toBe('Thi đua là yêu nước');
  });

  it('keeps the code and the place of what a subgraph refuses, and its other rows', async () => {
    const answer = await graph.ask({ query: '{ people { id motto } }', token: lan });
    expect(answer.data.people.map((p: { motto: string | null }) => p.motto)).toEqual(['phương châm của a', null, 'phương châm của c']);
    expect(answer.errors).toEqual([
      { message: 'Không được xem phương châm này.', path: ['people', 1, 'motto'], extensions: { code: 'FORBIDDEN', service: 'awards' } },
    ]);
  });

  it('masks a fault: no stack, address, login or class name leaves', async () => {
    const answer = await graph.ask({ query: '{ broken hello }' });
    expect(answer.data).toEqual({ broken: null, hello: 'xin chào' });
    expect(answer.errors).toMatchObject([{ message: 'Something went wrong on our side.', extensions: { code: 'INTERNAL' } }]);
    expect(answer.text).not.toMatch(/10\.1\.2\.3|secret_login|stack|node_modules|\.ts/);
  });

  it('denies by default: an undeclared root field is refused though its subgraph would answer', async () => {
    const answer = await graph.ask({ query: '{ hello undeclared }', token: lan });
    expect(answer.status).toBe(403);
    expect(answer.data).toBeUndefined();
    expect(answer.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN', fields: ['Query.undeclared'] } }]);
    const gateway = await identityOf(graph, 'gateway');
    const direct = await fetch(`${graph.url('organisations')}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query: '{ undeclared }' }),
      headers: {
        'content-type': 'application/json',
        'x-thidua-assertion': await gateway.assert('organisations', { kind: 'public', id: 'public', name: 'public', roles: [] }),
      },
    });
    expect(await direct.json()).toEqual({ data: { undeclared: 'never released' } });
  });

  it('asks for sign-in where the public may not look, and refuses who is signed in without the permission', async () => {
    const nobody = await graph.ask({ query: '{ person(id: "a") { id } }' });
    expect([nobody.status, nobody.errors[0]?.extensions]).toEqual([401, { code: 'UNAUTHENTICATED', fields: ['Query.person'] }]);
    const unknown = await graph.ask({ query: '{ me { id } }', token: await graph.token('STRANGER') });
    expect(unknown.status).toBe(401);
  });

  it.each([
    ['expired', { expiresIn: -60 }, 'TOKEN_EXPIRED'],
    ['made for another audience', { audience: 'somewhere-else' }, 'TOKEN_INVALID'],
    ['of another issuer', { issuer: 'http://127.0.0.1:1' }, 'TOKEN_INVALID'],
    ['signed with another key', { forged: true }, 'TOKEN_INVALID'],
    ['that is an identity token', { typ: 'JWT' }, 'TOKEN_INVALID'],
  ])('refuses a token %s', async (_what, options, reason) => {
    const answer = await graph.ask({ query: '{ hello }', token: await graph.token('LAN', options) });
    expect([answer.status, answer.errors[0]?.extensions]).toEqual([401, { reason, code: 'UNAUTHENTICATED' }]);
  });

  it('a subgraph refuses what another service than the gateway asserts about a person, and what was said to somebody else', async () => {
    const actor = { kind: 'person', id: 'x', name: 'x', roles: [] } as const;
    const [host, gateway] = [await identityOf(graph, 'host'), await identityOf(graph, 'gateway')];
    for (const assertion of [
      await host.assert('organisations', { ...actor, roles: [] }),
      await gateway.assert('awards', { ...actor, roles: [] }),
      undefined,
    ]) {
      const answer = await fetch(`${graph.url('organisations')}/graphql`, {
        method: 'POST',
        body: '{"query":"{ hello }"}',
        headers: { 'content-type': 'application/json', ...(assertion ? { 'x-thidua-assertion': assertion } : {}) },
      });
      expect(answer.status).toBe(401);
    }
  });

  it('tells subgraphs who asks, in which role and language, under which request id', async () => {
    const headers = { 'x-acting-role': `DEPARTMENT_OFFICE@${DEPARTMENT}`, 'accept-language': 'en', 'x-request-id': 'night-run-7' };
    const answer = await graph.ask({ query: '{ me { kind roles actingRole locale requestId } }', token: lan, headers });
    expect(answer.data.me).toEqual({
      kind: 'person',
      roles: ['STAFF', 'DEPARTMENT_OFFICE'],
      actingRole: `DEPARTMENT_OFFICE@${DEPARTMENT}`,
      locale: 'en',
      requestId: 'night-run-7',
    });
    expect(answer.headers.get('x-request-id')).toBe('night-run-7');
    expect((await graph.ask({ query: '{ me { kind id } }', token: await graph.token('BAO') })).data.me).toEqual({
      kind: 'client',
      id: 'BAO',
    });
  });

  it('PF-06 refuses an acting role that is not held', async () => {
    for (const role of ['ADMINISTRATOR', 'DEPARTMENT_OFFICE@somewhere-else', 'STAFF@x@y']) {
      const answer = await graph.ask({ query: '{ hello }', token: lan, headers: { 'x-acting-role': role } });
      expect([answer.status, answer.errors[0]?.extensions]).toEqual([403, { reason: 'ROLE_NOT_HELD', code: 'FORBIDDEN' }]);
    }
  });

  it('passes a ceremony on only with the very body and person the host vouched for', async () => {
    const [host, other] = [await identityOf(graph, 'host'), await identityOf(graph, 'campaigns')];
    const body = JSON.stringify({ query: 'mutation { vote(choice: "YES") }' });
    const claims = { sub: 'LAN', ceremony: 'BALLOT', sha256: createHash('sha256').update(body).digest('hex') };
    const send = async (ceremony: string | null, sent: string, subject = 'LAN'): Promise<unknown> => {
      const response = await fetch(`${graph.url('gateway')}/graphql`, {
        method: 'POST',
        body: sent,
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await graph.token(subject)}`,
          ...(ceremony ? { 'x-thidua-ceremony': ceremony } : {}),
        },
      });
      const { data, errors } = (await response.json()) as { data?: { vote: string }; errors?: { extensions: { reason: string } }[] };
      return data?.vote ?? errors?.[0]?.extensions.reason;
    };
    const word = await host.sign('gateway', claims);
    expect(await send(word, body)).toBe('YES:BALLOT');
    expect(await send(null, body)).toBe('YES:NONE');
    expect(await send(word, body.replace('YES', 'NO'))).toBe('CEREMONY_INVALID');
    expect(await send(word, body, 'MAI')).toBe('CEREMONY_INVALID');
    expect(await send(await other.sign('gateway', claims), body)).toBe('CEREMONY_INVALID');
    expect(await send(await host.sign('awards', claims), body)).toBe('CEREMONY_INVALID');
    expect(await send(await host.sign('gateway', { ...claims, ceremony: 'ANYTHING' }), body)).toBe('CEREMONY_INVALID');
  });

  it('forgets kept grants when organisations says that they changed', async () => {
    const mai = await graph.token('MAI');
    expect((await graph.ask({ query: '{ person(id: "a") { id } }', token: mai })).status).toBe(403);
    const host = await identityOf(graph, 'host');
    await fetch(`${graph.url('organisations')}/promote`, { headers: { 'x-thidua-assertion': await host.assertSelf('organisations') } });
    await vi.waitFor(async () => expect((await graph.ask({ query: '{ person(id: "a") { id } }', token: mai })).status).toBe(200), {
      timeout: 10_000,
      interval: 200,
    });
  });

  it('PF-07 refuses a query of depth 12 and states the limit', async () => {
    const deep =
      '{ person(id: "a") { colleague { colleague { colleague { colleague { colleague { colleague { colleague { colleague { colleague { colleague { id } } } } } } } } } } } }';
    const answer = await graph.ask({ query: deep, token: lan });
    expect(answer.status).toBe(400);
    expect(answer.errors).toMatchObject([
      {
        message: 'Câu hỏi vượt giới hạn độ sâu: 12, tối đa 10.',
        extensions: { code: 'BAD_USER_INPUT', limit: { name: 'depth', allowed: 10, asked: 12 } },
      },
    ]);
  });

  it('PF-07 refuses too many root fields, aliases and bytes, each with its limit', async () => {
    const many = (n: number, text: (i: number) => string): string => `{ ${Array.from({ length: n }, (_, i) => text(i)).join(' ')} }`;
    const roots = await graph.ask({ query: many(21, (i) => `a${i}: hello`) });
    expect(roots.errors[0]?.extensions).toMatchObject({ limit: { name: 'rootFields', allowed: 20, asked: 21 } });
    const aliases = await graph.ask({ query: `{ person(id: "a") ${many(51, (i) => `a${i}: fullName`)} }`, token: lan });
    expect(aliases.errors[0]?.extensions).toMatchObject({ limit: { name: 'aliases', allowed: 50, asked: 51 } });
    const bytes = await graph.ask({ query: `{ hello } # ${'x'.repeat(1_100_000)}` });
    expect([bytes.status, bytes.errors[0]?.extensions]).toMatchObject([413, { limit: { name: 'body', allowed: 1_048_576 } }]);
  });

  it('answers GET to integrators, but not what another site’s page could start, and no mutation', async () => {
    const get = (query: string, headers: Record<string, string>) =>
      fetch(`${graph.url('gateway')}/graphql?query=${encodeURIComponent(query)}`, { headers });
    expect(await (await get('{ hello }', { 'apollo-require-preflight': '1' })).json()).toEqual({ data: { hello: 'xin chào' } });
    expect((await get('{ hello }', {})).status).toBe(400);
    expect(
      (await get('mutation { vote(choice: "YES") }', { 'apollo-require-preflight': '1', authorization: `Bearer ${lan}` })).status,
    ).toBe(405);
    const plain = await fetch(`${graph.url('gateway')}/graphql`, {
      method: 'POST',
      body: '{"query":"{ hello }"}',
      headers: { 'content-type': 'text/plain' },
    });
    expect(plain.status).toBe(400);
  });

  it('streams a file of a signed-in person to the subgraph, of nobody else, and none beyond 20 MB', async () => {
    const send = (size: number, token: string | null, subgraph = 'awards') =>
      fetch(`${graph.url('gateway')}/files/${subgraph}`, {
        method: 'POST',
        body: new Uint8Array(size),
        headers: {
          'content-type': 'application/pdf',
          'x-file-name': encodeURIComponent('Kế hoạch.pdf'),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
      });
    const stored = await send(3_000_000, lan);
    expect([stored.status, await stored.json()]).toMatchObject([201, { size: 3_000_000, fileId: expect.any(String) }]);
    expect((await send(10, null)).status).toBe(401);
    expect((await send(10, await graph.token('BAO'))).status).toBe(403);
    expect((await send(21 * 1024 * 1024, lan)).status).toBe(413);
    expect((await send(10, lan, 'campaigns')).status).toBe(503);
  });

  it('counts a file that does not say how long it is while it streams', async () => {
    const megabyte = new Uint8Array(1024 * 1024);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        if (sent > 40) controller.close();
        else controller.enqueue(megabyte);
      },
    });
    const answer = await fetch(`${graph.url('gateway')}/files/awards`, {
      method: 'POST',
      body: endless,
      duplex: 'half',
      headers: { authorization: `Bearer ${lan}` },
    } as RequestInit).then(
      (response) => response.status,
      () => 'cut',
    );
    expect([413, 'cut']).toContain(answer);
    expect((await graph.ask({ query: '{ slogan }' })).data.slogan).toBe('Thi đua là yêu nước');
  });

  it('uses kept grants while organisations is dead, and names it to whom it does not know yet', async () => {
    await graph.ask({ query: '{ me { id } }', token: lan });
    await graph.kill('organisations');
    const known = await graph.ask({ query: '{ slogan hello me { id } }', token: lan });
    expect(known.data).toEqual({ slogan: 'Thi đua là yêu nước', hello: null, me: null });
    const newcomer = await graph.ask({ query: '{ slogan }', token: await graph.token('THU') });
    expect([newcomer.status, newcomer.errors[0]?.extensions]).toEqual([503, { code: 'UNAVAILABLE', service: 'organisations' }]);
    expect((await graph.ask({ query: '{ slogan }' })).data.slogan).toBe('Thi đua là yêu nước');
    await graph.start('organisations');
  });
});
