import { ModuleFailure } from './module-failure.js';

/** How long a person waits for a part of a page; the federation runtime itself would wait for ever. */
export const LOAD_TIMEOUT_MS = 4000;

/**
 * Gives work a limit. What it does later is ignored by the caller.
 * @throws ModuleFailure TIMEOUT.
 */
export async function within<T>(work: Promise<T>, what: string, onTimeout?: () => void): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      onTimeout?.();
      reject(new ModuleFailure('TIMEOUT', `${what} took more than ${LOAD_TIMEOUT_MS} ms`));
    }, LOAD_TIMEOUT_MS);
  });
  try {
    return await Promise.race([work, limit]);
  } finally {
    clearTimeout(timer);
  }
}
