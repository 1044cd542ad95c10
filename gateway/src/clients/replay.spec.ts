import type { AssertedActor } from '@thidua/contracts';
import { describe, expect, it } from 'vitest';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { KnownOperation } from '../operation/known-operation.js';
import type { Executed, OperationRequest } from '../operation/stage.js';
import { replayStage } from './replay.stage.js';

const BAO: AssertedActor = {
  kind: 'client',
  id: 'BAO',
  name: 'BAO',
  roles: [{ role: 'INTEGRATOR', scopeKind: 'PROVINCE', scopeId: 'TNH' }],
};
const operation = { hash: 'h', name: null, supergraph: 's' } as KnownOperation;

function asked(requestId: string, options: { actor?: AssertedActor; variables?: object; repeatable?: boolean } = {}): OperationRequest {
  const { actor = BAO, variables = {}, repeatable = true } = options;
  const context = { actor, locale: 'vi', requestId, repeatable, cost: { statements: 0 } } as GatewayContext;
  return { operation, variables: variables as Record<string, unknown>, context, via: 'text' };
}

/** A graph whose executions are counted; each answers differently. */
function graph(answer: (n: number) => Partial<Executed> | Promise<Partial<Executed>> = () => ({})) {
  let runs = 0;
  return {
    get runs() {
      return runs;
    },
    run: async (): Promise<Executed> => {
      runs += 1;
      return { data: `{"run":${runs}}`, errors: [], ...(await answer(runs)) };
    },
  };
}

describe('J-13 a repetition under the same request id', () => {
  it('gets the same answer, and nothing is loaded again', async () => {
    const [stage, inner] = [replayStage(), graph()];
    const first = await stage.around!(asked('req-1'), inner.run);
    const again = await stage.around!(asked('req-1'), inner.run);
    expect([first.data, again.data, again.fromCache]).toEqual(['{"run":1}', '{"run":1}', true]);
    expect(inner.runs).toBe(1);
  });

  it('joins the first while that is still on its way', async () => {
    let finish = (): void => undefined;
    const waiting = new Promise<void>((resolve) => (finish = resolve));
    const [stage, inner] = [replayStage(), graph(() => waiting.then(() => ({})))];
    const both = [stage.around!(asked('req-1'), inner.run), stage.around!(asked('req-1'), inner.run)];
    finish();
    expect((await Promise.all(both)).map(({ data }) => data)).toEqual(['{"run":1}', '{"run":1}']);
    expect(inner.runs).toBe(1);
  });

  it('is another question under another id, with other variables, for another client, or with changed grants', async () => {
    const [stage, inner] = [replayStage(), graph()];
    const questions = [
      asked('req-1'),
      asked('req-2'),
      asked('req-1', { variables: { first: 2 } }),
      asked('req-1', { actor: { ...BAO, id: 'OTHER' } }),
      asked('req-1', { actor: { ...BAO, roles: [] } }),
    ];
    const answers = [];
    for (const question of questions) answers.push((await stage.around!(question, inner.run)).data);
    expect(new Set(answers).size).toBe(questions.length);
  });

  it('is only for who named the request himself, and never for people', async () => {
    const [stage, inner] = [replayStage(), graph()];
    for (const request of [asked('req-1', { repeatable: false }), asked('req-1', { actor: { ...BAO, kind: 'person' } })]) {
      await stage.around!(request, inner.run);
      await stage.around!(request, inner.run);
    }
    expect(inner.runs).toBe(4);
  });

  it('asks again after a minute, after an error and after a failure', async () => {
    let now = 0;
    const stage = replayStage(() => now);
    const inner = graph((n) => {
      if (n === 2) return { errors: [{ message: 'awards is away' }] };
      if (n === 3) throw new Error('broken');
      return {};
    });
    await stage.around!(asked('req-1'), inner.run);
    now = 60_001;
    await stage.around!(asked('req-1'), inner.run);
    await expect(stage.around!(asked('req-1'), inner.run)).rejects.toThrow('broken');
    expect((await stage.around!(asked('req-1'), inner.run)).data).toBe('{"run":4}');
  });

  it('keeps to its memory: the oldest answers go first, one that is too large is not kept', async () => {
    const large = replayStage(Date.now, 250);
    const inner = graph((n) => ({ data: JSON.stringify({ n, text: 'x'.repeat(n === 4 ? 2_000_000 : 80) }) }));
    for (const id of ['req-1', 'req-2', 'req-3', 'req-4', 'req-4']) await large.around!(asked(id), inner.run);
    expect(inner.runs, 'the fourth was asked twice').toBe(5);
    await large.around!(asked('req-3'), inner.run);
    expect(inner.runs).toBe(5);
    await large.around!(asked('req-1'), inner.run);
    expect(inner.runs).toBe(6);
  });
});
