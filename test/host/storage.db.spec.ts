import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newSigningPair } from '@thidua/module-kit/rules';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DiskStorage } from '../../frontends/host/src/modules/storage/disk.storage.js';
import type { ModuleStorage } from '../../frontends/host/src/modules/storage/module-storage.js';
import { S3Storage } from '../../frontends/host/src/modules/storage/s3.storage.js';
import { act, deploy } from '../support/deploy.js';
import { startHostBench } from '../support/host-bench.js';
import { registryPeople } from '../support/registry-people.js';
import { packRelease } from '../support/small-release.js';
import { type SmallS3, startSmallS3 } from '../support/small-s3.js';

const settings = (store: SmallS3) => ({
  endpoint: store.url,
  bucket: 'modules',
  region: 'us-east-1',
  accessKeyId: 'test',
  secretAccessKey: 'secret',
});

describe('where releases are kept', () => {
  let root: string;
  let store: SmallS3;
  const folder = 'alpha/v/1.0.0-0123456789';

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'thidua-storage-'));
    store = await startSmallS3('modules');
  });
  afterAll(async () => {
    await store.close();
    await rm(root, { recursive: true, force: true });
  });

  async function staged(storage: ModuleStorage, text = 'whole'): Promise<string> {
    const path = join(storage.scratch, 'staged');
    await mkdir(join(path, 'assets'), { recursive: true });
    await writeFile(join(path, 'portal.json'), '{}');
    await writeFile(join(path, 'assets', 'a.js'), text);
    await writeFile(join(path, 'assets', 'a.js.br'), 'packed');
    return path;
  }
  const kinds: [string, (cache: string) => ModuleStorage][] = [
    ['disk', (cache) => new DiskStorage(join(root, cache))],
    ['S3', (cache) => new S3Storage(settings(store), join(root, cache))],
  ];

  it.each(kinds)('%s: puts a folder whole, gives its files, lists and removes it', async (kind, open) => {
    const storage = open(kind);
    await storage.put(folder, await staged(storage));
    const near = await storage.get(folder, 'assets/a.js');
    expect(await readFile(join(near!, 'assets', 'a.js'), 'utf8')).toBe('whole');
    expect(await storage.get(folder, 'assets/none.js')).toBeNull();
    expect(await storage.get('alpha/v/9.9.9-0123456789', 'portal.json')).toBeNull();
    expect(await storage.list('')).toEqual([folder]);
    expect(await storage.list('beta/')).toEqual([]);
    await storage.put(folder, await staged(storage, 'other'));
    expect(await readFile(join((await storage.get(folder, 'assets/a.js'))!, 'assets', 'a.js'), 'utf8')).toBe('whole');
    expect(await readdir(storage.scratch)).toEqual([]);
    await storage.remove(folder);
    expect(await storage.list('')).toEqual([]);
    expect(await storage.get(folder, 'assets/a.js')).toBeNull();
  });

  it.each(kinds)('%s: takes no name that is not the folder of a release', async (_kind, open) => {
    const storage = open('names');
    for (const name of ['../x', 'alpha/v/..', 'alpha/v/../../x', '/etc', 'alpha', 'alpha/v/a/b'])
      await expect(storage.get(name, 'a.js')).rejects.toThrow('not the folder of a release');
  });

  it('S3: another host reads a file once, with its compressed twin, and then from its own disk', async () => {
    const one = new S3Storage(settings(store), join(root, 'one'));
    const two = new S3Storage(settings(store), join(root, 'two'));
    await one.put(folder, await staged(one));
    store.requests.length = 0;
    await Promise.all([two.get(folder, 'assets/a.js'), two.get(folder, 'assets/a.js'), two.get(folder, 'assets/a.js')]);
    await two.get(folder, 'assets/a.js');
    expect(store.requests.filter((request) => request === `GET ${folder}/assets/a.js`)).toHaveLength(1);
    expect(await readdir(join(root, 'two', folder, 'assets'))).toEqual(['a.js', 'a.js.br']);
    await two.remove(folder);
  });

  it('S3: a folder that was not put whole does not exist', async () => {
    const storage = new S3Storage(settings(store), join(root, 'half'));
    store.objects.set(`${folder}/portal.json`, Buffer.from('{}'));
    expect(await storage.list('')).toEqual([]);
    await storage.remove(folder);
    expect(store.objects.size).toBe(0);
  });

  it('S3: says when the store refuses', async () => {
    const storage = new S3Storage({ ...settings(store), accessKeyId: 'stranger' }, join(root, 'refused'));
    await expect(storage.list('')).rejects.toThrow('403');
  });

  it('PF-02 two hosts with one S3 store and folders of their own serve what either took in', async () => {
    const ours = newSigningPair();
    const env = {
      MODULE_STORAGE: 's3',
      MODULE_S3_ENDPOINT: store.url,
      MODULE_S3_BUCKET: 'modules',
      MODULE_S3_ACCESS_KEY_ID: 'test',
      MODULE_S3_SECRET_ACCESS_KEY: 'secret',
      MODULE_SIGNING_KEYS: JSON.stringify({ X1: [ours.publicKey] }),
    };
    const bench = await startHostBench({ portalsDir: '', env });
    try {
      const people = await registryPeople(bench);
      await act(people.son, 'PUT', '/platform/modules/alpha/slot', { department: 'X1', basePath: '/alpha' });
      const { key } = (await act<{ key: string }>(people.lan, 'POST', '/platform/modules/alpha/keys', { kind: 'deploy', name: 'máy dựng' }))
        .body;
      const archive = await packRelease({ id: 'alpha', version: '1.0.0', code: 'in the store', key: ours.privateKey });
      const { status, body } = await deploy<{ release: string }>(
        bench.url,
        key,
        'POST',
        '/platform/modules/alpha/releases?activate=stable',
        archive,
      );
      expect(status).toBe(201);
      await rm(bench.modulesDir, { recursive: true, force: true });
      const other = await bench.another();
      const file = await fetch(`${other}/modules/alpha/v/${body.release}/assets/a.js`);
      expect(await file.text()).toContain('in the store');
      expect((await fetch(`${other}/`, { headers: { accept: 'text/html' } })).status).toBe(200);
    } finally {
      await bench.close();
    }
  });

  it('removes old releases after the kept days, but never one in a channel, pinned, offered lately or to go back to', async () => {
    const bench = await startHostBench({ portalsDir: '' });
    const database = new pg.Client({ connectionString: bench.databaseUrl });
    await database.connect();
    try {
      const people = await registryPeople(bench);
      const at = '/platform/modules/alpha';
      await act(people.son, 'PUT', `${at}/slot`, { department: 'X1', basePath: '/alpha' });
      const { key } = (await act<{ key: string }>(people.lan, 'POST', `${at}/keys`, { kind: 'deploy', name: 'máy dựng' })).body;
      const publish = async (version: string): Promise<string> => {
        const archive = await packRelease({ id: 'alpha', version, code: version, key: bench.moduleKey });
        return (await deploy<{ release: string }>(bench.url, key, 'POST', `${at}/releases`, archive)).body.release;
      };
      const names = ['1.0.0', '1.1.0', '1.2.0', '1.3.0', '1.4.0', '1.5.0', '1.6.0'];
      const [old, good, stable, canary, pinned, offered, fresh] = (await Promise.all(names.map(publish))) as [
        string,
        string,
        string,
        string,
        string,
        string,
        string,
      ];
      for (const release of [old, good, stable]) await act(people.son, 'PUT', `${at}/channel`, { channel: 'stable', release });
      await act(people.son, 'PUT', `${at}/channel`, { channel: 'canary', release: canary, rule: {} });
      await act(people.son, 'PUT', `${at}/pin`, { kind: 'department', key: 'X9', release: pinned });
      await database.query(`update host.module_release set published_at = now() - interval '90 days' where release <> $1`, [fresh]);
      await database.query(`update host.module_stable set since = now() - interval '80 days'`);
      await database.query(
        `insert into host.module_session (module, release, day, visitor, offered) values ('alpha', $1, current_date - 3, '\\x01', true)`,
        [offered],
      );
      const { collector } = bench.host.registry;
      expect(await collector.run()).toEqual([`alpha/v/${old}`]);
      expect(await collector.run()).toEqual([]);
      const kept = await readdir(join(bench.modulesDir, 'alpha', 'v'));
      expect(kept.toSorted()).toEqual([good, stable, canary, pinned, offered, fresh].toSorted());
      expect((await fetch(`${bench.url}/modules/alpha/v/${old}/portal.json`)).status).toBe(404);
      expect(await act(people.son, 'PUT', `${at}/channel`, { channel: 'stable', release: old })).toMatchObject({ status: 404 });
      expect((await database.query(`select action from host.module_audit where release = $1 and action = 'removed'`, [old])).rowCount).toBe(
        1,
      );
      const again = await packRelease({ id: 'alpha', version: '1.0.0', code: '1.0.0', key: bench.moduleKey });
      expect((await deploy(bench.url, key, 'POST', `${at}/releases`, again)).status).toBe(201);
      expect((await act(people.son, 'PUT', `${at}/channel`, { channel: 'stable', release: old })).status).toBe(200);
    } finally {
      await database.end();
      await bench.close();
    }
  });
});
