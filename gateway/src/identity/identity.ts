import { createPeers, serviceIdentity, type Log, type ServiceIdentity } from '@thidua/server/process';
import type { GatewayEnv } from '../gateway.env.js';
import { cachedAssertions, type Assert } from '../subgraphs/assertions.js';
import { tokenVerifier } from './bearer.js';
import { anybody, callers, type Callers } from './callers.js';
import { grantsClient } from './grants.client.js';
import { GrantsFeed } from './grants.feed.js';
import { Grants } from './grants.js';
import { keptTokens } from './kept-tokens.js';

/** Who asks, and how that is told to subgraphs. */
export interface Identity {
  callers: Callers;
  assert: Assert | null;
  /** Null = the gateway alone. */
  service: ServiceIdentity | null;
  onGrantsChanged(listener: () => void): void;
  stop(): void;
}

export async function identityOf(env: GatewayEnv, origins: Record<string, string | undefined>, log: Log): Promise<Identity> {
  if (env.alone) return { callers: anybody, assert: null, service: null, onGrantsChanged: () => undefined, stop: () => undefined };
  const identity: ServiceIdentity = await serviceIdentity(env.SERVICE_KEY, env.SERVICE_JWKS);
  const grants = new Grants(grantsClient(identity, origins['organisations']), log);
  const feed = new GrantsFeed(createPeers(identity, origins), grants, log);
  feed.start();
  const tokens = keptTokens(tokenVerifier({ issuer: env.OIDC_ISSUER, audience: env.OIDC_AUDIENCE }));
  return {
    callers: callers(tokens, grants, identity),
    assert: cachedAssertions(identity),
    service: identity,
    onGrantsChanged: (listener) => grants.onDrop(listener),
    stop: () => feed.stop(),
  };
}
