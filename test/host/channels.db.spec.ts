import { newSigningPair } from '@thidua/module-kit/rules';
import type { ModuleDetail, ModulesAnswer, Registry, RegistryEntry, ReleaseDiff } from '@thidua/contracts';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { act, deploy } from '../support/deploy.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import type { PlainBrowser } from '../support/plain-browser.js';
import { type RegistryPeople, registryPeople } from '../support/registry-people.js';
import { packRelease, type SmallRelease } from '../support/small-release.js';

interface Moved {
  readonly from: string;
  readonly to: string;
}

describe('which release of a module people get', () => {
  let bench: HostBench;
  let people: RegistryPeople;
  let database: pg.Client;
  let key: string;
  const ours = newSigningPair();
  const at = '/platform/modules/alpha';

  const publish = async (version: string, more: Partial<SmallRelease> = {}): Promise<string> => {
    const archive = await packRelease({ id: 'alpha', version, code: version, key: ours.privateKey, ...more });
    const answer = await deploy<{ release: string }>(bench.url, key, 'POST', `${at}/releases`, archive);
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.release;
  };
  const activate = (release: string | null, channel = 'stable', more: object = {}) =>
    deploy<Moved>(bench.url, key, 'PUT', `${at}/channel`, { channel, release, ...more });
  const rollBack = (body: object = {}) => deploy<Moved>(bench.url, key, 'POST', `${at}/rollback`, body);
  const registry = async (who: PlainBrowser): Promise<Registry> => JSON.parse((await who.open('/registry.json')).text) as Registry;
  const entry = async (who = people.thu): Promise<RegistryEntry | undefined> =>
    (await registry(who)).modules.find(({ id }) => id === 'alpha');
  const version = async (who = people.thu): Promise<string | undefined> => (await entry(who))?.version;
  const actions = async (): Promise<string[]> =>
    (await database.query<{ action: string }>(`select action from host.module_audit where module = 'alpha' order by id`)).rows.map(
      ({ action }) => action,
    );

  beforeAll(async () => {
    bench = await startHostBench({ portalsDir: '' });
    database = new pg.Client({ connectionString: bench.databaseUrl });
    await database.connect();
    people = await registryPeople(bench);
    await act(people.son, 'PUT', `${at}/slot`, { department: 'X1', basePath: '/alpha' });
    await act(people.lan, 'POST', `${at}/keys`, { kind: 'signing', name: 'khoá của sở', publicKey: ours.publicKey });
    key = (await act<{ key: string }>(people.lan, 'POST', `${at}/keys`, { kind: 'deploy', name: 'máy dựng' })).body.key;
  });
  afterAll(async () => {
    await database.end();
    await bench.close();
  });
  beforeEach(async () => {
    bench.graph.on('/registry/', () => ({ accepted: 0 }));
    await act(people.son, 'POST', `${at}/revive`, {});
    for (const table of ['module_channel', 'module_stable', 'module_pin', 'module_session', 'module_release'])
      await database.query(`delete from host.${table}`);
    await bench.host.registry.channels.change('alpha', async () => undefined);
  });

  it('PF-02 goes back one step to the last good release, effective on the next load', async () => {
    const [one, two, three] = [await publish('1.4.1'), await publish('1.4.2'), await publish('1.5.0')];
    for (const release of [one, two, three]) await activate(release);
    expect(await version()).toBe('1.5.0');
    expect((await rollBack()).body).toEqual({ from: three, to: two });
    expect(await version()).toBe('1.4.2');
    expect((await rollBack()).body).toEqual({ from: two, to: one });
    expect(await rollBack()).toMatchObject({ status: 409, body: { error: { code: 'NOTHING_BEFORE' } } });
    await activate(three);
    expect(await version()).toBe('1.5.0');
  });

  it('PF-02 passes over a failed and a stopped release when it goes back', async () => {
    const [one, two, three] = [await publish('1.0.0'), await publish('1.1.0'), await publish('1.2.0')];
    for (const release of [one, two, three]) await activate(release);
    await act(people.son, 'POST', `${at}/kill`, { release: two, reason: 'lộ dữ liệu' });
    expect((await rollBack()).body).toEqual({ from: three, to: one });
  });

  it('of two who go back at the same moment from what they saw, one is told that it changed', async () => {
    const [one, two, three] = [await publish('1.0.0'), await publish('1.1.0'), await publish('1.2.0')];
    for (const release of [one, two, three]) await activate(release);
    const answers = await Promise.all([rollBack({ expected: three }), rollBack({ expected: three })]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await version()).toBe('1.1.0');
    expect(await activate(three, 'stable', { expected: one })).toMatchObject({ status: 409, body: { error: { code: 'CHANGED' } } });
  });

  it('PF-08 is not activated when the graph cannot serve its operations, nor while the graph is silent; going back is never refused', async () => {
    const [one, two] = [await publish('1.0.0'), await publish('1.1.0')];
    await activate(one);
    const problems = [{ client: 'module:alpha', hash: 'x', operation: 'Pledges', field: 'Pledge.signedAt', message: { vi: 'v', en: 'e' } }];
    bench.graph.on('/active', () => ({ status: 409, problems }));
    expect(await activate(two)).toMatchObject({
      status: 409,
      body: { error: { code: 'OPERATIONS' }, problems: [{ operation: 'Pledges', field: 'Pledge.signedAt' }] },
    });
    bench.graph.on('/active', () => ({ status: 503 }));
    expect(await activate(two)).toMatchObject({ status: 503, body: { error: { code: 'GRAPH_UNAVAILABLE' } } });
    expect(await version()).toBe('1.0.0');
    bench.graph.on('/active', () => ({}));
    await activate(two);
    bench.graph.on('/active', () => ({ status: 503 }));
    expect((await rollBack()).status).toBe(200);
    expect(await version()).toBe('1.0.0');
  });

  it('PF-08 tells the graph every release people may run: stable, canary, pinned and the one to go back to', async () => {
    const [one, two, three, four] = [await publish('1.0.0'), await publish('1.1.0'), await publish('1.2.0'), await publish('1.3.0')];
    let told: string[] = [];
    bench.graph.on('/active', ({ raw }) => {
      told = (JSON.parse(raw) as { releases: string[] }).releases;
      return {};
    });
    await activate(one);
    await activate(two);
    await activate(three, 'canary', { rule: { share: 5 } });
    await act(people.son, 'PUT', `${at}/pin`, { kind: 'department', key: 'X2', release: four });
    expect(told.toSorted()).toEqual([one, two, three, four].toSorted());
  });

  it('PF-08 is not held up by an old release in open tabs that the graph no longer serves', async () => {
    const [one, two, three] = [await publish('1.0.0'), await publish('1.1.0'), await publish('1.2.0')];
    for (const release of [one, two]) await activate(release);
    const problems = [{ hash: 'x', operation: 'Old', field: null, message: { vi: 'v', en: 'e' } }];
    bench.graph.on('/active', ({ raw }) => (raw.includes(one) ? { status: 409, problems } : {}));
    expect((await activate(three)).status).toBe(200);
    expect(await version()).toBe('1.2.0');
  });

  it('PF-02 gives a canary to a department, a role, a share; the others keep the stable one', async () => {
    const [one, two] = [await publish('1.0.0'), await publish('2.0.0')];
    await activate(one);
    await activate(two, 'canary', { rule: { departments: ['X3'] } });
    expect([await version(people.thu), await version(people.huy)]).toEqual(['2.0.0', '1.0.0']);
    expect(await entry(people.thu)).toMatchObject({ channel: 'canary', release: two });
    await activate(two, 'canary', { rule: { roles: ['DEVELOPER'] } });
    expect([await version(people.thu), await version(people.huy)]).toEqual(['1.0.0', '2.0.0']);
    await activate(two, 'canary', { rule: { share: 100 } });
    expect([await version(people.thu), await version(people.huy)]).toEqual(['2.0.0', '2.0.0']);
    await activate(null, 'canary');
    expect([await version(people.thu), await version(people.huy)]).toEqual(['1.0.0', '1.0.0']);
    expect((await activate(two, 'canary', { rule: { share: 101 } })).status).toBe(422);
    expect((await activate(null)).status).toBe(422);
  });

  it('a canary that becomes the stable one is no canary any more', async () => {
    const [one, two] = [await publish('1.0.0'), await publish('2.0.0')];
    await activate(one);
    await activate(two, 'canary', { rule: { share: 50 } });
    await activate(two);
    const { body } = await act<ModuleDetail>(people.lan, 'GET', at);
    expect(body).toMatchObject({ stable: { release: two }, canary: null });
  });

  it('PF-02 pins a department or a person to a release', async () => {
    const [one, two] = [await publish('1.0.0'), await publish('2.0.0')];
    await activate(two);
    const pin = (kind: string, name: string, release: string | null) => act(people.son, 'PUT', `${at}/pin`, { kind, key: name, release });
    await pin('department', 'X3', one);
    expect([await version(people.thu), await version(people.huy)]).toEqual(['1.0.0', '2.0.0']);
    const { sub } = (JSON.parse((await people.thu.open('/session')).text) as { person: { sub: string } }).person;
    await pin('person', sub, two);
    expect(await version(people.thu)).toBe('2.0.0');
    await pin('person', sub, null);
    await pin('department', 'X3', null);
    expect(await version(people.thu)).toBe('2.0.0');
    expect((await pin('department', 'X3', '9.9.9-none')).status).toBe(404);
  });

  it('PF-02 stops a release or the whole module with the reason, and lets it run again', async () => {
    const one = await publish('1.0.0');
    await activate(one);
    await act(people.son, 'POST', `${at}/kill`, { reason: 'Bảo trì đến 15 giờ' });
    expect(await entry()).toMatchObject({
      state: 'killed',
      reason: 'Bảo trì đến 15 giờ',
      name: { vi: 'Mô-đun alpha' },
      basePath: '/alpha',
    });
    await act(people.son, 'POST', `${at}/revive`, {});
    expect(await entry()).toMatchObject({ state: 'active' });
    await act(people.son, 'POST', `${at}/kill`, { release: one, reason: 'lỗi nặng' });
    expect(await entry()).toMatchObject({ state: 'killed', reason: 'lỗi nặng' });
    expect(await activate(one)).toMatchObject({ status: 409, body: { error: { code: 'RELEASE_KILLED' } } });
    await act(people.son, 'POST', `${at}/revive`, { release: one });
    expect(await entry()).toMatchObject({ state: 'active' });
    expect((await act(people.son, 'POST', `${at}/kill`, { reason: '' })).status).toBe(422);
  });

  it('sets values, flags and the order of slots that releases declare, and nothing else', async () => {
    const title = { vi: 'Số dòng', en: 'Rows' };
    const settings = { type: 'object', properties: { rows: { type: 'integer', title, default: 20, minimum: 1, maximum: 100 } } };
    await activate(await publish('1.0.0', { manifest: { settings, flags: [{ id: 'nhanh', title, default: false }] } }));
    expect((await act(people.son, 'PUT', `${at}/settings`, { values: { rows: 50 }, switches: { nhanh: true } })).status).toBe(200);
    expect(await entry()).toMatchObject({ values: { rows: 50 }, switches: { nhanh: true } });
    for (const wrong of [{ values: { rows: 500 } }, { values: { other: 1 } }, { switches: { other: true } }])
      expect(await act(people.son, 'PUT', `${at}/settings`, wrong)).toMatchObject({
        status: 422,
        body: { error: { code: 'BAD_SETTING' } },
      });
    const arrangement = { order: ['alpha/a'], hidden: ['alpha/b'], settings: {} };
    expect((await act(people.son, 'PUT', '/platform/slots/inbox.aside', arrangement)).status).toBe(200);
    expect((await registry(people.thu)).slots).toEqual({ 'inbox.aside': arrangement });
    expect((await act(people.son, 'PUT', '/platform/slots/nowhere', arrangement)).status).toBe(404);
  });

  it('lets a developer run a module of his own department from his own machine, in that session alone', async () => {
    await activate(await publish('1.0.0'));
    const override = (who: PlainBrowser, origin: string | null) => act(who, 'PUT', `${at}/override`, { origin });
    expect((await override(people.lan, 'http://localhost:5174')).status).toBe(200);
    expect(await entry(people.lan)).toMatchObject({ override: 'http://localhost:5174' });
    expect(await entry(people.thu)).not.toHaveProperty('override');
    const page = await people.lan.open('/');
    expect(page.headers['content-security-policy']).toContain('http://localhost:5174');
    expect(page.headers['integrity-policy']).toBeUndefined();
    expect((await people.thu.open('/')).headers['content-security-policy']).not.toContain('http://localhost:5174');
    for (const origin of ['https://evil.example', 'http://localhost:5174/path', 'http://10.0.0.1:5174'])
      expect((await override(people.lan, origin)).status).toBe(422);
    expect((await override(people.huy, 'http://localhost:5174')).status).toBe(403);
    await override(people.lan, null);
    expect(await entry(people.lan)).not.toHaveProperty('override');
  });

  describe('PF-05 who may', () => {
    const forPublishers: [string, 'POST' | 'PUT' | 'GET', string, object | undefined][] = [
      ['activate', 'PUT', 'channel', { channel: 'stable', release: 'RELEASE' }],
      ['start a canary', 'PUT', 'channel', { channel: 'canary', release: 'RELEASE', rule: { share: 1 } }],
      ['make keys', 'POST', 'keys', { kind: 'deploy', name: 'khoá mới' }],
      ['see keys', 'GET', 'keys', undefined],
    ];
    it.each(forPublishers)('%s: developers of the department and the administrator, nobody else', async (_what, method, path, body) => {
      const release = await publish('1.0.0');
      const sent = body && JSON.parse(JSON.stringify(body).replace('RELEASE', release));
      const call = async (who: PlainBrowser) => (await act(who, method, `${at}/${path}`, sent as object)).status;
      expect([await call(people.lan), await call(people.son)].every((status) => status < 300)).toBe(true);
      expect([await call(people.huy), await call(people.thu)]).toEqual([403, 403]);
    });

    it('go back: developers of the department and the administrator, nobody else', async () => {
      for (const name of ['1.0.0', '1.1.0', '1.2.0']) await activate(await publish(name));
      const call = async (who: PlainBrowser) => (await act(who, 'POST', `${at}/rollback`, {})).status;
      expect([await call(people.huy), await call(people.thu), await call(people.lan), await call(people.son)]).toEqual([
        403, 403, 200, 200,
      ]);
    });

    const forManagers: [string, 'POST' | 'PUT', string, object][] = [
      ['stop', 'POST', 'kill', { reason: 'thử nghiệm' }],
      ['revive', 'POST', 'revive', {}],
      ['pin', 'PUT', 'pin', { kind: 'department', key: 'X9', release: null }],
      ['assign the slot', 'PUT', 'slot', { department: 'X1', basePath: '/alpha' }],
      ['set values', 'PUT', 'settings', {}],
    ];
    it.each(forManagers)('%s: the administrator alone', async (_what, method, path, body) => {
      const call = async (who: PlainBrowser) => (await act(who, method, `${at}/${path}`, body)).status;
      expect([await call(people.son), await call(people.lan), await call(people.huy), await call(people.thu)]).toEqual([
        200, 403, 403, 403,
      ]);
    });

    it('arrange slots: the administrator alone', async () => {
      const call = async (who: PlainBrowser) =>
        (await act(who, 'PUT', '/platform/slots/inbox.aside', { order: [], hidden: [], settings: {} })).status;
      expect([await call(people.son), await call(people.lan)]).toEqual([200, 403]);
    });

    it('read: everybody who is signed in, with what he may change; keys only for publishers', async () => {
      await activate(await publish('1.0.0'));
      const mine = await act<ModuleDetail>(people.lan, 'GET', at);
      const others = await act<ModuleDetail>(people.huy, 'GET', at);
      expect(mine.body).toMatchObject({ mayPublish: true, mayManage: false });
      expect(others.body).toMatchObject({ mayPublish: false, mayManage: false, stable: { version: '1.0.0' } });
      expect(mine.body.keys?.length).toBeGreaterThan(0);
      expect(others.body).not.toHaveProperty('keys');
      expect((await fetch(bench.url + at)).status).toBe(401);
    });

    it('change anything: not from another site, not without the token of the session', async () => {
      const kill = (headers: Record<string, string>) => people.son.send('POST', `${at}/kill`, { reason: 'thử nghiệm' }, headers);
      expect((await kill({ 'x-thidua-csrf': 'wrong' })).status).toBe(403);
      expect((await kill({ 'sec-fetch-site': 'cross-site' })).status).toBe(403);
    });

    it('change anything: not while the graph cannot say who it is', async () => {
      bench.graph.on('HostViewerPermissions', () => ({ data: { viewer: null } }));
      const stranger = await registryPeople(bench);
      bench.graph.on('HostViewerPermissions', () => ({ data: { viewer: null } }));
      expect((await act(stranger.son, 'POST', `${at}/kill`, { reason: 'thử nghiệm' })).status).toBe(503);
      await registryPeople(bench);
    });
  });

  it('writes down who did what, and the database refuses to change it', async () => {
    const before = (await actions()).length;
    const [one, two] = [await publish('1.0.0'), await publish('1.1.0')];
    await activate(one);
    await act(people.lan, 'PUT', `${at}/channel`, { channel: 'stable', release: two });
    await rollBack();
    await act(people.son, 'POST', `${at}/kill`, { reason: 'thử nghiệm' });
    expect((await actions()).slice(before)).toEqual(['published', 'published', 'activated', 'activated', 'rolled-back', 'killed']);
    const { body } = await act<ModuleDetail>(people.thu, 'GET', at);
    expect(body.audit.slice(0, 3)).toMatchObject([
      { action: 'killed', actor: { kind: 'person' }, detail: { reason: 'thử nghiệm' } },
      { action: 'rolled-back', actor: { kind: 'key', id: key.split('_')[1] }, release: one, detail: { from: two } },
      { action: 'activated', actor: { kind: 'person', name: expect.stringContaining('Lan') as string }, release: two },
    ]);
    for (const sql of ['delete from host.module_audit', `update host.module_audit set actor = 'x'`, 'truncate host.module_audit'])
      await expect(database.query(sql)).rejects.toThrow('only ever added to');
  });

  it('shows the catalogue and what a release changes', async () => {
    const ask = 'query List { campaigns { totalCount } }';
    const one = await publish('1.0.0', { manifest: { permissions: ['plan:read'] }, documents: [ask] });
    const two = await publish('1.1.0', {
      manifest: { permissions: ['plan:import'], shared: { vue: '^3.5.0' } },
      documents: [`${ask} `, 'query More { viewer { client } }'],
    });
    await activate(one);
    const { body } = await act<ModulesAnswer>(people.thu, 'GET', '/platform/modules');
    expect(body.modules.find(({ id }) => id === 'alpha')).toMatchObject({
      department: 'X1',
      stable: { release: one },
      latest: { release: two },
      releases: 2,
    });
    const diff = await act<ReleaseDiff>(people.thu, 'GET', `${at}/diff?from=${one}&to=${two}`);
    expect(diff.body).toMatchObject({
      permissions: { added: ['plan:import'], removed: ['plan:read'] },
      operations: { added: ['More'], removed: [], changed: ['List'] },
      shared: { added: ['vue'], removed: [] },
      files: { added: [], removed: [], changed: expect.arrayContaining(['assets/a.js', 'portal.json']) as string[] },
    });
    expect((await act(people.thu, 'GET', `${at}/diff?from=${one}&to=9.9.9-x`)).status).toBe(404);
  });

  describe('told to open tabs', () => {
    const revision = async (url = bench.url): Promise<number> =>
      ((await (await fetch(`${url}/registry/revision`)).json()) as { revision: number }).revision;

    it('PF-02 by a number that grows with every change, on every host', async () => {
      const other = await bench.another();
      const before = await revision(other);
      await activate(await publish('1.0.0'));
      await expect.poll(() => revision(other)).toBeGreaterThan(before);
      expect(await revision(other)).toBe(await revision());
    });

    it('PF-02 at once when a colleague’s host made the change, and 304 when nothing changed', async () => {
      const one = await publish('1.0.0');
      await activate(one);
      const first = await people.thu.open('/registry.json');
      const again = await people.thu.open('/registry.json', { headers: { 'if-none-match': String(first.headers['etag']) } });
      expect([again.status, again.text]).toEqual([304, '']);
      const other = await bench.another();
      const two = await publish('1.1.0');
      expect((await deploy(other, key, 'PUT', `${at}/channel`, { channel: 'stable', release: two })).status).toBe(200);
      await expect
        .poll(async () => (await people.thu.open('/registry.json', { headers: { 'if-none-match': String(first.headers['etag']) } })).status)
        .toBe(200);
      expect(await version()).toBe('1.1.0');
    });

    it('asks the database one statement for a person’s registry, and none for the number', async () => {
      await activate(await publish('1.0.0'));
      await registry(people.thu);
      await registry(people.thu);
      const forRegistry = await statementsOf(async () => void (await registry(people.thu)));
      const forNumber = await statementsOf(async () => void (await revision()));
      expect(forRegistry).toEqual([expect.stringContaining('update host.session set seen_at')]);
      expect(forNumber).toEqual([]);
    });
  });

  it('goes on answering from the last known registry while the database is away', async () => {
    await activate(await publish('1.0.0'));
    const address = `${(await entry())!.base}assets/a.js`;
    expect((await people.thu.open(address)).status).toBe(200);
    await database.query('alter table host.registry_revision rename to away');
    await database.query('notify host_registry');
    expect((await people.thu.open(address)).status).toBe(200);
    expect(await version()).toBe('1.0.0');
    await database.query('alter table host.away rename to registry_revision');
  });
});

/** Texts of the statements this process sends meanwhile; the host runs in it. */
async function statementsOf(work: () => Promise<void>): Promise<string[]> {
  const spy = vi.spyOn(pg.Client.prototype, 'query');
  try {
    await work();
    return spy.mock.calls.map(([query]) => String((query as unknown as { text?: string }).text ?? query));
  } finally {
    spy.mockRestore();
  }
}
