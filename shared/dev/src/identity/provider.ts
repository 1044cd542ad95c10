import { randomUUID } from 'node:crypto';
import Provider from 'oidc-provider';
import type { Grant, KoaContext } from 'oidc-provider';
import type { Account, IntegratorAccount } from './accounts.js';
import { errorPage, logoutPage, signedOutPage } from './pages.js';
import { pageHeaders } from './page-headers.js';
import { languageOf } from './texts.js';
import type { IdentitySettings } from './settings.js';
import type { ProviderKeys } from './store.js';

/** Audience of access tokens: what the gateway asks for. */
export const AUDIENCE = 'thidua-graph';
/** The same as a resource indicator, which must be a URI. */
export const RESOURCE = 'urn:thidua:graph';

const ACCESS_TOKEN_SECONDS = 600;
const SESSION_SECONDS = 12 * 3600;

/** What the graph's access tokens look like: signed JWT, ten minutes (decision 11). */
export const RESOURCE_SERVER = {
  audience: AUDIENCE,
  scope: 'graph',
  accessTokenFormat: 'jwt',
  accessTokenTTL: ACCESS_TOKEN_SECONDS,
  jwt: { sign: { alg: 'RS256' } },
};

export interface ProviderParts {
  settings: IdentitySettings;
  issuer: string;
  keys: ProviderKeys;
  adapter: new (model: string) => object;
  accounts: ReadonlyMap<string, Account>;
  integrators: IntegratorAccount[];
}

/** The configured oidc-provider: code + PKCE with refresh tokens for the host, client credentials for integrators. */
export function createProvider(parts: ProviderParts): Provider {
  const port = parts.settings.PORT;
  const cookie = { httpOnly: true, sameSite: 'lax', overwrite: true } as const;
  return new Provider(parts.issuer, {
    adapter: parts.adapter,
    jwks: parts.keys.jwks,
    clients: clients(parts),
    clientDefaults: { id_token_signed_response_alg: 'RS256' },
    // Cookies know no ports: the name keeps two clones on one machine apart.
    cookies: {
      keys: parts.keys.cookieKeys,
      long: cookie,
      short: cookie,
      names: { session: `thidua_id_${port}`, interaction: `thidua_id_${port}_ask`, resume: `thidua_id_${port}_resume` },
    },
    claims: { openid: ['sub'], profile: ['name', 'preferred_username'], email: ['email'] },
    scopes: ['openid'],
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    findAccount: (_: KoaContext, subject: string) => findAccount(parts.accounts, subject),
    loadExistingGrant: grantForFirstParty,
    issueRefreshToken: (_: KoaContext, client: { clientId: string }) => client.clientId === parts.settings.OIDC_CLIENT_ID,
    // The host is confidential and keeps the token in its session; rotation would only race between two hosts.
    rotateRefreshToken: false,
    ttl: {
      AccessToken: ACCESS_TOKEN_SECONDS,
      ClientCredentials: ACCESS_TOKEN_SECONDS,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 1800,
      Grant: SESSION_SECONDS,
      RefreshToken: SESSION_SECONDS,
      Session: SESSION_SECONDS,
    },
    interactions: { url: (_: KoaContext, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    renderError,
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: { enabled: true, logoutSource, postLogoutSuccessSource },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => RESOURCE,
        useGrantedResource: () => true,
        getResourceServerInfo: () => RESOURCE_SERVER,
      },
    },
    // A client's token names the client by its key, as a person's token names the person.
    formats: {
      customizers: {
        jwt: (_: unknown, __: unknown, token: { payload: Record<string, unknown> }) => nameClient(parts.integrators, token.payload),
      },
    },
  });
}

function clients({ settings, integrators }: ProviderParts): object[] {
  const root = settings.PUBLIC_URL.replace(/\/$/, '');
  const host = {
    client_id: settings.OIDC_CLIENT_ID,
    client_secret: settings.OIDC_CLIENT_SECRET,
    client_name: 'Thi Đua',
    redirect_uris: [`${root}/auth/callback`],
    post_logout_redirect_uris: [root, `${root}/`],
    grant_types: ['authorization_code', 'refresh_token'],
    response_types: ['code'],
    require_auth_time: true,
  };
  const machines = integrators.map(({ clientId, name }) => ({
    client_id: clientId,
    client_name: name,
    client_secret: settings.INTEGRATOR_CLIENT_SECRET,
    grant_types: ['client_credentials'],
    redirect_uris: [],
    response_types: [],
  }));
  return [host, ...machines];
}

function nameClient(integrators: IntegratorAccount[], payload: Record<string, unknown>): void {
  const integrator = integrators.find(({ clientId }) => payload['sub'] === clientId);
  if (integrator) payload['sub'] = integrator.subject;
}

function findAccount(accounts: ReadonlyMap<string, Account>, subject: string): object | undefined {
  const account = accounts.get(subject);
  if (!account) return undefined;
  const claims = () => ({ sub: account.key, name: account.name, preferred_username: account.key, email: account.email });
  return { accountId: account.key, claims };
}

/** Our own host needs nobody's consent: everything it may ask for is granted at sign-in. */
async function grantForFirstParty(ctx: KoaContext): Promise<Grant | undefined> {
  const { provider, session, client } = ctx.oidc;
  if (!session?.accountId || !client) return undefined;
  const known = session.grantIdFor(client.clientId);
  const existing = known ? await provider.Grant.find(known) : undefined;
  if (existing) return existing;
  const grant = new provider.Grant({ accountId: session.accountId, clientId: client.clientId });
  grant.addOIDCScope('openid profile email');
  grant.addResourceScope(RESOURCE, RESOURCE_SERVER.scope);
  await grant.save();
  return grant;
}

function respond(ctx: KoaContext, html: string, formTargets: string[] = [], script = false): void {
  for (const [name, value] of Object.entries(pageHeaders(formTargets, script))) ctx.set(name, value);
  ctx.type = 'html';
  ctx.body = html;
}

function language(ctx: KoaContext): 'vi' | 'en' {
  return languageOf(ctx.oidc.params?.['ui_locales']);
}

function logoutSource(ctx: KoaContext, form: string): void {
  const back = ctx.oidc.session?.state?.postLogoutRedirectUri;
  respond(ctx, logoutPage(language(ctx), form), back ? [new URL(back).origin] : [], true);
}

function postLogoutSuccessSource(ctx: KoaContext): void {
  respond(ctx, signedOutPage(language(ctx)));
}

function renderError(ctx: KoaContext, out: { error: string; error_description?: string }, error: Error): void {
  const reference = randomUUID();
  if (ctx.status >= 500) console.error(`${reference} ${error.stack ?? error.message}`);
  respond(ctx, errorPage(language(ctx), out.error_description ?? out.error, reference));
}
