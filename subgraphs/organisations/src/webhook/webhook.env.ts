import { commonEnv, readEnv } from '@thidua/server';
import { z } from 'zod';

/**
 * Whether messages may go to addresses inside: this machine, private networks. `WEBHOOK_INSIDE=1` allows, `0` forbids; unset = outside
 * production only.
 */
export function mayCallInside(): boolean {
  const env = readEnv({ NODE_ENV: commonEnv.NODE_ENV, WEBHOOK_INSIDE: z.enum(['0', '1']).optional() });
  return env.WEBHOOK_INSIDE ? env.WEBHOOK_INSIDE === '1' : env.NODE_ENV !== 'production';
}

/** This service's private key, from which the secrets are made. */
export const ownServiceKey = (): string => readEnv({ SERVICE_KEY: commonEnv.SERVICE_KEY }).SERVICE_KEY;
