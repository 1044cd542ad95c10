import { describe, expect, it } from 'vitest';
import { defineComponent, h, type Ref } from 'vue';
import {
  useAct,
  useGraphPages,
  useGraphQuery,
  type Act,
  type Connection,
  type GraphDocument,
  type GraphPages,
  type GraphQuery,
  type RefusalAnswer,
} from '../src/index.js';
import { mount, type GraphHandler } from './mount.js';

const settle = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 60);
  });
type Saved = { __typename: 'NominationSaved'; nomination: { id: string } };
type Submit = { submitNomination: Saved | RefusalAnswer };
const SUBMIT = 'mutation Submit($input: SubmitInput!) { submitNomination(input: $input) { __typename } }' as GraphDocument<
  Submit,
  { input: { id: string; clientMutationId: string } }
>;

function within<T>(setup: () => T, graph: GraphHandler): T {
  let result: T | undefined;
  mount(
    defineComponent(() => {
      result = setup();
      return () => h('p', 'x');
    }),
    { graph },
  );
  return result!;
}
const act = (graph: GraphHandler): Act<{ id: string; clientMutationId: string }, Saved | RefusalAnswer> =>
  within(() => useAct(SUBMIT, (data) => data.submitNomination), graph);
const idOf = (body: { variables: Record<string, unknown> }): string =>
  (body.variables['input'] as { clientMutationId: string }).clientMutationId;

describe('an act', () => {
  it('is sent once for a double click', async () => {
    const ids: string[] = [];
    const submit = act(async (body) => {
      ids.push(idOf(body));
      await settle();
      return { data: { submitNomination: { __typename: 'NominationSaved', nomination: { id: '1' } } } };
    });
    const [first, second] = await Promise.all([submit.run({ id: '1' }), submit.run({ id: '1' })]);
    expect(ids).toHaveLength(1);
    expect(first).toEqual(second);
  });
  it('keeps its id when the answer was lost, and takes a new one after an answer', async () => {
    const ids: string[] = [];
    const submit = act((body) => {
      ids.push(idOf(body));
      if (ids.length === 1) throw new TypeError('connection lost');
      return { data: { submitNomination: { __typename: 'NominationSaved', nomination: { id: '1' } } } };
    });
    expect(await submit.run({ id: '1' })).toBeNull();
    expect(submit.fault.value?.code).toBe('NETWORK');
    expect(await submit.run({ id: '1' })).not.toBeNull();
    await submit.run({ id: '1' });
    expect(ids[1]).toBe(ids[0]);
    expect(ids[2]).not.toBe(ids[0]);
  });
  it('shows a refusal as words, not as a fault', async () => {
    const submit = act(() => ({
      data: {
        submitNomination: {
          __typename: 'Refusal',
          reason: 'NOT_RATED',
          message: 'Chưa có xếp loại',
          remedy: 'Nhập xếp loại trước',
          field: 'nominee',
        },
      },
    }));
    expect(await submit.run({ id: '1' })).toBeNull();
    expect(submit.refusal.value?.remedy).toBe('Nhập xếp loại trước');
    expect(submit.fault.value).toBeNull();
  });
  it('recognises a conflict', async () => {
    const submit = act(() => ({
      data: { submitNomination: null },
      errors: [{ message: 'changed', path: ['submitNomination'], extensions: { code: 'CONFLICT' } }],
    }));
    await submit.run({ id: '1' });
    expect(submit.conflict.value).toBe(true);
  });
});

describe('a question', () => {
  it('sends POST with the token, the language and no credentials in the address', async () => {
    let seen: Headers | undefined;
    const query = within(
      () => useGraphQuery('query A { viewer { permissions } }' as GraphDocument<{ viewer: unknown }, Record<string, never>>, {}),
      (_body, headers) => {
        seen = headers;
        return { data: { viewer: null } };
      },
    );
    await settle();
    expect([seen?.get('x-thidua-csrf'), seen?.get('accept-language')]).toEqual(['token', 'vi']);
    expect(query.loading.value).toBe(false);
  });
  it('shows the rest when one subgraph is down, and says which', async () => {
    const query: GraphQuery<{ plan: { title: string; targets: unknown } }> = within(
      () =>
        useGraphQuery(
          'query P { plan(id: 1) { title targets { totalCount } } }' as GraphDocument<
            { plan: { title: string; targets: unknown } },
            Record<string, never>
          >,
          {},
        ),
      () => ({
        data: { plan: { title: 'Kế hoạch', targets: null } },
        errors: [{ message: 'down', path: ['plan', 'targets'], extensions: { code: 'SUBGRAPH_UNAVAILABLE', service: 'evaluations' } }],
      }),
    );
    await settle();
    expect(query.data.value?.plan.title).toBe('Kế hoạch');
    expect(query.failed('plan.targets')?.service).toBe('evaluations');
    expect(query.failed('plan.title')).toBeNull();
  });
});

describe('a long list', () => {
  type Answer = { people: Connection<{ id: string }> };
  const PEOPLE =
    'query L($after: String) { people(first: 2, after: $after) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }' as GraphDocument<
      Answer,
      { after?: string | null }
    >;
  it('grows by "Xem thêm" until all are shown', async () => {
    const all = ['1', '2', '3', '4', '5'];
    const list: GraphPages<Answer, { id: string }> = within(
      () => useGraphPages(PEOPLE, {} as { after?: string | null }, (data) => data.people),
      (body) => {
        const from = Number(body.variables['after'] ?? 0);
        const nodes = all.slice(from, from + 2).map((id) => ({ id, __typename: 'Person' }));
        return { data: { people: { totalCount: 5, nodes, pageInfo: { hasNextPage: from + 2 < 5, endCursor: String(from + 2) } } } };
      },
    );
    await settle();
    await list.loadMore();
    await list.loadMore();
    expect(list.nodes.value.map((node) => node.id)).toEqual(all);
    expect((list.hasMore as Ref<boolean>).value).toBe(false);
    expect(list.totalCount.value).toBe(5);
  });
});
