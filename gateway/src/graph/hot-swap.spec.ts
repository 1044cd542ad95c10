import { createLog } from '@thidua/server/process';
import { parse } from 'graphql';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { littleGateway, littleSubgraph, type LittleGateway, type LittleSubgraph } from '../http/testing/little-gateway.js';
import { operationStages } from '../operation/stages.js';
import { SubgraphClient } from '../subgraphs/subgraph.client.js';
import { compiledEngines } from './compiled.engine.js';
import type { GraphEngine } from './graph.engine.js';
import { warmUp } from './warm-up.js';

describe('a supergraph swapped under load', () => {
  let subgraph: LittleSubgraph;
  let gateway: LittleGateway;
  const client = new SubgraphClient({ origins: {}, assert: null, log: createLog('test', 'silent') });
  const stages = operationStages({ guarded: true, publicIntrospection: true } as Parameters<typeof operationStages>[0]);
  const create = (sdl: string): Promise<GraphEngine> =>
    compiledEngines({ client, log: createLog('test', 'silent'), production: false, stages, pipeline: 'direct' })(sdl);
  const next = (sdl: string, version: number): string => sdl.replace('type Query', `"""Phiên bản ${version}"""\ntype Query`);

  beforeAll(async () => {
    subgraph = await littleSubgraph();
    gateway = await littleGateway(subgraph.sdl, { pipeline: 'direct', stages });
  });
  afterAll(async () => {
    await gateway?.close();
    await client.close();
    await subgraph?.close();
  });

  const ask = async (query: string, variables: object = {}): Promise<{ status: number; text: string }> => {
    const response = await fetch(gateway.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables }),
    });
    return { status: response.status, text: await response.text() };
  };
  const QUESTIONS: [string, string][] = Array.from({ length: 12 }, (_, i) => [
    `query Q${i}($id: ID = "${i}") { book(id: $id) { id title } a${i}: hello }`,
    `{"data":{"book":{"id":"${i}","title":"Sách ${i}"},"a${i}":"xin chào"}}`,
  ]);

  it('fails no request, and plans nothing that was in use before', async () => {
    const state = { isOver: false, answered: 0 };
    const wrong: unknown[] = [];
    const callers = Array.from({ length: 8 }, async (_, caller) => {
      for (let i = caller; !state.isOver; i += 1) {
        const [query, expected] = QUESTIONS[i % QUESTIONS.length]!;
        const answer = await ask(query).catch((error: unknown) => ({ status: 0, text: String(error) }));
        state.answered += 1;
        if (answer.status !== 200 || answer.text !== expected) wrong.push(answer);
      }
    });
    const pause = async (requests: number): Promise<void> => {
      const until = state.answered + requests;
      await vi.waitFor(() => expect(state.answered).toBeGreaterThanOrEqual(until), { timeout: 20_000, interval: 5 });
    };
    await pause(50);
    for (let version = 1; version <= 3; version += 1) {
      const engine = await create(next(subgraph.sdl, version));
      await gateway.holder.swap(engine);
      expect(gateway.holder.id).toBe(engine.id);
      const planned = engine.planned;
      expect(planned).toBe(QUESTIONS.length);
      await pause(100);
      expect(engine.planned).toBe(planned);
    }
    state.isOver = true;
    await Promise.all(callers);
    expect(wrong).toEqual([]);
  });

  it('knows an operation with other constants', async () => {
    await ask('{ book(id: "A") { title } }');
    const engine = await create(next(subgraph.sdl, 9));
    await gateway.holder.swap(engine);
    const planned = engine.planned;
    expect(await ask('{ book(id: "B") { title } }')).toEqual({ status: 200, text: '{"data":{"book":{"title":"Sách B"}}}' });
    expect(engine.planned).toBe(planned);
  });

  it('leaves out what the new graph does not understand, and makes registered documents ready that nobody asked', async () => {
    const engine = await create(subgraph.sdl.replace(/ {2}hello: String[^\n]*\n/, ''));
    const ready = await engine.warm(['{ hello }', '{ nonsense', 'query R { mine }', 'query R { mine }']);
    expect([ready, engine.planned, engine.knows('query R { mine }'), engine.knows('{ hello }')]).toEqual([1, 1, true, false]);
    await engine.stop();
  });

  it('gives every operation of a document its turn', async () => {
    const seen: (string | null)[] = [];
    const { schema } = gateway.holder.engine!;
    const { KnownDocuments } = await import('../operation/known-documents.js');
    const documents = new KnownDocuments(schema, 'x');
    const executor = {
      schema,
      execute: () => Promise.reject(new Error('not now')),
      plansOf: ({ name }: { name: string | null }) => (seen.push(name), []),
    };
    await warmUp({ schema, documents, executor }, ['query A { mine } query B { mine }', '{ mine }']);
    expect(seen).toEqual(['A', 'B', null]);
    expect(parse('{ mine }').definitions).toHaveLength(1);
  });
});
