import { spawnSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { newSigningPair } from '@thidua/module-kit/rules';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act, deploy, type PlatformAnswer } from '../support/deploy.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { type RegistryPeople, registryPeople } from '../support/registry-people.js';
import { pack, packRelease, type SmallRelease, writeRelease } from '../support/small-release.js';

describe('a department publishes a release', () => {
  let bench: HostBench;
  let people: RegistryPeople;
  let database: pg.Client;
  let scratch: string;
  const ours = newSigningPair();
  const theirs = newSigningPair();
  let key: string;
  let foreignKey: string;

  const release = (more: Partial<SmallRelease> = {}): SmallRelease => ({
    id: 'alpha',
    version: '1.0.0',
    code: 'first',
    key: ours.privateKey,
    ...more,
  });
  const publish = async (more: Partial<SmallRelease> = {}, query = '', with_ = key) =>
    send(await packRelease(release(more)), query, with_, more.id);
  const send = (archive: Buffer, query = '', with_ = key, id = 'alpha') =>
    deploy(bench.url, with_, 'POST', `/platform/modules/${id}/releases${query}`, archive);
  const rows = async <T extends object>(sql: string, values: unknown[] = []): Promise<T[]> => (await database.query<T>(sql, values)).rows;
  const releases = () =>
    rows<{ module: string; version: string }>('select module, version from host.module_release order by module, version');
  const left = () => readdir(join(bench.modulesDir, '.uploads')).catch(() => []);
  const rulesOf = (answer: PlatformAnswer) => answer.body.problems?.map(({ rule }) => rule);

  beforeAll(async () => {
    scratch = await mkdtemp(join(tmpdir(), 'thidua-publish-'));
    bench = await startHostBench({ portalsDir: '', env: { MODULE_TOTAL_MB: '1', MODULE_PACKED_MB: '1', MODULE_FILES: '50' } });
    database = new pg.Client({ connectionString: bench.databaseUrl });
    await database.connect();
    people = await registryPeople(bench);
    await act(people.son, 'PUT', '/platform/modules/alpha/slot', { department: 'X1', basePath: '/alpha' });
    await act(people.son, 'PUT', '/platform/modules/beta/slot', { department: 'X2', basePath: '/beta' });
    const signing = { kind: 'signing', name: 'khoá của sở', publicKey: ours.publicKey };
    await act(people.lan, 'POST', '/platform/modules/alpha/keys', signing);
    key = (
      await act<{ key: string }>(people.lan, 'POST', '/platform/modules/alpha/keys', {
        kind: 'deploy',
        name: 'máy dựng',
        modules: ['alpha', 'gamma'],
      })
    ).body.key;
    foreignKey = (await act<{ key: string }>(people.huy, 'POST', '/platform/modules/beta/keys', { kind: 'deploy', name: 'máy dựng' })).body
      .key;
  });
  afterAll(async () => {
    await database.end();
    await bench.close();
    await rm(scratch, { recursive: true, force: true });
  });
  beforeEach(async () => {
    bench.graph.on('/registry/', () => ({ accepted: 0 }));
    for (const table of ['module_channel', 'module_stable', 'module_pin', 'module_release'])
      await database.query(`delete from host.${table}`);
    for (const folder of ['alpha', 'beta', 'gamma']) await rm(join(bench.modulesDir, folder), { recursive: true, force: true });
  });

  it('PF-02 and gets the release with its name, files and size; it is not active before somebody says so', async () => {
    const answer = await publish();
    expect(answer).toMatchObject({ status: 201, body: { module: 'alpha', version: '1.0.0', files: 6, active: null, repeated: false } });
    expect(answer.body['release']).toMatch(/^1\.0\.0-[0-9a-f]{10}$/);
    expect((await people.lan.open('/registry.json')).text).not.toContain('"alpha"');
    expect(await left()).toEqual([]);
  });

  it('PF-02 and makes it active at once when asked: the next load has it, signed', async () => {
    expect((await publish({}, '?activate=stable')).body).toMatchObject({ active: 'stable' });
    const [entry] = (JSON.parse((await people.thu.open('/registry.json')).text) as { modules: Record<string, unknown>[] }).modules;
    expect(entry).toMatchObject({
      id: 'alpha',
      version: '1.0.0',
      channel: 'stable',
      state: 'active',
      publicKey: ours.publicKey,
      signature: { key: ours.id },
    });
    expect((await people.thu.open(`${String(entry?.['base'])}assets/a.js`)).text).toContain('"first"');
  });

  it('PF-05 but not into another department’s slot, whatever the key or the archive says', async () => {
    const refused = await publish({}, '', foreignKey);
    expect(refused).toMatchObject({
      status: 403,
      body: { error: { code: 'SLOT_FOREIGN', message: { vi: expect.stringContaining('X1') as string } } },
    });
    expect((await publish({ id: 'beta', department: 'X2' })).status).toBe(403);
    const disguised = await send(await packRelease(release({ department: 'X2' })), '', key);
    expect(disguised).toMatchObject({ status: 422 });
    expect(rulesOf(disguised)).toContain('manifest.department');
    expect(await releases()).toEqual([]);
  });

  it('PF-05 and claims a free slot for its own department only', async () => {
    expect((await publish({ id: 'gamma', department: 'X2' })).status).toBe(422);
    expect((await publish({ id: 'gamma' })).status).toBe(201);
    expect(await rows('select department, claimed_by from host.module_slot where id = $1', ['gamma'])).toEqual([
      { department: 'X1', claimed_by: key.split('_')[1] },
    ]);
    expect((await publish({ id: 'gamma', version: '1.1.0', manifest: { basePath: '/khac' } })).status).toBe(422);
    expect((await publish({ id: 'gamma', version: '1.1.0' }, '', foreignKey)).status).toBe(403);
    await database.query(`delete from host.module_release where module = 'gamma'`);
    await database.query(`delete from host.module_slot where id = 'gamma'`);
  });

  it('PF-02 never changes a release: the same version with other content is refused, the same content again is the same release', async () => {
    const first = await publish();
    expect(await publish({ code: 'other' })).toMatchObject({ status: 409, body: { error: { code: 'VERSION_EXISTS' } } });
    expect(await publish()).toMatchObject({ status: 200, body: { release: first.body['release'], repeated: true } });
    expect(await releases()).toHaveLength(1);
    expect(await readdir(join(bench.modulesDir, 'alpha', 'v'))).toHaveLength(1);
    expect(await left()).toEqual([]);
  });

  it('PF-02 and of two who publish one version at the same moment one is taken', async () => {
    const answers = await Promise.all(['one', 'two', 'three'].map((code) => publish({ code })));
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
    expect(await releases()).toHaveLength(1);
    expect(await readdir(join(bench.modulesDir, 'alpha', 'v'))).toHaveLength(1);
  });

  it('PF-02 and a double click on the same release makes one', async () => {
    const archive = await packRelease(release());
    const answers = await Promise.all([send(archive), send(archive), send(archive)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 200, 201]);
    expect(
      await rows(`select 1 from host.module_audit where action = 'published' and release = $1`, [answers[0]!.body['release']]),
    ).not.toHaveLength(0);
    expect(await releases()).toHaveLength(1);
  });

  describe('refused with what is wrong, and nothing recorded or left:', () => {
    const nothing = async () => {
      expect(await releases()).toEqual([]);
      expect(await left()).toEqual([]);
      expect(await readdir(join(bench.modulesDir, 'alpha')).catch(() => [])).toEqual([]);
    };

    it('PF-02 a wrong hash in the list', async () => {
      const dist = await writeRelease(join(scratch, 'altered'), release());
      await writeFile(join(dist, 'assets', 'a.js'), 'export const word = "altered";');
      const answer = await send(await pack(dist));
      expect(answer).toMatchObject({ status: 422, body: { error: { code: 'RULES' } } });
      expect(answer.body.problems).toContainEqual(expect.objectContaining({ rule: 'integrity', file: 'assets/a.js' }));
      await nothing();
    });

    it('PF-02 a release without a signature, or with one of another department', async () => {
      const { key: _none, ...unsigned } = release();
      expect(rulesOf(await send(await packRelease(unsigned)))).toEqual(['signature']);
      expect(rulesOf(await publish({ key: theirs.privateKey }))).toEqual(['signature']);
      await nothing();
    });

    it('PF-02 a contract or a shared package the shell does not have', async () => {
      expect(rulesOf(await publish({ manifest: { contract: '2.0.0' } }))).toEqual(['contract.range']);
      expect(rulesOf(await publish({ manifest: { shared: { vue: '^4.0.0' } } }))).toEqual(['shared.ranges']);
      await nothing();
    });

    it('PF-08 an operation the graph cannot serve, by name and field', async () => {
      bench.graph.on('/registry/documents', () => ({
        status: 422,
        problems: [{ hash: 'x', operation: 'Pledges', field: 'Pledge.signedAt', message: { vi: 'không có', en: 'not there' } }],
      }));
      const answer = await publish({ documents: ['query Pledges { pledges { signedAt } }'] });
      expect(answer).toMatchObject({ status: 422, body: { error: { code: 'OPERATIONS' } } });
      expect(answer.body.problems).toMatchObject([{ operation: 'Pledges', field: 'Pledge.signedAt' }]);
      await nothing();
    });

    it('PF-08 anything while the graph cannot say', async () => {
      bench.graph.on('/registry/documents', () => ({ status: 503 }));
      expect(await publish()).toMatchObject({ status: 503, body: { error: { code: 'GRAPH_UNAVAILABLE' } } });
      await nothing();
    });

    it('a name reserved for the shell, and a module the archive is not of', async () => {
      expect((await send(await packRelease(release()), '', key, 'shell')).status).toBe(422);
      const other = await send(await packRelease(release({ id: 'gamma' })));
      expect(rulesOf(other)).toContain('manifest.names');
      await nothing();
    });

    it('an archive that is none, or only half of one', async () => {
      const whole = await packRelease(release());
      for (const archive of [
        Buffer.from('no archive'),
        gzipSync('no archive either'),
        whole.subarray(0, whole.length / 2),
        Buffer.alloc(0),
      ])
        expect(await send(archive)).toMatchObject({ status: 422, body: { error: { code: 'BAD_ARCHIVE' } } });
      await nothing();
    });

    it('links, and names that climb out, are absolute, hidden or stand twice', async () => {
      const dist = await writeRelease(join(scratch, 'links'), release());
      await symlink('/etc/passwd', join(dist, 'assets', 'b.js'));
      expect((await send(await pack(dist))).status).toBe(422);
      for (const name of ['../out.js', '/etc/out.js', 'a/../../out.js', '.hidden.js', 'a\\b.js', `${'x'.repeat(300)}.js`])
        expect(await send(gzipSync(tarOf([name])))).toMatchObject({ status: 422, body: { error: { code: 'BAD_ARCHIVE' } } });
      expect((await send(gzipSync(tarOf(['a.js', 'A.js'])))).status).toBe(422);
      await nothing();
    });

    it('too many bytes, packed or unpacked, and too many files', async () => {
      expect((await send(await folder('big', { 'a.js': randomBytes(1_200_000) }))).status).toBe(413);
      expect((await send(await folder('bomb', { 'a.js': Buffer.alloc(3_000_000) }))).status).toBe(413);
      const folders = Array.from({ length: 4000 }, (_, at) => `folder${at}/`);
      expect((await send(gzipSync(tarOf(folders, '5')))).status).toBe(413);
      const many = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`f${at}.js`, Buffer.from('x')]));
      expect((await send(await folder('many', many))).status).toBe(413);
      await nothing();
    });

    it('a browser or machine that goes away in the middle', async () => {
      const archive = await packRelease(release());
      await new Promise<void>((resolve) => {
        const upload = request(`${bench.url}/platform/modules/alpha/releases`, {
          method: 'POST',
          headers: { authorization: `Bearer ${key}`, 'content-type': 'application/gzip', 'content-length': archive.length },
        });
        upload.on('error', () => resolve());
        upload.write(archive.subarray(0, archive.length / 2), () => setTimeout(() => upload.destroy(), 50));
      });
      await expect.poll(left).toEqual([]);
      await nothing();
    });

    it('a host that was killed in the middle: the next one clears what it left', async () => {
      const { pid } = spawnSync(process.execPath, ['-e', '']);
      const abandoned = join(bench.modulesDir, '.uploads', `${hostname().replace(/[^\w-]/g, '-')}.${pid}.0`);
      await mkdir(abandoned, { recursive: true });
      await writeFile(join(abandoned, 'half.js'), 'half');
      await bench.another();
      await nothing();
    });
  });

  describe('with a deploy key', () => {
    it('PF-05 of which only a hash is kept, and which nobody sees again', async () => {
      const [row] = await rows<{ id: string; secret_hash: Buffer }>(`select * from host.module_key where id = $1`, [key.split('_')[1]]);
      expect(row?.secret_hash).toEqual(createHash('sha256').update(key.split('_').slice(2).join('_')).digest());
      const seen = await people.lan.open('/platform/modules/alpha/keys');
      expect(seen.text).toContain(row!.id);
      expect(seen.text + JSON.stringify(row)).not.toContain(key.slice(17));
    });

    it('PF-05 that is known: not one with another secret, and no session of a person', async () => {
      const wrong = `${key.slice(0, -4)}AAAA`;
      expect(await publish({}, '', wrong)).toMatchObject({ status: 401, body: { error: { code: 'KEY_UNKNOWN' } } });
      expect((await publish({}, '', 'tdk_000000000000_x')).status).toBe(401);
    });

    it('PF-05 only for its modules', async () => {
      const made = await act<{ key: string }>(people.lan, 'POST', '/platform/modules/alpha/keys', {
        kind: 'deploy',
        name: 'khoá hẹp',
        modules: ['other'],
      });
      expect(await publish({}, '', made.body.key)).toMatchObject({ status: 403, body: { error: { code: 'KEY_SCOPE' } } });
    });

    it('PF-05 until it is over or revoked', async () => {
      const made = await act<{ id: string; key: string }>(people.lan, 'POST', '/platform/modules/alpha/keys', {
        kind: 'deploy',
        name: 'khoá ngắn',
        days: 1,
      });
      expect((await publish({ version: '2.0.0' }, '', made.body.key)).status).toBe(201);
      await database.query(`update host.module_key set expires_at = now() - interval '1 second' where id = $1`, [made.body.id]);
      expect(await publish({ version: '2.0.1' }, '', made.body.key)).toMatchObject({
        status: 401,
        body: { error: { code: 'KEY_EXPIRED' } },
      });
      expect((await act(people.huy, 'DELETE', `/platform/modules/alpha/keys/${made.body.id}`)).status).toBe(403);
      await database.query(`update host.module_key set expires_at = null where id = $1`, [made.body.id]);
      expect((await act(people.lan, 'DELETE', `/platform/modules/alpha/keys/${made.body.id}`)).status).toBe(200);
      expect(await publish({ version: '2.0.1' }, '', made.body.key)).toMatchObject({
        status: 401,
        body: { error: { code: 'KEY_REVOKED' } },
      });
    });

    it('PF-05 which does not stop, pin or make keys', async () => {
      await publish();
      for (const [method, path] of [
        ['POST', 'kill'],
        ['PUT', 'pin'],
        ['POST', 'keys'],
        ['PUT', 'slot'],
      ] as const)
        expect((await deploy(bench.url, key, method, `/platform/modules/alpha/${path}`, { reason: 'because' })).status).toBe(405);
    });

    it('PF-02 and no longer with a signing key that was revoked', async () => {
      expect((await publish({ version: '3.0.0' })).status).toBe(201);
      await act(people.lan, 'DELETE', `/platform/modules/alpha/keys/${ours.id}`);
      expect(rulesOf(await publish({ version: '3.0.1' }))).toEqual(['signature']);
      await database.query('update host.module_key set revoked_at = null where id = $1', [ours.id]);
    });
  });

  it('refuses to start in production with conveniences of development', async () => {
    await expect(startHostBench({ portalsDir: '', env: { NODE_ENV: 'production' } })).rejects.toThrow('MODULE_DEVELOPMENT_KEY');
  });

  async function folder(name: string, files: Readonly<Record<string, Buffer>>): Promise<Buffer> {
    const dist = join(scratch, name);
    await mkdir(dist, { recursive: true });
    for (const [file, bytes] of Object.entries(files)) await writeFile(join(dist, file), bytes);
    return pack(dist);
  }
});

/** A tar of one-byte files with any names, which no honest tool would write. */
function tarOf(names: readonly string[], type = '0'): Buffer {
  const blocks = names.flatMap((name) => {
    const header = Buffer.alloc(512);
    header.write(name.slice(0, 100), 0);
    if (name.length > 100) header.write(name.slice(100, 255), 345);
    header.write('0000644\0', 100);
    header.write('0000000\0', 108);
    header.write('0000000\0', 116);
    header.write(type === '0' ? '00000000001\0' : '00000000000\0', 124);
    header.write('00000000000\0', 136);
    header.write('        ', 148);
    header.write(type, 156);
    header.write('ustar\u000000', 257);
    const sum = header.reduce((total, byte) => total + byte, 0);
    header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
    return type === '0' ? [header, Buffer.concat([Buffer.from('x'), Buffer.alloc(511)])] : [header];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}
