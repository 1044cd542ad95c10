import { parseArgs } from 'node:util';
import type { ProcessName } from './processes.js';
import { PROCESSES } from './processes.js';

/** How the launcher was called. */
export interface LaunchOptions {
  /** The processes to run; all unless named. */
  only: readonly ProcessName[];
  /** Empty the demo province before starting. */
  reset: boolean;
  /** Stop as soon as everything is ready. */
  once: boolean;
}

export function readOptions(args: string[]): LaunchOptions {
  const { values } = parseArgs({ args, options: { only: { type: 'string' }, reset: { type: 'boolean' }, once: { type: 'boolean' } } });
  const only = values.only?.split(',').map((name) => name.trim()) ?? [...PROCESSES];
  const unknown = only.filter((name) => !(PROCESSES as readonly string[]).includes(name));
  if (unknown.length > 0) throw new Error(`Không có tiến trình / No such process: ${unknown.join(', ')} (${PROCESSES.join(', ')})`);
  return { only: PROCESSES.filter((name) => only.includes(name)), reset: values.reset === true, once: values.once === true };
}

/**
 * Whether the demo province is loaded (decision 31): into the embedded database unless `DEMO=0`, into any other only with
 * `DEMO=1`, never in production.
 */
export function wantsDemo(embedded: boolean, env: NodeJS.ProcessEnv): boolean {
  if (env['NODE_ENV'] === 'production') return false;
  return embedded ? env['DEMO'] !== '0' : env['DEMO'] === '1';
}
