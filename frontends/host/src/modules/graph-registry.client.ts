import { createHash } from 'node:crypto';
import { HEADERS } from '@thidua/contracts';
import { importJWK, type JWK, SignJWT } from 'jose';
import { PlatformFault } from './platform.fault.js';
import type { Problem } from './registry.types.js';

/** Whether the graph serves the operations of a release, and which releases a change of the graph may not break. */
export interface GraphRegistry {
  /** Registers the operations a release ships. @returns those the graph cannot serve. @throws PlatformFault 503 when it cannot say. */
  register(module: string, release: string, documents: Readonly<Record<string, string>>): Promise<Problem[]>;
  /** Says which releases of a module people get or still run. @returns why the graph cannot serve them. @throws PlatformFault 503. */
  activate(module: string, releases: readonly string[]): Promise<Problem[]>;
}

const WORD_SECONDS = 60;
const TIMEOUT_MS = 10_000;

interface GatewayProblem {
  readonly hash?: string;
  readonly operation?: string | null;
  readonly field?: string | null;
  readonly message: { readonly vi: string; readonly en: string };
}

/** The gateway's registry of documents, spoken to with the host's signed word. */
export class GatewayRegistry implements GraphRegistry {
  readonly #key: JWK;

  constructor(
    private readonly gatewayUrl: string,
    serviceKey: string,
  ) {
    this.#key = JSON.parse(serviceKey) as JWK;
  }

  register(module: string, release: string, documents: Readonly<Record<string, string>>): Promise<Problem[]> {
    return this.#put('/registry/documents', { client: { kind: 'module', id: module }, release, documents });
  }

  activate(module: string, releases: readonly string[]): Promise<Problem[]> {
    return this.#put(`/registry/clients/module/${module}/active`, { releases });
  }

  async #put(path: string, body: unknown): Promise<Problem[]> {
    const text = JSON.stringify(body);
    let answer: { problems?: GatewayProblem[] };
    try {
      const response = await fetch(this.gatewayUrl + path, {
        method: 'PUT',
        headers: { 'content-type': 'application/json', [HEADERS.assertion]: await this.#word(text) },
        body: text,
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      answer = (await response.json()) as typeof answer;
      if (!response.ok && response.status !== 409 && response.status !== 422) throw new Error(`${path} answered ${response.status}`);
    } catch (cause) {
      throw Object.assign(unavailable(), { cause });
    }
    return (answer.problems ?? []).map(problemOf);
  }

  /** Bound to this very body: the word cannot be used for another release. */
  async #word(body: string): Promise<string> {
    return new SignJWT({
      sha256: createHash('sha256').update(body).digest('hex'),
      actor: { kind: 'service', id: 'host', name: 'host', roles: [] },
    })
      .setProtectedHeader({ alg: 'EdDSA', kid: 'host' })
      .setIssuer('host')
      .setAudience('gateway')
      .setIssuedAt()
      .setExpirationTime(`${WORD_SECONDS}s`)
      .sign(await importJWK(this.#key, 'EdDSA'));
  }
}

function problemOf(problem: GatewayProblem): Problem {
  return {
    rule: 'graph.operations',
    message: problem.message,
    operation: problem.operation ?? null,
    field: problem.field ?? null,
  };
}

function unavailable(): PlatformFault {
  return new PlatformFault(503, 'GRAPH_UNAVAILABLE', {
    vi: 'Đồ thị hiện không trả lời, chưa kiểm tra được các câu hỏi của mô-đun. Hãy thử lại sau.',
    en: 'The graph does not answer at the moment, the operations of the module cannot be checked. Try again later.',
  });
}
