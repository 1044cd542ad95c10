import { computed, shallowRef, type ComputedRef, type Ref } from 'vue';
import { faultsOf, type GraphFault } from './graph-faults.js';
import { useGraphAsk } from './graph-client.js';
import type { GraphDocument } from './graph-document.js';

/** "No" of the business, already in the reader's language. */
export interface RefusalAnswer {
  readonly __typename: 'Refusal';
  readonly reason: string;
  readonly message: string;
  readonly remedy?: string | null;
  readonly field?: string | null;
  readonly row?: number | null;
}

type Success<Answer> = Exclude<Answer, { __typename: 'Refusal' } | { __typename?: 'Refusal' }>;

type Given<Input> = Omit<Input, 'clientMutationId'>;

export interface Act<Input extends object, Answer> {
  readonly pending: Ref<boolean>;
  readonly refusal: Ref<RefusalAnswer | null>;
  readonly fault: Ref<GraphFault | null>;
  /** Somebody else changed the row since it was read: offer to reload. */
  readonly conflict: ComputedRef<boolean>;
  /** Does it once. A second click while it runs joins the first; a retry after a lost connection keeps the same id. */
  run(input: Given<Input>): Promise<Success<Answer> | null>;
  clear(): void;
}

/**
 * One act of a person = one `clientMutationId`. The id is renewed when the act was answered (saved or refused) or when the
 * person changes what is sent; it is kept when the answer was lost, so that the graph recognises the repetition.
 */
export function useAct<Result, Input extends { clientMutationId: string }, Answer extends { __typename?: string }>(
  document: GraphDocument<Result, { input: Input }>,
  pick: (result: Result) => Answer,
): Act<Input, Answer> {
  const graph = useGraphAsk();
  const pending = shallowRef(false);
  const refusal = shallowRef<RefusalAnswer | null>(null);
  const fault = shallowRef<GraphFault | null>(null);
  let open: { key: string; id: string } | null = null;
  let running: Promise<Success<Answer> | null> | null = null;

  function clear(): void {
    refusal.value = null;
    fault.value = null;
  }

  async function send(input: Given<Input>): Promise<Success<Answer> | null> {
    const key = JSON.stringify(input);
    if (open?.key !== key) open = { key, id: crypto.randomUUID() };
    const result = await graph.mutation<Result>(document, { input: { ...input, clientMutationId: open.id } }).toPromise();
    const [first] = faultsOf(result.error);
    if (first || !result.data) {
      fault.value = first ?? { code: 'INTERNAL', message: '', path: '', service: null };
      return null;
    }
    open = null;
    const answer = pick(result.data);
    if (answer.__typename === 'Refusal') {
      refusal.value = answer as unknown as RefusalAnswer;
      return null;
    }
    return answer as Success<Answer>;
  }

  function run(input: Given<Input>): Promise<Success<Answer> | null> {
    if (running) return running;
    clear();
    pending.value = true;
    running = send(input).finally(() => {
      running = null;
      pending.value = false;
    });
    return running;
  }

  return { pending, refusal, fault, conflict: computed(() => fault.value?.code === 'CONFLICT'), run, clear };
}
