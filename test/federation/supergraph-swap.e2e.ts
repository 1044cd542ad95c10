import type { SpawnedGraph } from '@thidua/testing/spawn';
import { renameSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { smallSupergraph, spawnSmallGraph } from './small/small-graph.js';

describe('the supergraph of a running gateway', () => {
  let graph: SpawnedGraph;
  let file: string;
  const put = (sdl: string): void => {
    writeFileSync(`${file}.new`, sdl);
    renameSync(`${file}.new`, file);
  };
  const news = async (): Promise<unknown> => {
    const { status, data } = await graph.ask({ query: '{ news }' });
    return data?.news ?? status;
  };

  beforeAll(async () => {
    ({ graph, file } = await spawnSmallGraph({ news: false }));
  });
  afterAll(() => graph?.stop());

  it('is swapped when the file changes; a request on its way ends on the graph it began on', async () => {
    expect(await news()).toBe(400);
    const slow = graph.ask({ query: '{ slow(ms: 4000) hello }' });
    put(smallSupergraph());
    await vi.waitFor(async () => expect(await news()).toBe('tin mới'), { timeout: 10_000, interval: 100 });
    let ended = false;
    void slow.then(() => {
      ended = true;
    });
    await graph.ask({ query: '{ hello }' });
    expect(ended).toBe(false);
    expect(await slow).toMatchObject({ status: 200, data: { slow: 'xong', hello: 'xin chào' }, errors: [] });
  });

  it('refuses a broken file with a line in the log, keeps the last good one, also after a restart', async () => {
    put('type Query { this is no supergraph');
    await vi.waitFor(() => expect(graph.log('gateway')).toContain('supergraph refused; the last good one stays'), {
      timeout: 10_000,
      interval: 100,
    });
    expect(await news()).toBe('tin mới');
    await graph.restart('gateway');
    expect(graph.log('gateway')).toContain('last good supergraph in use');
    expect(await news()).toBe('tin mới');
  });

  it('takes the next good file after a broken one', async () => {
    put(smallSupergraph({ news: false }));
    await vi.waitFor(async () => expect(await news()).toBe(400), { timeout: 10_000, interval: 100 });
    expect((await graph.ask({ query: '{ hello }' })).data.hello).toBe('xin chào');
  });

  it('is not dropped with the process: answers on their way end when the gateway is told to stop', async () => {
    const slow = graph.ask({ query: '{ slow(ms: 1500) hello }' });
    await graph.ask({ query: '{ hello }' });
    await graph.restart('gateway');
    expect(await slow).toMatchObject({ status: 200, data: { slow: 'xong', hello: 'xin chào' } });
  });
});
