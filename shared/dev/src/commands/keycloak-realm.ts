import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { keycloakRealm } from '../identity/keycloak-realm.js';
import { DEMO_PASSWORD } from '../launch/demo-password.js';
import { repositoryRoot } from '../postgres/data-folder.js';

/** `npm run realm`: writes the demo accounts as the realm that `docker compose up` imports. */
const file = join(repositoryRoot, 'deploy/keycloak/thidua-realm.json');
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, `${JSON.stringify(keycloakRealm(DEMO_PASSWORD), null, 1)}\n`);
