import { demoAccounts, demoIntegrators } from './accounts.js';

/** Secrets of the compose file's own network on one developer's machine; a deployment has its own realm. */
export const COMPOSE_SECRETS = { host: 'development-only-secret-of-the-host', integrator: 'development-only-secret-of-the-integrator' };

const HOST = 'http://localhost:3000';

/**
 * The demo accounts as a Keycloak realm, for `docker compose up`. Ids of users are the keys of the people, so that the subject
 * of a token is the same as with the built-in provider. `deploy/keycloak/thidua-realm.json` is this, written by `npm run realm`.
 */
export function keycloakRealm(password: string): object {
  return {
    realm: 'thidua',
    displayName: 'Thi đua – Khen thưởng',
    enabled: true,
    sslRequired: 'none',
    registrationAllowed: false,
    bruteForceProtected: true,
    internationalizationEnabled: true,
    supportedLocales: ['vi', 'en'],
    defaultLocale: 'vi',
    accessTokenLifespan: 600,
    ssoSessionIdleTimeout: 43_200,
    ssoSessionMaxLifespan: 43_200,
    clients: [hostClient(), ...demoIntegrators().map(({ clientId, name }) => integratorClient(clientId, name))],
    users: [...[...demoAccounts().values()].map((account) => user(account, password)), ...demoIntegrators().map(serviceAccount)],
  };
}

function client(clientId: string, name: string, secret: string): object {
  return {
    clientId,
    name,
    secret,
    enabled: true,
    protocol: 'openid-connect',
    publicClient: false,
    directAccessGrantsEnabled: false,
    fullScopeAllowed: false,
    protocolMappers: [
      {
        name: 'graph',
        protocol: 'openid-connect',
        protocolMapper: 'oidc-audience-mapper',
        config: { 'included.custom.audience': 'thidua-graph', 'access.token.claim': 'true', 'id.token.claim': 'false' },
      },
    ],
  };
}

function hostClient(): object {
  return {
    ...client('thidua-host', 'Thi Đua', COMPOSE_SECRETS.host),
    standardFlowEnabled: true,
    redirectUris: [`${HOST}/auth/callback`],
    webOrigins: [],
    attributes: {
      'pkce.code.challenge.method': 'S256',
      'post.logout.redirect.uris': `${HOST}/`,
      'access.token.header.type.rfc9068': 'true',
    },
  };
}

function integratorClient(clientId: string, name: string): object {
  return {
    ...client(clientId, name, COMPOSE_SECRETS.integrator),
    standardFlowEnabled: false,
    serviceAccountsEnabled: true,
    attributes: { 'access.token.header.type.rfc9068': 'true' },
  };
}

function user(account: { key: string; name: string; email: string }, password: string): object {
  const [lastName = '', ...firstName] = account.name.split(' ');
  return {
    id: account.key,
    username: account.key.toLowerCase(),
    enabled: true,
    email: account.email,
    emailVerified: true,
    lastName,
    firstName: firstName.join(' '),
    credentials: [{ type: 'password', value: password, temporary: false }],
  };
}

function serviceAccount({ clientId, subject }: { clientId: string; subject: string }): object {
  return { id: subject, username: `service-account-${clientId}`, enabled: true, serviceAccountClientId: clientId };
}
