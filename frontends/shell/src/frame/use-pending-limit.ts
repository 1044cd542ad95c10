import { onBeforeUnmount } from 'vue';
import { ModuleFailure } from '../platform/module-failure.js';
import { LOAD_TIMEOUT_MS } from '../platform/timeout.js';

/**
 * A limit for what a `Suspense` waits for: a page whose setup never ends would be a skeleton for ever. Give `pending` and `resolve`
 * to the events of the same name.
 */
export function usePendingLimit(onTimeout: (failure: ModuleFailure) => void): { pending(): void; resolve(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const resolve = (): void => clearTimeout(timer);
  onBeforeUnmount(resolve);
  return {
    resolve,
    pending: () => {
      resolve();
      timer = setTimeout(() => onTimeout(new ModuleFailure('TIMEOUT', `setup took more than ${LOAD_TIMEOUT_MS} ms`)), LOAD_TIMEOUT_MS);
    },
  };
}
