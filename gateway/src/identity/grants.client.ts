import { HEADERS, type GrantsAnswer } from '@thidua/contracts';
import type { ServiceIdentity } from '@thidua/server';
import type { AskGrants } from './grants.js';

/** `GET /grants?sub=` of organisations, signed by the gateway. */
export const grantsClient =
  (identity: ServiceIdentity, origin: string | undefined): AskGrants =>
  async (subject) => {
    if (!origin) throw new Error('organisations is not connected');
    const response = await fetch(new URL(`/grants?sub=${encodeURIComponent(subject)}`, origin), {
      headers: { [HEADERS.assertion]: await identity.assertSelf('organisations') },
      signal: AbortSignal.timeout(5_000),
    });
    if (!response.ok) throw new Error(`organisations answered ${response.status}`);
    return (await response.json()) as GrantsAnswer;
  };
