import type { Locale } from '@thidua/server/process';
import type { GraphQLFormattedError } from 'graphql';
import { say } from '../http/problem.js';

/** Why a stream ends that its reader did not end. `COMPLETE` = there is nothing more to come. */
export type EndReason =
  | 'COMPLETE'
  | 'REFUSED'
  | 'TOKEN_EXPIRED'
  | 'GRANTS_CHANGED'
  | 'SLOW'
  | 'SCHEMA_CHANGED'
  | 'SOURCE_GONE'
  | 'DRAINING';

export interface LiveEnd {
  readonly reason: EndReason;
  /** Whether the reader should come again (with a new token where it expired), from its position on. */
  readonly retry: boolean;
  /** What was wrong, where there is more to tell than the reason. */
  readonly errors: readonly GraphQLFormattedError[];
}

const RETRY: ReadonlySet<EndReason> = new Set(['TOKEN_EXPIRED', 'SLOW', 'SOURCE_GONE', 'DRAINING']);

export const endOf = (reason: EndReason, errors: readonly GraphQLFormattedError[] = []): LiveEnd => ({
  reason,
  retry: RETRY.has(reason),
  errors,
});

const WORDS: Readonly<Record<Exclude<EndReason, 'COMPLETE' | 'REFUSED'>, readonly [string, string]>> = {
  TOKEN_EXPIRED: ['Phiên đăng nhập của luồng đã hết hạn, hãy nối lại.', 'The token of this stream has expired; connect again.'],
  GRANTS_CHANGED: ['Vai trò đã thay đổi, luồng này không còn được xem.', 'Roles have changed; this stream may not be read any more.'],
  SLOW: ['Nhận quá chậm, luồng đã đóng; hãy nối lại.', 'The reader was too slow; connect again.'],
  SCHEMA_CHANGED: ['Đồ thị đã đổi, luồng này không còn.', 'The graph has changed and has this stream no longer.'],
  SOURCE_GONE: ['Phân hệ của luồng không trả lời, hãy nối lại sau.', 'The subgraph of this stream does not answer; connect again later.'],
  DRAINING: ['Máy chủ đang dừng, hãy nối lại.', 'The server is stopping; connect again.'],
};

/** The errors a reader gets with the end; none for a stream that is complete. */
export function endErrors({ reason, retry, errors }: LiveEnd, locale: Locale): readonly GraphQLFormattedError[] {
  if (reason === 'COMPLETE' || reason === 'REFUSED') return errors;
  const [vi, en] = WORDS[reason];
  return [{ message: say(locale, vi, en), extensions: { code: 'LIVE_ENDED', reason, retry } }, ...errors];
}
