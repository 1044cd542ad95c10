import { shallowRef, type Ref } from 'vue';

export interface AsyncWork<Args extends readonly unknown[], Result> {
  readonly pending: Ref<boolean>;
  readonly error: Ref<unknown>;
  /** Runs once at a time; a call while it runs joins the running one. Null when it threw (see `error`). */
  run(...args: Args): Promise<Result | null>;
}

/** Work outside the graph (an upload, a download) with its waiting and its failure. */
export function useAsync<Args extends readonly unknown[], Result>(work: (...args: Args) => Promise<Result>): AsyncWork<Args, Result> {
  const pending = shallowRef(false);
  const error = shallowRef<unknown>(null);
  let running: Promise<Result | null> | null = null;

  async function attempt(args: Args): Promise<Result | null> {
    try {
      return await work(...args);
    } catch (thrown) {
      error.value = thrown;
      return null;
    } finally {
      running = null;
      pending.value = false;
    }
  }
  function run(...args: Args): Promise<Result | null> {
    if (running) return running;
    pending.value = true;
    error.value = null;
    running = attempt(args);
    return running;
  }
  return { pending, error, run };
}
