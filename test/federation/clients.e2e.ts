import { publicKeys } from '@thidua/dev';
import { serviceIdentity } from '@thidua/server';
import type { SpawnedGraph } from '@thidua/testing/spawn';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { spawnSmallGraph } from './small/small-graph.js';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');
const ANYBODY = '00000000-0000-4000-8000-00000000000a';
const PEOPLE = 'query People { people { id fullName } }';
const PERSON = 'query Person($id: ID!) { person(id: $id) { fullName } }';

interface Answer {
  status: number;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of many shapes
  body: any;
}

describe('the gateway and those who ask it', () => {
  let graph: SpawnedGraph;
  let other: string;
  let [lan, bao, admin]: string[] = [];

  beforeAll(async () => {
    ({ graph } = await spawnSmallGraph({ envOf: { gateway: { TRUSTED_DOCUMENTS: 'enforce' } } }));
    other = await graph.replica('gateway');
    [lan, bao, admin] = await Promise.all(['LAN', 'BAO', 'QUAN_TRI'].map((subject) => graph.token(subject)));
  });
  afterAll(() => graph?.stop());

  /** One request to the graph as it goes over the line. */
  async function ask(body: object, token?: string, headers: Record<string, string> = {}, gateway = graph.url('gateway')): Promise<Answer> {
    const response = await fetch(`${gateway}/graphql`, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}), ...headers },
    });
    return { status: response.status, body: await response.json() };
  }

  async function registry(method: 'GET' | 'PUT' | 'POST', path: string, body: unknown, as: string | null = null): Promise<Answer> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers: Record<string, string> = { 'content-type': 'application/json' };
    if (as === 'host') {
      const host = await serviceIdentity(
        JSON.stringify(graph.secrets.serviceKeys.host),
        JSON.stringify(publicKeys(graph.secrets.serviceKeys)),
      );
      headers['x-thidua-assertion'] = await host.sign('gateway', {
        sha256: createHash('sha256')
          .update(text ?? '')
          .digest('hex'),
      });
    } else if (as) headers['authorization'] = `Bearer ${as}`;
    const response = await fetch(`${graph.url('gateway')}/registry${path}`, {
      method,
      headers,
      ...(text === undefined ? {} : { body: text }),
    });
    return { status: response.status, body: await response.json() };
  }
  const ship = (release: string, texts: string[], as: string | null = 'host', id = 'noivu') =>
    registry(
      'PUT',
      '/documents',
      { client: { kind: 'module', id }, release, documents: Object.fromEntries(texts.map((t) => [hashOf(t), t])) },
      as,
    );

  it('people ask registered operations only: text is refused with what to do, a hash is answered', async () => {
    expect(await ask({ query: PEOPLE }, lan)).toMatchObject({
      status: 403,
      body: { errors: [{ extensions: { code: 'FORBIDDEN', reason: 'DOCUMENT_REQUIRED', remedy: expect.stringContaining('documentId') } }] },
    });
    const unknown = await ask({ documentId: `sha256:${hashOf(PEOPLE)}` }, lan, { 'accept-language': 'en' });
    expect(unknown).toMatchObject({
      status: 404,
      body: { errors: [{ extensions: { code: 'PERSISTED_QUERY_NOT_FOUND', reason: 'DOCUMENT_NOT_REGISTERED' } }] },
    });
    expect(unknown.body.errors[0].message).toBe('This operation is not registered with the graph.');
    expect(await ship('1.0.0-aa', [PEOPLE, PERSON])).toEqual({ status: 200, body: { accepted: 2 } });
    expect((await ask({ documentId: `sha256:${hashOf(PERSON)}`, variables: { id: ANYBODY } }, lan)).body).toEqual({
      data: { person: { fullName: `Người ${ANYBODY}` } },
    });
  });

  it('a registration counts at once on every gateway', async () => {
    const fresh = 'query Fresh { hello }';
    await ship('1.0.0-aa', [fresh]);
    expect((await ask({ documentId: `sha256:${hashOf(fresh)}` }, lan, {}, other)).body).toEqual({ data: { hello: 'xin chào' } });
  });

  it('a registered operation may be asked by GET, and by the public only what the public may', async () => {
    const response = await fetch(`${graph.url('gateway')}/graphql?documentId=sha256:${hashOf('query Fresh { hello }')}`, {
      headers: { 'apollo-require-preflight': '1' },
    });
    expect(await response.json()).toEqual({ data: { hello: 'xin chào' } });
    expect((await ask({ documentId: `sha256:${hashOf(PEOPLE)}` })).status).toBe(401);
    expect((await ask({ query: '{ hello }' })).body.errors[0].extensions.reason, 'the public asks no text either').toBe(
      'DOCUMENT_REQUIRED',
    );
  });

  it('people cannot register on the way; an integrator can, and asks freely', async () => {
    const persisted = { extensions: { persistedQuery: { version: 1, sha256Hash: hashOf('{ hello }') } }, query: '{ hello }' };
    expect((await ask(persisted, lan)).body.errors[0].extensions.code).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    expect((await ask(persisted, bao)).body).toEqual({ data: { hello: 'xin chào' } });
    expect((await ask({ extensions: persisted.extensions }, bao)).body).toEqual({ data: { hello: 'xin chào' } });
    expect((await ask({ query: '{ hello slogan }' }, bao)).status).toBe(200);
  });

  it('who may change the graph may try it by text: the explorer', async () => {
    expect((await ask({ query: '{ hello }' }, admin)).body).toEqual({ data: { hello: 'xin chào' } });
  });

  it('only the registry of modules registers for a module, bound to the bytes it signed; an integrator registers its own', async () => {
    expect((await ship('2.0.0', [PEOPLE], null)).status).toBe(401);
    expect((await ship('2.0.0', [PEOPLE], lan)).status).toBe(403);
    const own = { client: { kind: 'integrator', id: 'BAO' }, release: 'live', documents: { [hashOf(PEOPLE)]: PEOPLE } };
    expect((await registry('PUT', '/documents', own, bao)).status).toBe(200);
    expect((await registry('PUT', '/documents', { ...own, client: { kind: 'integrator', id: 'OTHER' } }, bao)).status).toBe(403);
    const host = await serviceIdentity(
      JSON.stringify(graph.secrets.serviceKeys.host),
      JSON.stringify(publicKeys(graph.secrets.serviceKeys)),
    );
    const stolen = await fetch(`${graph.url('gateway')}/registry/documents`, {
      method: 'PUT',
      body: JSON.stringify(own),
      headers: { 'x-thidua-assertion': await host.sign('gateway', { sha256: hashOf('another body') }) },
    });
    expect(stolen.status).toBe(401);
  });

  it('a release the graph cannot serve is refused, naming operation and field, and changes nothing', async () => {
    const broken = 'query Broken { people { id nickname } }';
    expect(await ship('1.1.0-bb', [PEOPLE, broken])).toMatchObject({
      status: 422,
      body: { problems: [{ client: 'module:noivu@1.1.0-bb', hash: hashOf(broken), operation: 'Broken', field: 'Person.nickname' }] },
    });
    const { problems } = (await registry('POST', '/operations/check', { documents: { [hashOf(broken)]: broken } }, lan)).body;
    expect(problems).toMatchObject([{ field: 'Person.nickname', message: { vi: 'Đồ thị không có trường «Person.nickname».' } }]);
    expect((await ask({ documentId: `sha256:${hashOf(broken)}` }, lan)).status).toBe(404);
    expect((await registry('PUT', '/clients/module/noivu/active', { releases: ['1.0.0-aa'] }, 'host')).status).toBe(200);
  });

  it('PF-07 what costs too much is refused with the number and the limit, and the limit is a setting of the client', async () => {
    const query = '{ people { id motto } }';
    expect((await ask({ query }, bao)).status).toBe(200);
    const set = await registry('PUT', '/clients/integrator/BAO', { name: 'Bộ Nội vụ', costPerRequest: 30 }, admin);
    expect(set).toMatchObject({ status: 200, body: { client: { kind: 'integrator', id: 'BAO', name: 'Bộ Nội vụ', costPerRequest: 30 } } });
    // ten people, a request for them, and one about each of them to the other subgraph
    expect(await ask({ query }, bao, { 'accept-language': 'en' })).toEqual({
      status: 400,
      body: {
        errors: [
          {
            message: 'The operation is beyond the limit of cost of one operation: 40, at most 30.',
            extensions: {
              limit: { name: 'cost', allowed: 30, asked: 40 },
              remedy: 'Ask for fewer rows (first), or in several operations.',
              code: 'BAD_USER_INPUT',
            },
          },
        ],
      },
    });
    expect((await ask({ query: '{ people { id } }' }, bao)).status).toBe(200);
    await registry('PUT', '/clients/integrator/BAO', { costPerRequest: null }, admin);
    expect((await ask({ query }, bao)).status).toBe(200);
  });

  it('quotas per minute and the end of an access are kept, and only who may changes them', async () => {
    for (const token of [lan, bao])
      expect((await registry('PUT', '/clients/integrator/BAO', { requestsPerMinute: 9 }, token)).status).toBe(403);
    expect((await registry('PUT', '/clients/integrator/BAO', { requestsPerMinute: -1 }, admin)).body.errors[0].extensions.field).toBe(
      'requestsPerMinute',
    );
    expect((await registry('PUT', '/clients/person/*', { requestsPerDay: 5 }, admin)).body.errors[0].extensions.field).toBe(
      'requestsPerDay',
    );
    await registry('PUT', '/clients/integrator/BAO', { requestsPerMinute: 2 }, admin);
    const answers = [];
    for (let i = 0; i < 3; i += 1) answers.push(await ask({ query: '{ hello }' }, bao));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429]);
    expect(answers[2]!.body.errors[0].extensions).toMatchObject({
      limit: { name: 'requestsPerMinute', allowed: 2, asked: 1 },
      retryAfter: 30,
    });
    await registry('PUT', '/clients/integrator/BAO', { requestsPerMinute: null, expiresAt: '2020-01-01T00:00:00Z' }, admin);
    expect((await ask({ query: '{ hello }' }, bao)).body.errors[0].extensions).toMatchObject({
      code: 'FORBIDDEN',
      reason: 'CLIENT_EXPIRED',
    });
    await registry('PUT', '/clients/integrator/BAO', { expiresAt: null }, admin);
    expect((await ask({ query: '{ hello }' }, bao)).status).toBe(200);
  });

  it('J-13 an integrator that lost the line repeats its question under the same id: same answer, nothing asked twice', async () => {
    const question = { query: '{ counter(ms: 300) }' };
    const named = { 'x-request-id': 'bao-2025-12-15-001' };
    const lost = fetch(`${graph.url('gateway')}/graphql`, {
      method: 'POST',
      body: JSON.stringify(question),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bao}`, ...named },
      signal: AbortSignal.timeout(100),
    });
    await expect(lost).rejects.toThrow();
    expect((await ask(question, bao, named)).body, 'joins the first').toEqual({ data: { counter: 1 } });
    expect((await ask(question, bao, named)).body, 'kept').toEqual({ data: { counter: 1 } });
    expect((await ask(question, bao, { 'x-request-id': 'bao-2025-12-15-002' })).body, 'another question').toEqual({ data: { counter: 2 } });
    expect((await ask(question, bao)).body, 'without an id').toEqual({ data: { counter: 3 } });
  });

  it('tells what an operation costs to who asks', async () => {
    const response = await fetch(`${graph.url('gateway')}/graphql`, {
      method: 'POST',
      body: JSON.stringify({ query: '{ people { id motto } }' }),
      headers: { 'content-type': 'application/json', authorization: `Bearer ${bao}`, 'x-graph-cost': '1' },
    });
    expect(response.headers.get('x-graph-cost')).toBe('40');
  });

  it('what is used is counted by client, a module by the release that has registered the operation', async () => {
    await ask({ documentId: `sha256:${hashOf(PEOPLE)}` }, lan, { 'x-thidua-module': 'noivu@1.0.0-aa' });
    await ask({ documentId: `sha256:${hashOf(PEOPLE)}` }, lan, { 'x-thidua-module': 'taichinh@1.0.0-aa' });
    const used = (await registry('GET', '/usage?client=module:noivu&field=Person.fullName&days=1', undefined, admin)).body;
    // What nobody says, or says wrongly, is counted for the one active module that ships the operation (Person asks it too).
    expect(used.fields).toMatchObject([{ client: 'module:noivu@1.0.0-aa', coordinate: 'Person.fullName', count: 3 }]);
    expect((await registry('GET', '/usage?client=module:taichinh', undefined, admin)).body.fields).toEqual([]);
    const own = (await registry('GET', '/usage?client=integrator:BAO', undefined, bao)).body;
    expect(own.fields).toEqual(expect.arrayContaining([expect.objectContaining({ coordinate: 'Query.hello' })]));
    expect((await registry('GET', '/usage?client=person', undefined, bao)).status).toBe(403);
    expect((await registry('GET', '/usage', undefined, lan)).status).toBe(403);
    const { clients } = (await registry('GET', '/clients', undefined, bao)).body;
    expect(clients.map((client: { id: string }) => client.id)).toEqual(['*', 'BAO']);
    expect(clients[1].requestsToday).toBeGreaterThan(5);
  });
});
