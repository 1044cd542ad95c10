import type { ModuleDetail, Registry } from '@thidua/contracts';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { act, deploy } from '../support/deploy.js';
import { type HostBench, startHostBench } from '../support/host-bench.js';
import { PlainBrowser } from '../support/plain-browser.js';
import { type RegistryPeople, registryPeople } from '../support/registry-people.js';
import { packRelease } from '../support/small-release.js';

const at = '/platform/modules/alpha';
const crash = (release: string, more: object = {}) => ({
  module: 'alpha',
  release,
  version: '1.0.0',
  page: '/alpha/ke-hoach/0190c5e2-1111-7000-8000-aaaaaaaaaaaa?nguoi=Lan',
  code: 'RENDER',
  message: 'Cannot read "Nguyễn Thị Lan" of lan@tayninh.gov.vn',
  stack: 'ab12',
  ...more,
});

describe('how releases do', () => {
  let bench: HostBench;
  let people: RegistryPeople;
  let database: pg.Client;
  let key: string;

  const publish = async (version: string): Promise<string> => {
    const archive = await packRelease({ id: 'alpha', version, code: version, key: bench.moduleKey });
    return (await deploy<{ release: string }>(bench.url, key, 'POST', `${at}/releases`, archive)).body.release;
  };
  const activate = (release: string, channel = 'stable') =>
    deploy(bench.url, key, 'PUT', `${at}/channel`, { channel, release, ...(channel === 'canary' ? { rule: { share: 100 } } : {}) });
  const report = (who: PlainBrowser, body: object) => act(who, 'POST', '/platform/crash-reports', body);
  /** Sessions of other people, as the reports of their browsers would have left them. */
  const sessions = (release: string, many: number, failed: number) =>
    database.query(
      `insert into host.module_session (module, release, day, visitor, loaded, failed)
       select 'alpha', $1, current_date, decode(md5($1 || n), 'hex'), true, n <= $3 from generate_series(1, $2::int) n`,
      [release, many, failed],
    );
  const version = async (): Promise<string | undefined> =>
    (JSON.parse((await people.thu.open('/registry.json')).text) as Registry).modules.find(({ id }) => id === 'alpha')?.version;
  const detail = async (): Promise<ModuleDetail> => (await act<ModuleDetail>(people.thu, 'GET', at)).body;

  beforeAll(async () => {
    bench = await startHostBench({ portalsDir: '', env: { MODULE_ROLLBACK_SESSIONS: '10', MODULE_ROLLBACK_POINTS: '20' } });
    database = new pg.Client({ connectionString: bench.databaseUrl });
    await database.connect();
    people = await registryPeople(bench);
    await act(people.son, 'PUT', `${at}/slot`, { department: 'X1', basePath: '/alpha' });
    key = (await act<{ key: string }>(people.lan, 'POST', `${at}/keys`, { kind: 'deploy', name: 'máy dựng' })).body.key;
  });
  afterAll(async () => {
    await database.end();
    await bench.close();
  });
  beforeEach(async () => {
    for (const table of ['module_channel', 'module_stable', 'module_pin', 'module_session', 'module_crash', 'module_release'])
      await database.query(`delete from host.${table}`);
    await bench.host.registry.channels.change('alpha', async () => undefined);
  });

  it('PF-01 keeps a report with module, release and page, and no word about the person', async () => {
    const one = await publish('1.0.0');
    await activate(one);
    expect((await report(people.thu, { reports: [crash(one)] })).status).toBe(204);
    await report(people.huy, { reports: [crash(one, { page: '/alpha/ke-hoach/77', message: 'khác' })] });
    const { rows } = await database.query<Record<string, unknown>>('select * from host.module_crash');
    expect(rows).toMatchObject([{ release: one, code: 'RENDER', page: '/alpha/ke-hoach/:id', count: 2 }]);
    const kept = JSON.stringify([rows, (await database.query('select * from host.module_session')).rows]);
    for (const word of ['Lan', 'tayninh', '0190c5e2', 'THU', 'HUY']) expect(kept).not.toContain(word);
    expect((await detail()).releaseList[0]).toMatchObject({
      health: { sessions: 2, failed: 2 },
      crashes: [{ page: '/alpha/ke-hoach/:id', count: 2 }],
    });
  });

  it('counts a fault that cost an act among the faults, not as a failed session', async () => {
    const one = await publish('1.0.0');
    await activate(one);
    await report(people.thu, { reports: [crash(one, { code: 'ERROR' })] });
    expect((await detail()).releaseList[0]).toMatchObject({ health: { sessions: 1, failed: 0 }, crashes: [{ code: 'ERROR', count: 1 }] });
  });

  it('takes reports only from pages of people who are signed in, of releases that exist, and not without end', async () => {
    const stranger = new PlainBrowser(bench.url);
    expect((await report(stranger, { reports: [] })).status).toBe(401);
    expect((await people.thu.send('POST', '/platform/crash-reports', { reports: [] }, { 'x-thidua-csrf': 'wrong' })).status).toBe(403);
    expect((await report(people.thu, { reports: [crash('9.9.9-none')] })).status).toBe(204);
    expect((await database.query('select 1 from host.module_crash')).rowCount).toBe(0);
    expect((await report(people.thu, { reports: [{ module: 'alpha' }] })).status).toBe(422);
    expect((await report(people.thu, { reports: Array.from({ length: 100 }, () => crash('1.0.0-x')) })).status).toBe(422);
    const many = await Promise.all(Array.from({ length: 40 }, () => report(people.son, { reports: [] })));
    expect(new Set(many.map(({ status }) => status))).toEqual(new Set([204, 429]));
  });

  it('shows who uses what: shares of people by release in the last day', async () => {
    const [one, two] = [await publish('1.0.0'), await publish('1.1.0')];
    await activate(one);
    await version();
    await people.lan.open('/registry.json');
    await deploy(bench.url, key, 'PUT', `${at}/channel`, { channel: 'canary', release: two, rule: { departments: ['X2'] } });
    await people.huy.open('/registry.json');
    await expect
      .poll(async () => (await detail()).usage)
      .toEqual([
        { release: one, people: 2, share: 66.7 },
        { release: two, people: 1, share: 33.3 },
      ]);
  });

  it('PF-02 takes a release back by itself when it fails more than the one before it, and tells open tabs', async () => {
    const [one, two] = [await publish('1.0.0'), await publish('1.1.0')];
    await activate(one);
    await sessions(one, 50, 2);
    await activate(two);
    await sessions(two, 9, 3);
    const revision = async () => ((await (await fetch(`${bench.url}/registry/revision`)).json()) as { revision: number }).revision;
    const before = await revision();
    await report(people.thu, { reports: [crash(two)] });
    await expect.poll(version).toBe('1.0.0');
    expect(await revision()).toBeGreaterThan(before);
    const { audit, releaseList, stable } = await detail();
    expect(stable?.release).toBe(one);
    expect(audit[0]).toMatchObject({
      action: 'rolled-back',
      actor: { kind: 'system' },
      release: one,
      detail: { from: two, why: expect.stringContaining('40 %') as string },
    });
    expect(releaseList.find(({ release }) => release === two)?.failedAt).not.toBeNull();
  });

  it('PF-02 takes it back once, however many tabs report at the same moment', async () => {
    const [zero, one, two] = [await publish('0.9.0'), await publish('1.0.0'), await publish('1.1.7')];
    for (const release of [zero, one, two]) await activate(release);
    await sessions(two, 20, 15);
    await Promise.all([people.thu, people.huy, people.lan].map((who) => report(who, { reports: [crash(two)] })));
    await expect.poll(version).toBe('1.0.0');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await version()).toBe('1.0.0');
    expect(
      (await detail()).audit.filter(({ action }) => action === 'rolled-back').filter(({ detail: told }) => told['from'] === two),
    ).toHaveLength(1);
  });

  it('PF-02 leaves a release alone with too few sessions, when the one before failed as much, and after its first hours', async () => {
    const [one, two] = [await publish('1.0.0'), await publish('1.1.0')];
    await activate(one);
    await activate(two);
    await sessions(two, 5, 5);
    await report(people.thu, { reports: [crash(two)] });
    await sessions(one, 40, 30);
    await database.query(
      `insert into host.module_session (module, release, day, visitor, loaded, failed)
       select 'alpha', $1, current_date, decode(md5('more' || n), 'hex'), true, n <= 6 from generate_series(1, 10) n`,
      [two],
    );
    await report(people.thu, { reports: [crash(two)] });
    expect(await version()).toBe('1.1.0');
    await database.query(`delete from host.module_session where release = $1`, [one]);
    await database.query(`update host.module_channel set since = now() - interval '2 days'`);
    await report(people.thu, { reports: [crash(two)] });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await version()).toBe('1.1.0');
  });

  it('PF-02 takes a failing canary from everybody; the stable one stays', async () => {
    const [one, two] = [await publish('1.0.0'), await publish('2.0.0')];
    await activate(one);
    await activate(two, 'canary');
    expect(await version()).toBe('2.0.0');
    await sessions(two, 12, 8);
    await report(people.thu, { reports: [crash(two)], loads: [{ module: 'alpha', release: two }] });
    await expect.poll(version).toBe('1.0.0');
    expect((await detail()).canary).toBeNull();
  });

  it('PF-02 does nothing but say so when there is nothing to go back to', async () => {
    const one = await publish('1.0.0');
    await activate(one);
    await sessions(one, 20, 20);
    await report(people.thu, { reports: [crash(one)] });
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await version()).toBe('1.0.0');
  });
});
