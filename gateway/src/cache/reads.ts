import type { AnswerReads, NotKeepable } from '@thidua/contracts';

const LIMIT = 2_000;
const known = new Map<string, AnswerReads | NotKeepable>();
const SILENT: NotKeepable = { not: 'silent' };

/** What an answer says it rests on, or why it must not be kept. The same few texts come again and again. */
export function readsOf(header: string | undefined): AnswerReads | NotKeepable {
  if (header === undefined) return SILENT;
  const there = known.get(header);
  if (there !== undefined) return there;
  if (known.size >= LIMIT) known.clear();
  const reads = parsed(header);
  known.set(header, reads);
  return reads;
}

function parsed(header: string): AnswerReads | NotKeepable {
  try {
    const value = JSON.parse(header) as AnswerReads | NotKeepable;
    return 'not' in value || Array.isArray(value.topics) ? value : SILENT;
  } catch {
    return SILENT;
  }
}
