/** The part of oidc-provider 9 that we use; the package ships no types. */
declare module 'oidc-provider' {
  import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';

  export interface KoaContext {
    body: unknown;
    type: string;
    status: number;
    method: string;
    path: string;
    set(name: string, value: string): void;
    get(name: string): string;
    oidc: OidcContext;
  }
  export interface OidcContext {
    provider: Provider;
    client?: Client;
    session?: { accountId?: string; state?: { postLogoutRedirectUri?: string }; grantIdFor(clientId: string): string | undefined };
    params?: Record<string, string | undefined>;
  }
  export interface Client {
    clientId: string;
  }
  export interface Interaction {
    uid: string;
    prompt: { name: string; reasons: string[] };
    params: Record<string, string | undefined>;
    session?: { accountId: string };
  }
  export interface Grant {
    addOIDCScope(scope: string): void;
    addOIDCClaims(claims: string[]): void;
    addResourceScope(resource: string, scope: string): void;
    save(): Promise<string>;
  }
  export interface Token {
    save(): Promise<string>;
  }
  export class Provider {
    constructor(issuer: string, configuration: object);
    callback(): RequestListener;
    interactionDetails(request: IncomingMessage, response: ServerResponse): Promise<Interaction>;
    interactionFinished(request: IncomingMessage, response: ServerResponse, result: object, options?: object): Promise<void>;
    on(event: string, listener: (...args: unknown[]) => void): this;
    issuer: string;
    Client: { find(id: string): Promise<Client | undefined> };
    Grant: { new (input: { accountId: string; clientId: string }): Grant; find(id: string): Promise<Grant | undefined> };
    AccessToken: new (input: object) => Token;
    ResourceServer: new (identifier: string, data: object) => object;
  }
  export const errors: { SessionNotFound: new (...args: unknown[]) => Error };
  export default Provider;
}
