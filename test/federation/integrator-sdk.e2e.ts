import { spawnGraph, type SpawnedGraph } from '@thidua/testing/spawn';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../gateway/src/documents/document.hash.js';
import { root } from '../supergraph/artefacts.js';

const TITLES =
  'query PlanTitles($code: String!, $year: Int!) { organisation(code: $code) { name plans(year: $year, first: 2) { totalCount nodes { title } } } }';

interface Answer {
  data: { organisation: { name: string; plans: { totalCount: number } } };
  errors: unknown[];
}

describe('an integrator without GraphQL', () => {
  let graph: SpawnedGraph;
  let bao: string;

  beforeAll(async () => {
    graph = await spawnGraph();
    bao = await graph.token('BAO');
    const put = async (path: string, body: unknown): Promise<number> =>
      (
        await fetch(graph.url('gateway') + path, {
          method: 'PUT',
          body: JSON.stringify(body),
          headers: { authorization: `Bearer ${bao}`, 'content-type': 'application/json' },
        })
      ).status;
    const client = { kind: 'integrator', id: 'BAO' };
    expect(await put('/registry/documents', { client, release: 'v1', documents: { [hashOf(TITLES)]: TITLES } })).toBe(200);
    expect(await put('/registry/clients/integrator/BAO/active', { releases: ['v1'] })).toBe(200);
  });
  afterAll(() => graph?.stop());

  const rest = async (name: string, variables: unknown, token?: string): Promise<{ status: number; body: unknown }> => {
    const response = await fetch(`${graph.url('gateway')}/rest/${name}`, {
      method: 'POST',
      body: JSON.stringify(variables),
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    });
    return { status: response.status, body: await response.json() };
  };

  it('calls a registered operation by its name, with variables as the body', async () => {
    const { status, body } = await rest('PlanTitles', { code: 'SKHCN', year: 2025 }, bao);
    expect({ status, body }).toMatchObject({ status: 200, body: { data: { organisation: { name: 'Sở Khoa học và Công nghệ' } } } });
  });

  it('PF-05 is refused what it did not register, and nobody else gets in by this door', async () => {
    expect((await rest('Cascade', {}, bao)).status).toBe(404);
    expect((await rest('PlanTitles', { code: 'SKHCN' }, bao)).status).toBe(400);
    expect((await rest('PlanTitles', {})).status).toBe(401);
    expect((await rest('PlanTitles', {}, await graph.token('LAN'))).status).toBe(403);
  });

  it('reads what it can call as OpenAPI, its own only', async () => {
    const ask = async (id: string, token: string): Promise<Response> =>
      fetch(`${graph.url('gateway')}/registry/clients/${id}/openapi.json`, { headers: { authorization: `Bearer ${token}` } });
    const described = (await (await ask('BAO', bao)).json()) as { paths: object };
    expect(Object.keys(described.paths)).toEqual(['/rest/PlanTitles']);
    expect((await ask('OTHER', bao)).status).toBe(403);
    expect((await ask('BAO', await graph.token('LAN'))).status).toBe(403);
  });

  it('has a typed package made for it, which works as it comes', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'thidua-sdk-'));
    const env = {
      PATH: process.env['PATH'],
      THIDUA_TOKEN: bao,
      GRAPH_URL: graph.url('gateway'),
      TSX_TSCONFIG_PATH: `${root}tsconfig.dev.json`,
    };
    const cli = `${root}gateway/src/registry/cli/graph.cli.ts`;
    await promisify(execFile)(process.execPath, ['--conditions=development', '--import', 'tsx', cli, 'sdk', 'BAO', '--dir', dir], {
      cwd: root,
      env,
    });
    expect(readFileSync(join(dir, 'index.d.ts'), 'utf8')).toContain('planTitles(variables: PlanTitlesVariables');
    const { createClient, GraphFault } = (await import(pathToFileURL(join(dir, 'index.js')).href)) as {
      createClient(options: object): { planTitles(variables: object): Promise<Answer> };
      GraphFault: new () => Error;
    };
    const client = createClient({ url: `${graph.url('gateway')}/graphql`, token: bao });
    const { data, errors } = await client.planTitles({ code: 'SKHCN', year: 2025 });
    expect({ name: data.organisation.name, errors }).toEqual({ name: 'Sở Khoa học và Công nghệ', errors: [] });
    await expect(createClient({ url: `${graph.url('gateway')}/graphql`, token: 'none' }).planTitles({})).rejects.toBeInstanceOf(GraphFault);
  });
});
