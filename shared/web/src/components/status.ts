/** The kinds of the status vocabulary: shape, word and colour always go together. */
export type StatusKind = 'idle' | 'wait' | 'warn' | 'ok' | 'bad' | 'honour';

export const STATUS_ICON: Readonly<Record<StatusKind, string>> = {
  idle: 'dash',
  wait: 'clock',
  warn: 'warn',
  ok: 'check',
  bad: 'x',
  honour: 'star',
};
