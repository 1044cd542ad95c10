import * as oidc from 'openid-client';
import type { TokenSet } from '../session/session.store.js';

export interface ProviderSettings {
  readonly issuer: URL;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly publicUrl: URL;
}

export interface SignInRequest {
  readonly location: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface SignedIn {
  readonly subject: string;
  readonly name: string;
  readonly tokens: TokenSet;
}

/** Assumed when the provider does not say how long a token lives. */
const DEFAULT_LIFETIME_SECONDS = 600;
const TIMEOUT_SECONDS = 5;

/** The OIDC provider. Discovered at first use and again after a failure, so that the host may start before it. */
export class Provider {
  #configuration: Promise<oidc.Configuration> | undefined;

  constructor(private readonly settings: ProviderSettings) {}

  /** Address to send a person to, with what must come back unchanged (PKCE verifier, state, nonce). */
  async begin(locale: string, hint: string | null): Promise<SignInRequest> {
    const configuration = await this.#discovered();
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    const nonce = oidc.randomNonce();
    const location = oidc.buildAuthorizationUrl(configuration, {
      redirect_uri: this.#callback().href,
      scope: 'openid profile',
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ui_locales: locale,
      state,
      nonce,
      ...(hint ? { login_hint: hint } : {}),
    });
    return { location: location.href, state, nonce, verifier };
  }

  /** @throws when the answer is not the one to our question, or the provider refuses the code. */
  async finish(answer: URLSearchParams, expected: Omit<SignInRequest, 'location'>): Promise<SignedIn> {
    const configuration = await this.#discovered();
    const current = this.#callback();
    current.search = answer.toString();
    const tokens = await oidc.authorizationCodeGrant(configuration, current, {
      pkceCodeVerifier: expected.verifier,
      expectedState: expected.state,
      expectedNonce: expected.nonce,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (!claims) throw new Error('The provider sent no id token');
    return { subject: claims.sub, name: typeof claims['name'] === 'string' ? claims['name'] : claims.sub, tokens: tokenSet(tokens) };
  }

  /** New tokens; null when the provider says the session is over. @throws when it cannot be reached. */
  async refresh(refreshToken: string): Promise<TokenSet | null> {
    const configuration = await this.#discovered();
    try {
      return tokenSet(await oidc.refreshTokenGrant(configuration, refreshToken));
    } catch (error) {
      if (error instanceof oidc.ResponseBodyError && error.error === 'invalid_grant') return null;
      throw error;
    }
  }

  /** Ends the session at the provider and gives the address that signs out its own cookie; null when it is out of reach. */
  async end(refreshToken: string | null): Promise<string | null> {
    try {
      const configuration = await this.#discovered();
      if (refreshToken) await oidc.tokenRevocation(configuration, refreshToken);
      return oidc.buildEndSessionUrl(configuration, { post_logout_redirect_uri: new URL('/', this.settings.publicUrl).href }).href;
    } catch {
      return null;
    }
  }

  #callback(): URL {
    return new URL('/auth/callback', this.settings.publicUrl);
  }

  #discovered(): Promise<oidc.Configuration> {
    const { issuer, clientId, clientSecret } = this.settings;
    const options: oidc.DiscoveryRequestOptions = { timeout: TIMEOUT_SECONDS };
    // Only a provider on this machine or network may be spoken to without TLS; a public issuer has an https address.
    if (issuer.protocol === 'http:') options.execute = [oidc.allowInsecureRequests];
    this.#configuration ??= oidc.discovery(issuer, clientId, undefined, oidc.ClientSecretBasic(clientSecret), options);
    this.#configuration.catch(() => (this.#configuration = undefined));
    return this.#configuration;
  }
}

function tokenSet(tokens: oidc.TokenEndpointResponse & oidc.TokenEndpointResponseHelpers): TokenSet {
  const seconds = tokens.expiresIn() ?? DEFAULT_LIFETIME_SECONDS;
  return {
    accessToken: tokens.access_token,
    accessExpiresAt: new Date(Date.now() + seconds * 1000),
    refreshToken: tokens.refresh_token ?? null,
  };
}
