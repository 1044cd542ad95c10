import type { AssertedActor } from '@thidua/contracts';
import { makeSecrets, publicKeys, startTestPostgres } from '@thidua/dev';
import { startTokenIssuer } from '@thidua/testing/spawn';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';

/** Surroundings of a gateway that knows who asks: an issuer, an organisations that tells roles, a platform database. */
export interface Everything {
  readonly settings: Record<string, string>;
  readonly headers: Record<string, string>;
  stop(): Promise<void>;
}

const ACTOR: AssertedActor = { kind: 'person', id: 'LAN', name: 'LAN', roles: [{ role: 'STAFF', scopeKind: 'PROVINCE', scopeId: '*' }] };

/** @param supergraph file of a graph whose fields say who may ask them */
export async function startEverything(supergraph: string): Promise<Everything> {
  const [issuer, postgres, secrets] = await Promise.all([startTokenIssuer(), startTestPostgres({ own: true }), makeSecrets()]);
  const grants = createServer((_, response) => {
    response.end(JSON.stringify({ actor: ACTOR, validUntil: new Date(Date.now() + 3_600_000).toISOString() }));
  });
  await new Promise<void>((resolve) => grants.listen(0, '127.0.0.1', resolve));
  await withoutEnd(postgres.url);
  const settings = {
    SUPERGRAPH: supergraph,
    SUPERGRAPH_SOURCE: 'file',
    OIDC_ISSUER: issuer.url,
    SERVICE_KEY: JSON.stringify(secrets.serviceKeys.gateway),
    SERVICE_JWKS: JSON.stringify(publicKeys(secrets.serviceKeys)),
    ORGANISATIONS_URL: `http://127.0.0.1:${(grants.address() as AddressInfo).port}`,
    PLATFORM_DATABASE_URL: postgres.url,
    TRUSTED_DOCUMENTS: 'open',
    CACHE: 'on',
  };
  const headers = {
    authorization: `Bearer ${await issuer.token('LAN', { expiresIn: 7_200 })}`,
    traceparent: '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01',
  };
  const stop = async (): Promise<void> => {
    grants.closeAllConnections();
    grants.close();
    await issuer.close();
    await postgres.stop();
  };
  return { settings, headers, stop };
}

/** Budgets are counted as always, but nobody comes to their end within a measurement. */
export async function withoutEnd(url: string): Promise<void> {
  const { migrate } = await import('../../../gateway/src/platform/database.js');
  const pool = new pg.Pool({ connectionString: url, max: 1 });
  await migrate(pool);
  await pool.query("update gateway.client set cost_per_minute = 2147483647, cost_per_request = 2147483647 where id = '*'");
  await pool.end();
}
