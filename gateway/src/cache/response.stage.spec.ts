import { PUBLIC_ACTOR, type AnswerReads, type AssertedActor, type ChangesAnswer } from '@thidua/contracts';
import { createLog } from '@thidua/server';
import { Kind, parse, type OperationDefinitionNode } from 'graphql';
import { beforeEach, describe, expect, it } from 'vitest';
import type { KnownOperation } from '../operation/known-operation.js';
import type { Executed, OperationRequest, Stage } from '../operation/stage.js';
import { GraphCache } from './graph-cache.js';

const SDL = `
  directive @cacheControl(maxAge: Int, scope: cache__Scope) on FIELD_DEFINITION | OBJECT
  type Query { plans: String @cacheControl(maxAge: 600, scope: PUBLIC) mine: String @cacheControl(maxAge: 600, scope: PRIVATE) viewer: String }
`;
const operation = (text: string): KnownOperation => {
  const document = parse(text);
  const node = document.definitions.find((d) => d.kind === Kind.OPERATION_DEFINITION) as OperationDefinitionNode;
  return {
    document,
    node,
    name: null,
    kind: 'query',
    facts: { introspects: false } as never,
    hash: text,
    supergraph: 's',
    schema: null as never,
  };
};
const person = (id: string): AssertedActor => ({ ...PUBLIC_ACTOR, kind: 'person', id });
const PLANS = operation('{ plans }');

let cache: GraphCache;
let stage: Stage;
let changed: string[];
let runs: number;

/** Answers with the number of the run, after `until`. */
async function ask(
  asked = PLANS,
  {
    actor = PUBLIC_ACTOR,
    reads = { topics: ['plan'] },
    until,
    ...more
  }: { actor?: AssertedActor; reads?: AnswerReads; until?: Promise<void> } & Partial<Executed> = {},
): Promise<string> {
  const context: OperationRequest['context'] = { actor, locale: 'vi', requestId: 'r', cost: { statements: 0 } as never };
  const executed = await stage.around!({ operation: asked, variables: {}, context, via: 'text' }, async () => {
    const run = (runs += 1);
    await until;
    context.keeping!.add('campaigns', reads);
    return { data: String(run), errors: [], ...more };
  });
  return executed.fromCache ? `kept ${executed.data}` : executed.data;
}

beforeEach(async () => {
  changed = [];
  runs = 0;
  let position = 0;
  const changes = async (): Promise<ChangesAnswer> => ({
    epoch: 'e',
    position: String((position += 1)),
    day: '2025-12-15',
    topics: changed.splice(0),
  });
  cache = new GraphCache({ ask: changes, limit: 1e6, log: createLog('test', 'silent') });
  stage = cache.stage(SDL);
  await cache.positions.check('campaigns');
  return () => cache.stop();
});

describe('kept answers of operations', () => {
  it('are given until something they rest on changes', async () => {
    expect([await ask(), await ask()]).toEqual(['1', 'kept 1']);
    changed.push('campaign');
    expect(await ask()).toBe('kept 1');
    changed.push('plan');
    expect([await ask(), await ask()]).toEqual(['2', 'kept 2']);
  });

  it('are made once for many who ask at once, unless a write came between', async () => {
    let finish = (): void => undefined;
    const until = new Promise<void>((resolve) => (finish = resolve));
    const first = ask(PLANS, { until });
    const others = [ask(), ask()];
    await new Promise((resolve) => setImmediate(resolve));
    finish();
    expect(await Promise.all([first, ...others])).toEqual(['1', 'kept 1', 'kept 1']);

    changed.push('plan');
    const slow = new Promise<void>((resolve) => (finish = resolve));
    const early = ask(PLANS, { until: slow });
    await new Promise((resolve) => setImmediate(resolve));
    changed.push('plan');
    const late = ask();
    await new Promise((resolve) => setImmediate(resolve));
    finish();
    expect(await Promise.all([early, late])).toEqual(['2', '3']);
  });

  it('of one caller are his alone, by hint or because somebody looked at him', async () => {
    const mine = operation('{ mine }');
    expect(await ask(mine, { actor: person('LAN') })).toBe('1');
    expect(await ask(mine, { actor: person('HUY') })).toBe('2');
    expect(await ask(mine, { actor: person('LAN') })).toBe('kept 1');
    const reads = { topics: ['plan'], caller: true as const };
    expect(await ask(PLANS, { actor: person('LAN'), reads })).toBe('3');
    expect(await ask(PLANS, { actor: person('HUY'), reads })).toBe('4');
    expect(await ask(PLANS, { actor: person('LAN'), reads })).toBe('kept 3');
  });

  it('are none with errors, without data, or for an operation that nothing says it of', async () => {
    await ask(PLANS, { errors: [{ message: 'no' }] });
    await ask(PLANS, { data: 'null' });
    await ask(PLANS, { extensions: { valueCompletion: [] } });
    await ask(operation('{ viewer }'));
    await ask(operation('{ viewer }'));
    expect(await ask()).toBe('6');
    expect(cache.kept.state.entries).toBe(1);
  });
});
