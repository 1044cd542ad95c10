import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { DEMO_PASSWORD } from '../launch/demo-password.js';
import { repositoryRoot } from '../postgres/data-folder.js';
import { COMPOSE_SECRETS, keycloakRealm } from './keycloak-realm.js';

describe('the Keycloak realm of the compose file', () => {
  it('is the committed one: npm run realm writes it', () => {
    const committed: unknown = JSON.parse(readFileSync(join(repositoryRoot, 'deploy/keycloak/thidua-realm.json'), 'utf8'));
    expect(committed).toEqual(keycloakRealm(DEMO_PASSWORD));
  });

  it('shares its development secrets with the compose file, and no others stand there', () => {
    const compose = readFileSync(join(repositoryRoot, 'docker-compose.yml'), 'utf8');
    expect(compose).toContain(COMPOSE_SECRETS.host);
    const secrets = [...compose.matchAll(/(?:PASSWORD|SECRET)\w*: (.+)/g)].map((match) => match[1] ?? '');
    expect(secrets.length).toBeGreaterThan(0);
    for (const secret of secrets) expect(secret).toMatch(/development-only/);
  });
});
