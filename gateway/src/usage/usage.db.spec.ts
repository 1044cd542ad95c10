import { createLog } from '@thidua/server';
import { emptyDatabase } from '@thidua/testing';
import { buildSchema, parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashOf } from '../documents/document.hash.js';
import { DocumentStore } from '../documents/document.store.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import { KnownDocument } from '../operation/known-documents.js';
import type { OperationRequest, Outcome } from '../operation/stage.js';
import { platformDatabase, type PlatformDatabase } from '../platform/database.js';
import { UsageRecorder } from './usage.recorder.js';
import { UsageStore } from './usage.store.js';
import { UsageWriter } from './usage.writer.js';

const schema = buildSchema(`
  interface Named { name: String }
  type Unit implements Named { id: ID! name: String }
  type Person implements Named { id: ID! name: String unit: Unit }
  enum Order { NAME AGE }
  input Filter { unit: ID order: Order above: Filter }
  type Query { people(filter: Filter, order: Order): [Person!]! anything: Named }`);
const log = createLog('test', 'silent');

let empty: Awaited<ReturnType<typeof emptyDatabase>>;
let database: PlatformDatabase;
beforeAll(async () => {
  empty = await emptyDatabase('usage');
  database = platformDatabase(empty.url, () => undefined);
});
afterAll(async () => {
  await database.close();
  await empty.drop();
});

function operation(text: string) {
  return new KnownDocument(parse(text), hashOf(text), schema, 'test').operation(null)!.operation;
}
const person = { actor: { kind: 'person', id: 'lan', name: 'LAN', roles: [] } } as const;
const bao = { actor: { kind: 'client', id: 'BAO', name: 'BAO', roles: [] } } as const;
const ran: Outcome = { errors: 0, fromCache: false, refusedBy: null, ms: 2 };
const asked = (text: string, context: object, variables = {}): OperationRequest => ({
  operation: operation(text),
  variables,
  context: context as GatewayContext,
  via: 'document',
});

/** A gateway's counting on the shared database. */
function counting() {
  const recorder = new UsageRecorder();
  const store = new UsageStore(database);
  return { recorder, store, writer: new UsageWriter(recorder, store, log) };
}

describe('what is used of the graph', () => {
  it('is counted per field and client, arguments, input fields and enum values too', async () => {
    const { recorder, store, writer } = counting();
    const request = asked('query ($filter: Filter) { people(filter: $filter, order: NAME) { id unit { name } } }', bao, {
      filter: { unit: '1', above: { order: 'AGE' } },
    });
    for (let i = 0; i < 3; i += 1) recorder.count(request, ran, 40);
    await writer.write();
    const counts = Object.fromEntries(
      (await store.fields({ client: 'integrator:BAO', days: 1 })).map((row) => [row.coordinate, row.count]),
    );
    expect(counts).toEqual({
      'Query.people': 3,
      'Query.people(filter:)': 3,
      'Query.people(order:)': 3,
      'Order.NAME': 3,
      'Person.id': 3,
      'Person.unit': 3,
      'Unit.name': 3,
      'Filter.unit': 3,
      'Filter.above': 3,
      'Filter.order': 3,
      'Order.AGE': 3,
    });
    expect(await store.operations({ client: 'integrator:BAO', days: 1 })).toMatchObject([
      { requests: 3, refused: 0, cost: 120, meanMs: 2 },
    ]);
  });

  it('counts a field of an interface for every type it can be: a change of one of them is a change for him who asks', async () => {
    const { recorder, store, writer } = counting();
    recorder.count(asked('{ anything { name } }', { actor: { ...bao.actor, id: 'ANY' } }), ran, 1);
    await writer.write();
    const used = (await store.fields({ client: 'integrator:ANY', days: 1 })).map((row) => row.coordinate);
    expect(used).toEqual(expect.arrayContaining(['Named.name', 'Person.name', 'Unit.name']));
  });

  it('does not count a refused operation as use of its fields', async () => {
    const { recorder, store, writer } = counting();
    recorder.count(asked('{ people { id } }', { actor: { ...bao.actor, id: 'TOO-MUCH' } }), { ...ran, errors: 1, refusedBy: 'cost' }, 0);
    await writer.write();
    expect(await store.fields({ client: 'integrator:TOO-MUCH', days: 1 })).toEqual([]);
    expect(await store.operations({ client: 'integrator:TOO-MUCH', days: 1 })).toMatchObject([{ requests: 1, refused: 1, cost: 0 }]);
  });

  it('believes a module’s word only for documents that its release has registered', async () => {
    const { recorder, store, writer } = counting();
    const text = 'query Shipped { people { name } }';
    await new DocumentStore(database).register({ kind: 'module', id: 'noivu' }, '1.0.0-ab', { [hashOf(text)]: text });
    recorder.count(asked(text, { ...person, module: 'noivu@1.0.0-ab' }), ran, 11);
    recorder.count(asked(text, { ...person, module: 'noivu@9.9.9-ff' }), ran, 11);
    recorder.count(asked('query Other { people { name } }', { ...person, module: 'noivu@1.0.0-ab' }), ran, 11);
    await writer.write();
    expect((await store.operations({ client: 'module:noivu', days: 1 })).map(({ client, requests }) => [client, requests])).toEqual([
      ['module:noivu@1.0.0-ab', 1],
    ]);
    expect((await store.operations({ client: 'person', days: 1 })).map(({ requests }) => requests)).toEqual([1, 1]);
    expect(await store.fields({ fields: ['Person.name'], client: 'module:noivu', days: 1 })).toMatchObject([
      {
        client: 'module:noivu@1.0.0-ab',
        coordinate: 'Person.name',
        count: 1,
        lastDay: expect.stringMatching(/^\d{4}-\d\d-\d\d$/) as string,
      },
    ]);
  });

  it('counts for the only module that ships an operation where nobody says a name: the shell’s own pages', async () => {
    const { recorder, store, writer } = counting();
    const documents = new DocumentStore(database);
    const [own, shared] = ['query Own { people { id name } }', 'query Shared { people { unit { id } } }'];
    const both = (...texts: string[]) => Object.fromEntries(texts.map((text) => [hashOf(text), text]));
    await documents.register({ kind: 'module', id: 'shell' }, 'r1', both(own, shared));
    await documents.register({ kind: 'module', id: 'khcn' }, 'r2', both(shared));
    for (const [id, release] of [
      ['shell', 'r1'],
      ['khcn', 'r2'],
    ] as const)
      await documents.activate({ kind: 'module', id }, [release], () => []);
    for (const text of [own, shared]) recorder.count(asked(text, person), ran, 1);
    await writer.write();
    const used = await store.operations({ days: 1 });
    const clientOf = (name: string) => used.filter(({ operation: of }) => of === name).map(({ client }) => client);
    expect([clientOf('Own'), clientOf('Shared')]).toEqual([['module:shell@r1'], ['person']]);
  });

  it('adds up over gateways, and each knows what an integrator asked of the others today', async () => {
    const [first, second] = [counting(), counting()];
    const request = asked('{ people { id } }', { actor: { ...bao.actor, id: 'TWO' } });
    first.recorder.count(request, ran, 1);
    second.recorder.count(request, ran, 1);
    second.writer.noteRequest('integrator:TWO');
    expect(second.writer.requestsToday('integrator:TWO')).toBe(1);
    await Promise.all([first.writer.write(), second.writer.write()]);
    await first.writer.write();
    expect(first.writer.requestsToday('integrator:TWO')).toBe(2);
  });

  it('is not lost when the database is away for a while', async () => {
    const { recorder, store } = counting();
    const gone = new UsageStore(platformDatabase('postgres://nobody:x@127.0.0.1:1/none', () => undefined));
    recorder.count(asked('{ people { id } }', { actor: { ...bao.actor, id: 'LATER' } }), ran, 1);
    await new UsageWriter(recorder, gone, log).write();
    recorder.count(asked('{ people { id } }', { actor: { ...bao.actor, id: 'LATER' } }), ran, 1);
    await new UsageWriter(recorder, store, log).write();
    expect((await store.operations({ client: 'integrator:LATER', days: 1 })).map(({ requests }) => requests)).toEqual([2]);
  });
});
