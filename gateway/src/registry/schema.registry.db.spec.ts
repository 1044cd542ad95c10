import { createLog } from '@thidua/server/process';
import type { AssertedActor, RoleClaim } from '@thidua/contracts';
import { emptyDatabase } from '@thidua/testing';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { CommittedSubgraph } from '../composition/compose.js';
import { composeApart } from '../composition/compose.apart.js';
import { checkDocuments } from '../documents/document.check.js';
import { hashOf } from '../documents/document.hash.js';
import { DocumentStore } from '../documents/document.store.js';
import { GraphHolder } from '../graph/graph.holder.js';
import { lastGoodStore } from '../graph/last-good.store.js';
import { SupergraphWatch } from '../graph/supergraph.watch.js';
import { platformDatabase, type PlatformDatabase } from '../platform/database.js';
import { FIRST_CONTRACTS } from './contracts/contract.js';
import { Contracts } from './contracts/contract.store.js';
import { seedFromFiles } from './registry.seed.js';
import { RegistryWatch } from './registry.watch.js';
import { SchemaRegistry, type Proposal } from './schema.registry.js';
import { readHistory } from './store/history.store.js';
import { publishedSchema } from './store/published.schema.js';
import { registrySigner, sha256 } from './store/signature.js';
import { unusedFields } from './unused.js';

const LINK = 'extend schema @link(url: "https://specs.apollo.dev/federation/v2.11", import: ["@key", "@tag"])';
const PUBLIC = '@tag(name: "allow/public")';
const BODIES = `${LINK} type Query { body(id: ID!): Body ${PUBLIC} } type Body @key(fields: "id") { id: ID! name: String nickname: String }`;
const PRIZES = `${LINK} type Body @key(fields: "id") { id: ID! prizes: [String!] } type Query { latest: String ${PUBLIC} }`;
const HEALTH = `${LINK} type Body @key(fields: "id") { id: ID! hospitalRating: Int }`;
const FILES: CommittedSubgraph[] = [
  { name: 'bodies', url: 'http://bodies/graphql', sdl: BODIES, owns: ['Body'] },
  { name: 'prizes', url: 'http://prizes/graphql', sdl: PRIZES, owns: [] },
];
const SYT = '0193f000-0000-7000-8000-000000000001';
const STC = '0193f000-0000-7000-8000-000000000002';

const actor = (...roles: RoleClaim[]): AssertedActor => ({ kind: 'person', id: 'p', name: 'KHOI', roles });
const ADMINISTRATOR = actor({ role: 'ADMINISTRATOR', scopeKind: 'PROVINCE', scopeId: 'TNH' });
const developer = (department: string): AssertedActor => actor({ role: 'DEVELOPER', scopeKind: 'DEPARTMENT', scopeId: department });
const change = (subgraph: string, sdl: string | null, url: string | null = null): Proposal => ({ subgraph, sdl, url, departmentId: null });

function keys(): [string, string] {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const kid = 'gateway';
  return [
    JSON.stringify({ ...privateKey.export({ format: 'jwk' }), kid }),
    JSON.stringify({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid }] }),
  ];
}
const signer = registrySigner(...keys());

let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let database: PlatformDatabase;
let registry: SchemaRegistry;
beforeEach(async () => {
  empty = await emptyDatabase('registry');
  database = platformDatabase(empty.url, () => undefined);
  registry = new SchemaRegistry({ database, signer, documents: new DocumentStore(database), days: 30 });
});
const drops: (() => Promise<void>)[] = [];
beforeEach(() => {
  const [own, of] = [database, empty];
  drops.push(async () => {
    await own.close();
    await of.drop();
  });
});
afterAll(async () => {
  for (const drop of drops) await drop();
});

const history = async () =>
  (await readHistory(database, 50)).map(({ version, subgraph, by, isActive }) => ({ version, subgraph, by, isActive }));

describe('the registry of schemas', () => {
  it('is seeded from the committed schemas; a file that did not change since is older than what was published', async () => {
    expect(await seedFromFiles(registry, FILES, true)).toMatchObject({
      outcome: 'published',
      supergraph: 1,
      subgraphs: ['bodies', 'prizes'],
    });
    expect(await seedFromFiles(registry, FILES, true)).toEqual({ outcome: 'nothing new' });
    const published = await registry.publish(change('bodies', BODIES.replace('nickname:', 'motto: String nickname:')), ADMINISTRATOR);
    expect(published).toMatchObject({ version: 2, supergraph: 2, verdict: { accepted: true, changes: [{ coordinate: 'Body.motto' }] } });
    expect(await seedFromFiles(registry, FILES, true)).toEqual({ outcome: 'nothing new' });
    const newer = [{ ...FILES[0]!, sdl: BODIES.replace('nickname:', 'theme: String nickname:') }, FILES[1]!];
    expect(await seedFromFiles(registry, newer, true)).toMatchObject({ outcome: 'published', supergraph: 3, subgraphs: ['bodies'] });
  });

  it('an older gateway that starts again does not bring its files back; in development another branch does', async () => {
    const newer = [{ ...FILES[0]!, sdl: BODIES.replace('nickname:', 'theme: String nickname:') }, FILES[1]!];
    await seedFromFiles(registry, FILES, true);
    await seedFromFiles(registry, newer, true);
    expect(await seedFromFiles(registry, FILES, true)).toEqual({ outcome: 'nothing new' });
    expect(await seedFromFiles(registry, FILES, false)).toMatchObject({ outcome: 'published', supergraph: 3, subgraphs: ['bodies'] });
  });

  it('gateways that start together seed it once', async () => {
    const outcomes = await Promise.all([1, 2, 3].map(() => seedFromFiles(registry, FILES, true)));
    expect(outcomes.map(({ outcome }) => outcome).toSorted()).toEqual(['nothing new', 'nothing new', 'published']);
  });

  it('PF-08 removing a field that an active module and an integrator use is refused, naming both, and leaves no trace', async () => {
    await seedFromFiles(registry, FILES, true);
    const text = 'query Card { body(id: "1") { nickname } }';
    const { documents } = registry.parts;
    await documents.register({ kind: 'module', id: 'stc' }, '1.4.2-aa', { [hashOf(text)]: text });
    await documents.activate({ kind: 'module', id: 'stc' }, ['1.4.2-aa'], () => []);
    await documents.register({ kind: 'integrator', id: 'bao' }, 'current', { [hashOf(text)]: text });
    const gone = change('bodies', BODIES.replace('nickname: String', ''));
    const { verdict, version, supergraph } = await registry.publish(gone, ADMINISTRATOR);
    expect(verdict.hits.map(({ kind, client, operation, field }) => ({ kind, client, operation, field }))).toEqual([
      { kind: 'integrator', client: 'bao', operation: 'Card', field: 'Body.nickname' },
      { kind: 'module', client: 'stc', operation: 'Card', field: 'Body.nickname' },
    ]);
    expect({ version, supergraph, versions: (await history()).length }).toEqual({ version: null, supergraph: 1, versions: 1 });
    await documents.activate({ kind: 'module', id: 'stc' }, [], () => []);
    expect((await registry.check(gone, ADMINISTRATOR)).hits.map(({ client }) => client)).toEqual(['bao']);
  });

  it('PF-08 removing a field with real traffic is refused within the window', async () => {
    await seedFromFiles(registry, FILES, true);
    const ago = (days: number): Promise<unknown> =>
      database.query(
        `insert into gateway.field_usage (day, client, coordinate, count) values (current_date - ${days}, 'integrator:BAO', 'Body.nickname', 7)`,
      );
    const gone = change('bodies', BODIES.replace('nickname: String', ''));
    await ago(31);
    expect((await registry.check(gone, ADMINISTRATOR)).accepted).toBe(true);
    await ago(2);
    expect((await registry.check(gone, ADMINISTRATOR)).hits).toMatchObject([
      { kind: 'traffic', client: 'integrator:BAO', field: 'Body.nickname', count: 7 },
    ]);
  });

  it('lists what nobody uses', async () => {
    await seedFromFiles(registry, FILES, true);
    const text = '{ body(id: "1") { name } }';
    await registry.parts.documents.register({ kind: 'integrator', id: 'bao' }, 'current', { [hashOf(text)]: text });
    const { api } = (await database.transaction((client) => registry.read(client))).supergraph!;
    const unused = await unusedFields(registry.parts, api, 30);
    expect(unused.map(({ coordinate }) => coordinate)).toEqual(['Body.id', 'Body.nickname', 'Body.prizes', 'Query.latest']);
  });

  it('refuses what does not compose and what breaks a house rule, and says which', async () => {
    await seedFromFiles(registry, FILES, true);
    const conflict = await registry.check(change('prizes', PRIZES.replace('id: ID! prizes', 'id: ID! name: Int prizes')), ADMINISTRATOR);
    expect(conflict).toMatchObject({ accepted: false, house: [], hits: [] });
    expect(conflict.composition.join('\n')).toContain('Body.name');
    const open = await registry.check(change('prizes', PRIZES.replace(PUBLIC, '')), ADMINISTRATOR);
    expect(open).toMatchObject({ accepted: false, house: [{ rule: 'root.access', coordinate: 'Query.latest' }] });
  });
});

describe('what must not overtake each other', () => {
  it('PF-08 a release that uses a field and a schema that drops it: one of them is refused, whichever comes first', async () => {
    await seedFromFiles(registry, FILES, true);
    const text = 'query Card { body(id: "1") { nickname } }';
    const { documents } = registry.parts;
    const client = { kind: 'module', id: 'stc' } as const;
    await documents.register(client, '1.0.0-aa', { [hashOf(text)]: text });
    const published = publishedSchema();
    const [publication, problems] = await Promise.all([
      registry.publish(change('bodies', BODIES.replace('nickname: String', '')), ADMINISTRATOR),
      documents.activate(client, ['1.0.0-aa'], async (shipped, transaction) => checkDocuments((await published(transaction))!, shipped)),
    ]);
    expect([publication.verdict.accepted, problems.length === 0].filter(Boolean)).toHaveLength(1);
  });

  it('a schema that takes too long to compose is refused, and nothing waits for it', async () => {
    await expect(composeApart(FILES, 1)).rejects.toThrow('The subgraphs do not compose:\n  no answer within 0.001 s');
    expect((await composeApart(FILES)).api).toContain('nickname: String');
  });
});

describe('a department’s own subgraph', () => {
  it('is added through the same checks, belongs to that department, and can be taken out again', async () => {
    await seedFromFiles(registry, FILES, true);
    const proposal = change('so-y-te', HEALTH, 'http://localhost:9/graphql');
    expect(await registry.publish(proposal, developer(SYT))).toMatchObject({ version: 1, supergraph: 2 });
    const [entry] = await readHistory(database, 1);
    expect(entry).toMatchObject({
      subgraph: 'so-y-te',
      members: { bodies: 1, prizes: 1, 'so-y-te': 1 },
      changes: [{ coordinate: 'Body.hospitalRating' }],
    });
    await expect(registry.publish(proposal, developer(STC))).rejects.toMatchObject({ status: 403 });
    expect((await registry.publish(proposal, developer(SYT))).verdict).toMatchObject({ unchanged: true, accepted: true });
    expect(await registry.publish(change('so-y-te', null), developer(SYT))).toMatchObject({
      version: null,
      supergraph: 3,
      verdict: { accepted: true },
    });
    const removed = await database.transaction((client) => registry.read(client));
    expect(removed.members.map(({ name }) => name)).toEqual(['bodies', 'prizes']);
  });

  it('must be nullable where it adds to another’s entity, and say where it answers', async () => {
    await seedFromFiles(registry, FILES, true);
    const hard = await registry.check(
      change('so-y-te', HEALTH.replace('hospitalRating: Int', 'hospitalRating: Int!'), 'http://localhost:9/graphql'),
      developer(SYT),
    );
    expect(hard.house).toMatchObject([{ rule: 'crossing.nullable', coordinate: 'Body.hospitalRating' }]);
    expect((await registry.check(change('so-y-te', HEALTH), developer(SYT))).composition).toEqual([
      'so-y-te is new: say where it answers (--url)',
    ]);
  });

  it('PF-05 takes over, hides or tags nothing of others; the province’s own may', async () => {
    await seedFromFiles(registry, FILES, true);
    const hijack = change(
      'so-y-te',
      HEALTH.replace('"@tag"', '"@tag", "@override"').replace(
        'hospitalRating: Int',
        'name: String @override(from: "bodies") hospitalRating: Int',
      ),
      'http://localhost:9/graphql',
    );
    const refused = await registry.publish(hijack, developer(SYT));
    expect(refused.verdict.house.map(({ rule, coordinate }) => `${rule} ${coordinate}`)).toEqual([
      'guest.directive @override',
      'guest.field Body.name',
    ]);
    expect((await registry.check(hijack, ADMINISTRATOR)).house).toEqual([]);
  });

  it('a text that is no schema is refused with the reason', async () => {
    await seedFromFiles(registry, FILES, true);
    const broken = await registry.check(change('so-y-te', 'type {', 'http://localhost:9/graphql'), developer(SYT));
    expect(broken).toMatchObject({ accepted: false, composition: [expect.stringContaining('Syntax Error')] });
  });

  it('PF-05 nobody publishes the province’s subgraphs but an administrator', async () => {
    await seedFromFiles(registry, FILES, true);
    await expect(registry.publish(change('bodies', BODIES), developer(STC))).rejects.toMatchObject({ status: 403 });
    await expect(registry.publish(change('bodies', BODIES), actor())).rejects.toMatchObject({ status: 403 });
  });
});

describe('contracts', () => {
  it('start as the code knows them', async () => {
    expect(await new Contracts(database).all()).toEqual(FIRST_CONTRACTS);
  });
});

describe('what a gateway takes from the registry', () => {
  const setUp = (files = FILES) => {
    const folder = mkdtempSync(join(tmpdir(), 'thidua-registry-'));
    for (const { name, sdl } of files) writeFileSync(join(folder, `${name}.graphql`), sdl);
    const config = { subgraphs: files.map(({ sdl: _sdl, ...file }) => ({ ...file, sdl: `${file.name}.graphql` })) };
    writeFileSync(join(folder, 'supergraph.json'), JSON.stringify(config));
    const holder = new GraphHolder();
    const log = createLog('gateway', 'silent');
    const create = async (sdl: string) => ({ id: sha256(sdl), texts: () => [], warm: async () => 0, stop: async () => undefined });
    const lastGood = lastGoodStore(database);
    const file = join(folder, 'none.graphql');
    const fallback = new SupergraphWatch({ file, holder, create: create as never, store: lastGood, log });
    const subgraphs = pathToFileURL(join(folder, 'supergraph.json'));
    const watch = new RegistryWatch({ registry, holder, create: create as never, lastGood, fallback, subgraphs, file, strict: true, log });
    return { holder, watch };
  };

  it('follows what is published, by itself and within seconds', async () => {
    const { holder, watch } = setUp();
    await watch.start();
    const first = holder.id;
    expect(watch.current?.version).toBe(1);
    await registry.publish(change('bodies', BODIES.replace('nickname:', 'motto: String nickname:')), ADMINISTRATOR);
    await expect.poll(() => watch.current?.version, { timeout: 30_000 }).toBe(2);
    expect(holder.id).not.toBe(first);
    watch.stop();
  });

  it('refuses a graph that no gateway signed, and keeps the last good one', async () => {
    const { holder, watch } = setUp();
    await watch.start();
    const first = holder.id;
    await database.query(
      `insert into gateway.supergraph_version (version, sha256, sdl, api, members, composed_by, signature)
       select 2, encode(sha256('type Query { stolen: Int }'), 'hex'), 'type Query { stolen: Int }', api, members, 'nobody', signature
       from gateway.supergraph_version`,
    );
    await database.query('update gateway.supergraph_active set version = 2');
    await watch.look();
    expect({ id: holder.id, version: watch.current?.version }).toEqual({ id: first, version: 1 });
    watch.stop();
  });

  it('versions never change: the database refuses', async () => {
    await seedFromFiles(registry, FILES, true);
    await expect(database.query(`update gateway.schema_version set sdl = 'x'`)).rejects.toThrow('versions never change');
    await expect(database.query('delete from gateway.supergraph_version')).rejects.toThrow('versions never change');
  });
});
