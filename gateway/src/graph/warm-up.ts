import { parse, specifiedRules, validate, type GraphQLSchema } from 'graphql';
import { createHash } from 'node:crypto';
import { setImmediate as turn } from 'node:timers/promises';
import type { KnownDocuments } from '../operation/known-documents.js';
import { TOKEN_LIMIT } from '../operation/limits.rules.js';
import type { Executor } from './executor.js';

/** A swap does not wait longer for operations than this. */
const LONGEST_MS = 10_000;

export interface WarmUpParts {
  schema: GraphQLSchema;
  documents: KnownDocuments;
  executor: Executor;
}

/**
 * Reads, plans and compiles operations before anybody asks them. One at a time, and in between everybody else has his turn: the engine
 * that answers meanwhile runs in this same process.
 * @returns how many documents are ready; those that this graph does not understand any more are left out
 */
export async function warmUp({ schema, documents, executor }: WarmUpParts, texts: Iterable<string>): Promise<number> {
  const until = performance.now() + LONGEST_MS;
  let ready = 0;
  for (const text of new Set(texts)) {
    if (performance.now() > until) break;
    await turn();
    if (isReady({ schema, documents, executor }, text)) ready += 1;
  }
  return ready;
}

function isReady({ schema, documents, executor }: WarmUpParts, text: string): boolean {
  try {
    const document = parse(text, { maxTokens: TOKEN_LIMIT });
    if (validate(schema, document, specifiedRules).length > 0) return false;
    const known = documents.learn(text, document, createHash('sha256').update(text).digest('hex'));
    for (const name of known.names()) {
      const operation = known.operation(name)?.operation;
      if (operation) executor.plansOf?.(operation);
    }
    return true;
  } catch {
    return false; // whoever asks it is told what is wrong
  }
}
