import { describe, expect, it } from 'vitest';
import { fixedStartClock } from './clock.js';
import type { Installation } from './processes.js';
import { planProcess, PROCESSES } from './processes.js';
import { makeSecrets, SIGNERS } from './secrets.js';

async function installation(env: NodeJS.ProcessEnv = {}): Promise<Installation> {
  const ports = Object.fromEntries(PROCESSES.map((name, index) => [name, 21_000 + index])) as Installation['ports'];
  return {
    root: '/repository',
    folder: '/data',
    bootstrapUrl: 'postgres://admin:top-secret@127.0.0.1:5000/postgres',
    secrets: await makeSecrets(),
    ports,
    clock: fixedStartClock('2025-12-15T09:00:00+07:00'),
    demo: true,
    demoPassword: 'demo-password',
    env,
  };
}

describe('the environment of a process', () => {
  it('never carries the bootstrap login of the database, whatever the caller has set', async () => {
    const parts = await installation({
      DATABASE_URL: 'postgres://admin:top-secret@127.0.0.1:5000/postgres',
      PGPASSWORD: 'top-secret',
      POSTGRES_PORT: '5000',
    });
    for (const name of PROCESSES) expect(JSON.stringify(planProcess(name, parts).environment())).not.toContain('top-secret');
  });

  it('gives each process its own private key and nobody else’s', async () => {
    const parts = await installation();
    for (const name of PROCESSES) {
      const text = JSON.stringify(planProcess(name, parts).environment());
      for (const signer of SIGNERS) expect(text.includes(parts.secrets.serviceKeys[signer].d ?? '?')).toBe(signer === name);
    }
  });

  it('gives each subgraph its own login and the addresses of its peers', async () => {
    const environment = planProcess('awards', await installation()).environment();
    expect(environment['DATABASE_URL']).toMatch(/^postgres:\/\/awards:.+@127\.0\.0\.1:5000\/awards$/);
    expect(environment['EVALUATIONS_URL']).toBe('http://127.0.0.1:21003');
    expect(environment).toMatchObject({ DEMO: '1', FIXTURE: 'demo', APP_CLOCK: '2025-12-15T09:00:00+07:00', HOST: '127.0.0.1' });
  });

  it('hands the demo password and the token secret to the identity provider only', async () => {
    const parts = await installation({ DEMO_PASSWORD: 'demo-password' });
    for (const name of PROCESSES) {
      const text = JSON.stringify(planProcess(name, parts).environment());
      expect(text.includes('demo-password')).toBe(name === 'identity');
      expect(text.includes(parts.secrets.tokenSecret)).toBe(name === 'identity');
    }
  });

  it('sends the host to the province’s own identity provider when there is one', async () => {
    const parts = { ...(await installation({ OIDC_CLIENT_SECRET: 'of-the-province' })), foreignIssuer: 'https://id.tayninh.gov.vn' };
    expect(planProcess('host', parts).environment()).toMatchObject({
      OIDC_ISSUER: 'https://id.tayninh.gov.vn',
      OIDC_CLIENT_SECRET: 'of-the-province',
    });
  });
});
