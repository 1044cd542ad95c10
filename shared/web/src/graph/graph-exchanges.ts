import { HEADERS } from '@thidua/contracts/web';
import { createRequest, makeOperation, mapExchange, type Exchange } from '@urql/core';
import { isRegistered } from './graph-document.js';

/**
 * Registered documents leave as their hash: what stood for their text inside the client is taken away last.
 * @param as `text` = drafts of a developer, whose hashes nobody has registered
 */
export const documentExchange = (as: () => 'hash' | 'text'): Exchange =>
  mapExchange({
    onOperation(operation) {
      if (!isRegistered(operation.query)) return operation;
      const query = as() === 'hash' ? { ...operation.query, definitions: [] } : createRequest(operation.query.text, {}).query;
      return makeOperation(operation.kind, { ...operation, query });
    },
  });

/** Says which module asks (`x-thidua-module`): for counting, it gives no right. @param own what asks when no module does */
export const moduleExchange = (own: () => string | null): Exchange =>
  mapExchange({
    onOperation(operation) {
      const module = (operation.context['module'] as string | null | undefined) ?? own();
      if (!module) return operation;
      const given = operation.context.fetchOptions;
      const fetchOptions = (): RequestInit => {
        const options = typeof given === 'function' ? given() : (given ?? {});
        return { ...options, headers: { ...(options.headers as Record<string, string>), [HEADERS.module]: module } };
      };
      return makeOperation(operation.kind, operation, { ...operation.context, fetchOptions });
    },
  });
