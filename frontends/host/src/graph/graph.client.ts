import { createHash } from 'node:crypto';
import { type Ceremony, HEADERS } from '@thidua/contracts';
import { importJWK, type JWK, SignJWT } from 'jose';
import { HttpFault } from '../http/exchange.js';
import { hashOf, HOST_RELEASE } from './documents.js';

export interface GraphRequest {
  readonly query: string;
  readonly variables: Record<string, unknown>;
  readonly token: string;
  readonly locale: string;
  readonly requestId: string;
  /** With whose subject and for what the host vouches that its own page started this. */
  readonly ceremony?: { readonly kind: Ceremony; readonly subject: string };
}

export interface GraphAnswer<T> {
  readonly data?: T | null;
  readonly errors?: readonly { message: string; extensions?: { code?: string } }[];
}

const NOT_REGISTERED = 'PERSISTED_QUERY_NOT_FOUND';

const CEREMONY_SECONDS = 60;
const TIMEOUT_MS = 15_000;

/** The host's own questions to the graph, for its ballot and signature pages. They are registered documents and go as hashes. */
export class GraphClient {
  readonly #key: JWK;

  constructor(
    private readonly gatewayUrl: string,
    serviceKey: string,
  ) {
    this.#key = JSON.parse(serviceKey) as JWK;
  }

  /** @throws HttpFault 502 when the graph cannot be reached or answers something else than GraphQL. */
  async ask<T>(request: GraphRequest): Promise<GraphAnswer<T>> {
    const { query, variables } = request;
    const answer = await this.#send<T>(request, { documentId: `sha256:${hashOf(query)}`, variables });
    // A graph that keeps no registry, or has lost it: its own rule decides whether the text may run.
    return answer.errors?.some(({ extensions }) => extensions?.code === NOT_REGISTERED)
      ? this.#send<T>(request, { query, variables })
      : answer;
  }

  async #send<T>(request: GraphRequest, asked: object): Promise<GraphAnswer<T>> {
    const body = JSON.stringify(asked);
    const headers: Record<string, string> = {
      'content-type': 'application/json',
      accept: 'application/json',
      authorization: `Bearer ${request.token}`,
      'accept-language': request.locale,
      [HEADERS.requestId]: request.requestId,
      [HEADERS.module]: HOST_RELEASE,
    };
    if (request.ceremony) headers[HEADERS.ceremony] = await this.#vouch(request.ceremony, body);
    try {
      const response = await fetch(`${this.gatewayUrl}/graphql`, {
        method: 'POST',
        headers,
        body,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      return (await response.json()) as GraphAnswer<T>;
    } catch (cause) {
      throw Object.assign(new HttpFault(502, 'GRAPH_UNAVAILABLE', 'The graph does not answer'), { cause });
    }
  }

  /** Binds the host's word to this very body: it cannot be moved to another ballot. */
  async #vouch(ceremony: { kind: Ceremony; subject: string }, body: string): Promise<string> {
    return new SignJWT({ ceremony: ceremony.kind, sha256: createHash('sha256').update(body).digest('hex') })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'host' })
      .setIssuer('host')
      .setAudience('gateway')
      .setSubject(ceremony.subject)
      .setIssuedAt()
      .setExpirationTime(`${CEREMONY_SECONDS}s`)
      .sign(await importJWK(this.#key, 'EdDSA'));
  }
}
