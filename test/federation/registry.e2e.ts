import { publicKeys } from '@thidua/dev';
import { spawnGraph, type SpawnedGraph } from '@thidua/testing/spawn';
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { readFileSync, writeFileSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../../gateway/src/documents/document.hash.js';
import { platformDatabase } from '../../gateway/src/platform/database.js';
import { root } from '../supergraph/artefacts.js';

const ORGANISATIONS = `${root}subgraphs/organisations/schema.graphql`;
const HOSPITALS = `${root}test/federation/small/hospitals.graphql`;
const folder = mkdtempSync(join(tmpdir(), 'thidua-schemas-'));

interface Run {
  code: number;
  text: string;
}

describe('the registry of schemas of a running graph', () => {
  let graph: SpawnedGraph;
  let administrator: string;
  let developer: string;
  let bao: string;
  let lan: string;

  beforeAll(async () => {
    graph = await spawnGraph();
    administrator = await graph.token('SNV-06');
    developer = await graph.token('KHOI');
    bao = await graph.token('BAO');
    lan = await graph.token('LAN');
  });
  afterAll(() => graph?.stop());

  /** The command a developer types, with the file he means. */
  function command(token: string, ...args: string[]): Promise<Run> {
    const cli = `${root}gateway/src/registry/cli/graph.cli.ts`;
    const env = {
      PATH: process.env['PATH'],
      THIDUA_TOKEN: token,
      GRAPH_URL: graph.url('gateway'),
      INIT_CWD: root,
      TSX_TSCONFIG_PATH: `${root}tsconfig.dev.json`,
    };
    return new Promise((resolve) => {
      execFile(
        process.execPath,
        ['--conditions=development', '--import', 'tsx', cli, ...args],
        { cwd: root, env },
        (error, stdout, stderr) => resolve({ code: Number(error?.code ?? 0), text: stdout + stderr }),
      );
    });
  }

  function edited(name: string, edit: (sdl: string) => string): string {
    const before = readFileSync(ORGANISATIONS, 'utf8');
    const after = edit(before);
    expect(after).not.toBe(before);
    const file = join(folder, `${name}.graphql`);
    writeFileSync(file, after);
    return file;
  }

  /** As a release that people get, or as what an integrator asks. */
  async function register(token: string, client: { kind: string; id: string }, release: string, text: string): Promise<void> {
    const put = async (path: string, body: unknown): Promise<void> => {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const response = await fetch(graph.url('gateway') + path, { method: 'PUT', body: JSON.stringify(body), headers });
      expect({ path, status: response.status }).toEqual({ path, status: 200 });
    };
    await put('/registry/documents', { client, release, documents: { [hashOf(text)]: text } });
    await put(`/registry/clients/${client.kind}/${client.id}/active`, { releases: [release] });
  }

  const fieldsOf = async (type: string, token = developer, gateway = graph.url('gateway')): Promise<string[]> => {
    const { data } = await graph.ask({ query: `{ __type(name: "${type}") { fields { name } } }`, token, gateway });
    return (data.__type?.fields ?? []).map(({ name }: { name: string }) => name);
  };

  /** Asks all the time; tells what did not go well. */
  function callers(): { stop(): Promise<{ asked: number; failed: unknown[] }> } {
    let asked = 0;
    const ended = new AbortController();
    const failed: unknown[] = [];
    const caller = async (): Promise<void> => {
      while (!ended.signal.aborted) {
        const { status, errors, data } = await graph.ask({ query: '{ organisation(code: "SKHCN") { name } }', token: lan });
        asked += 1;
        if (status !== 200 || errors.length > 0 || !data?.organisation?.name) failed.push({ status, errors, data });
      }
    };
    const all = [caller(), caller()];
    return {
      stop: async () => {
        ended.abort();
        await Promise.all(all);
        return { asked, failed };
      },
    };
  }

  it('serves what the committed schemas say until somebody publishes', async () => {
    const { code, text } = await command(developer, 'history');
    expect({ code, text }).toMatchObject({ code: 0 });
    expect(text).toMatch(/^● 1 {2}\d\d\/\d\d\/\d{4} \d\d:\d\d {2}nhiều phân hệ/);
    expect(await command(developer, 'check', 'organisations')).toEqual({ code: 0, text: 'organisations: không có gì mới / nothing new\n' });
  });

  it('PF-08 an additive change is accepted and served by every gateway within seconds, and no request fails meanwhile', async () => {
    const second = await graph.replica('gateway');
    const file = edited('additive', (sdl) => sdl.replace(/^type Organisation [^\n]*\n/m, '$&  """Khẩu hiệu."""\n  motto: String\n'));
    const busy = callers();
    const { code, text } = await command(administrator, 'publish', 'organisations', '--sdl', file);
    expect({ code, text }).toMatchObject({ code: 0 });
    expect(text).toContain('Thêm trường Organisation.motto.');
    await expect.poll(() => fieldsOf('Organisation'), { timeout: 30_000 }).toContain('motto');
    await expect.poll(() => fieldsOf('Organisation', developer, second), { timeout: 30_000 }).toContain('motto');
    const { asked, failed } = await busy.stop();
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(5);
  });

  it('PF-08 J-12 removing a field that an active module and an integrator use is refused, naming both', async () => {
    const page = 'query PlanHead { organisation(code: "STC") { name motto } }';
    const night = 'query NightRun { organisation(code: "SKHCN") { motto } }';
    await register(administrator, { kind: 'module', id: 'taichinh' }, '1.4.2-1a2b3c', page);
    await register(bao, { kind: 'integrator', id: 'BAO' }, 'current', night);
    const { code, text } = await command(developer, 'check', 'organisations');
    expect(code).toBe(1);
    expect(text).toContain('KHÔNG ĐƯỢC NHẬN / REFUSED');
    expect(text).toContain('Organisation.motto: mô-đun taichinh 1.4.2-1a2b3c đang dùng trong «PlanHead».');
    expect(text).toContain('Organisation.motto: integrator BAO uses it in “NightRun”.');
    expect((await command(administrator, 'publish', 'organisations')).code).toBe(1);
    expect(await fieldsOf('Organisation')).toContain('motto');
  });

  it('PF-05 the province’s subgraphs are not published by a department’s developer, nothing by an integrator', async () => {
    expect(await command(developer, 'publish', 'organisations')).toMatchObject({ code: 2, text: expect.stringContaining('403') });
    expect(await command(bao, 'check', 'organisations')).toMatchObject({ code: 2, text: expect.stringContaining('403') });
    expect(await command('not-a-token', 'check', 'organisations')).toMatchObject({ code: 2, text: expect.stringContaining('401') });
  });

  it('PF-05 J-13 an integrator sees its own contract: what concerns drafts and votes is not there', async () => {
    expect(await fieldsOf('Nomination', bao)).toEqual([]);
    expect(await fieldsOf('Organisation', bao)).toContain('plans');
    expect(await fieldsOf('Nomination')).not.toEqual([]);
    const way = '{ organisation(code: "STC") { people(first: 1) { nodes { nominations(year: 2025) { id } } } } }';
    const beyond = await graph.ask({ query: way, token: bao });
    expect(beyond).toMatchObject({
      status: 403,
      errors: [{ extensions: { code: 'FORBIDDEN', reason: 'BEYOND_CONTRACT', contract: 'integrator' } }],
    });
    const beside = await graph.ask({ query: '{ __schema { types { name } } organisation(code: "STC") { name } }', token: bao });
    expect(beside).toMatchObject({ status: 400, errors: [{ extensions: { reason: 'INTROSPECTION_ALONE' } }] });
  });

  it('tells an older version, so that it can be published again', async () => {
    const older = await command(developer, 'show', 'organisations', '1');
    expect(older).toEqual({ code: 0, text: readFileSync(ORGANISATIONS, 'utf8') });
    expect((await command(developer, 'show', 'organisations')).text).toContain('motto: String');
  });

  it('a schema without an access tag is refused with the rule and the field', async () => {
    const file = edited('open', (sdl) => sdl.replace(/^type Query [^\n]*\n/m, '$&  secret: String\n'));
    const { code, text } = await command(administrator, 'check', 'organisations', '--sdl', file);
    expect({ code, text }).toMatchObject({ code: 1, text: expect.stringContaining('root.access: Query.secret') });
  });

  describe('a department’s own subgraph', () => {
    let hospitals: ChildProcess;
    let url: string;
    const QUESTION = '{ organisation(code: "SKHCN") { id name hospitalRating { stars seenBy of } } }';

    beforeAll(async () => {
      const env = {
        PATH: process.env['PATH'],
        SERVICE_JWKS: JSON.stringify(publicKeys(graph.secrets.serviceKeys)),
        TSX_TSCONFIG_PATH: `${root}tsconfig.dev.json`,
      };
      hospitals = spawn(process.execPath, ['--import', 'tsx', `${root}test/federation/small/hospitals.main.ts`], { cwd: root, env });
      const port = await new Promise<string>((resolve) => hospitals.stdout!.setEncoding('utf8').once('data', resolve));
      url = `http://127.0.0.1:${port.trim()}/graphql`;
    });
    afterAll(() => hospitals?.kill());

    it('is added at run time through the same checks and answers in one query with the others', async () => {
      expect((await graph.ask({ query: QUESTION, token: bao })).status).toBe(400);
      const { code, text } = await command(developer, 'publish', 'so-y-te', '--sdl', HOSPITALS, '--url', url);
      expect({ code, text }).toMatchObject({ code: 0, text: expect.stringContaining('so-y-te 1') });
      const { data, errors } = await graph.ask({ query: QUESTION, token: bao });
      expect(errors).toEqual([]);
      expect(data.organisation).toMatchObject({
        name: 'Sở Khoa học và Công nghệ',
        hospitalRating: { stars: 4, seenBy: 'client', of: data.organisation.id },
      });
    });

    it('PF-04 costs its own field when it dies', async () => {
      hospitals.kill('SIGKILL');
      await new Promise((resolve) => hospitals.once('exit', resolve));
      const { data, errors } = await graph.ask({ query: QUESTION, token: bao });
      expect(data.organisation).toMatchObject({ name: 'Sở Khoa học và Công nghệ', hospitalRating: null });
      expect(errors).toMatchObject([{ extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'so-y-te' } }]);
    });

    it('PF-08 is not taken out while somebody asks it: real traffic is counted by client and field', async () => {
      await graph.restart('gateway'); // what was counted is written when a gateway ends
      const { code, text } = await command(developer, 'remove', 'so-y-te');
      expect({ code, text }).toMatchObject({
        code: 1,
        text: expect.stringMatching(/Organisation\.hospitalRating: integrator:BAO đã hỏi \d+ lần/),
      });
    });

    it('is taken out by its department when nobody asked it for a month, and survives in the change log', async () => {
      const database = platformDatabase(graph.database('platform'), () => undefined);
      await database.query('update gateway.field_usage set day = day - 31');
      await database.close();
      const { code, text } = await command(developer, 'remove', 'so-y-te');
      expect({ code, text }).toMatchObject({ code: 0 });
      expect((await graph.ask({ query: QUESTION, token: bao })).status).toBe(400);
      expect((await command(developer, 'history', 'so-y-te')).text).toMatch(
        /so-y-te −[\s\S]*Bỏ trường Organisation.hospitalRating[\s\S]*so-y-te 1/,
      );
    });
  });

  it('is the same after a restart of the gateway', async () => {
    await graph.restart('gateway');
    expect(await fieldsOf('Organisation')).toContain('motto');
  });
});
