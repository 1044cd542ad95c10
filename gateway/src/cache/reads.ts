import type { AnswerReads, NotKeepable } from '@thidua/contracts';

const LIMIT = 2_000;
const known = new Map<string, AnswerReads | null>();

/** What an answer says it rests on; null = it must not be kept. The same few texts come again and again. */
export function readsOf(header: string | undefined): AnswerReads | null {
  if (header === undefined) return null;
  const there = known.get(header);
  if (there !== undefined) return there;
  if (known.size >= LIMIT) known.clear();
  const reads = parsed(header);
  known.set(header, reads);
  return reads;
}

function parsed(header: string): AnswerReads | null {
  try {
    const value = JSON.parse(header) as AnswerReads | NotKeepable;
    return 'not' in value || !Array.isArray(value.topics) ? null : value;
  } catch {
    return null;
  }
}
