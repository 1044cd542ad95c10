import { pino, type Logger } from 'pino';

export type Log = Logger;

/** One JSON line per event on stdout; secrets never get in because only named fields are logged. */
export const createLog = (name: string, level: string): Log => pino({ name, level, base: { name } });
