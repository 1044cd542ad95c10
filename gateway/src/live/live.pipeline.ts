import { GraphQLError, parse, validate, type DocumentNode, type GraphQLSchema } from 'graphql';
import { createHash } from 'node:crypto';
import { callerKey } from '../cache/caller.js';
import type { GatewayContext } from '../graph/graph.engine.js';
import type { GraphParams } from '../http/graph-request.js';
import type { KnownDocument, KnownDocuments } from '../operation/known-documents.js';
import { TOKEN_LIMIT } from '../operation/limits.rules.js';
import { Refusal, type OperationRequest, type Stages } from '../operation/stage.js';
import type { EventSource, EventSources } from './event-source.js';

/** A subscription that was admitted. */
export interface LiveOperation {
  readonly source: EventSource;
  readonly request: OperationRequest;
  /** Everything that can change its events: document, variables, who asks in which role and language. */
  readonly key: string;
}

/** An operation that is not admitted; `reasons` are what is to be formatted for the caller. */
export class LiveRefusal extends Error {
  constructor(readonly reasons: readonly unknown[]) {
    super('refused');
  }
}

export interface LivePipelineParts {
  schema: GraphQLSchema;
  documents: KnownDocuments;
  stages: Stages;
  /** Null = this executor streams nothing. */
  sources: EventSources | null;
  /** Suggestions stay inside. */
  hideDetails: boolean;
}

/** What happens to a subscription before its stream opens: the same stages as for every operation, in the same order. */
export class LivePipeline {
  constructor(private readonly parts: LivePipelineParts) {}

  /** The kind of an operation, to send it where it belongs; null = there is none. @throws LiveRefusal for a document that is not valid */
  kindOf(params: GraphParams): 'query' | 'mutation' | 'subscription' | null {
    return this.#document(params.query ?? '').operation(params.operationName)?.operation.kind ?? null;
  }

  /** @throws LiveRefusal */
  async prepare(params: GraphParams, context: GatewayContext): Promise<LiveOperation> {
    const ready = this.#document(params.query ?? '').operation(params.operationName);
    if (ready?.operation.kind !== 'subscription') throw new LiveRefusal([bad('Only a subscription is a stream of events.')]);
    const { coerced, faults } = ready.readVariables(params.variables ?? {});
    if (!coerced) throw new LiveRefusal(faults.map((fault) => bad(fault.message)));
    const { operation } = ready;
    const request: OperationRequest = { operation, variables: coerced, context, via: context.via ?? 'text' };
    await this.#admit(request);
    const source = this.parts.sources?.(operation);
    if (!source) throw new LiveRefusal([bad('This gateway streams no events.')]);
    const key = [operation.hash, operation.name ?? '', JSON.stringify(coerced), callerKey(context.actor), context.locale].join('\n');
    return { source, request, key };
  }

  async #admit(request: OperationRequest): Promise<void> {
    const since = performance.now();
    const { stages } = this.parts;
    const done = (refusedBy: string | null): void =>
      stages.done(request, { errors: refusedBy === null ? 0 : 1, fromCache: false, refusedBy, ms: performance.now() - since });
    try {
      await stages.admit(request);
      done(null);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      done(error.stage);
      throw new LiveRefusal([error.reason]);
    }
  }

  #document(text: string): KnownDocument {
    const { documents, schema, hideDetails } = this.parts;
    const known = documents.find(text);
    if (known) return known;
    const document = parsed(text);
    const errors = validate(schema, document);
    if (errors.length > 0)
      throw new LiveRefusal(
        errors.map(({ message }) =>
          bad(hideDetails ? message.replace(/ ?Did you mean(.+?)\?$/, '') : message, 'GRAPHQL_VALIDATION_FAILED'),
        ),
      );
    return documents.learn(text, document, createHash('sha256').update(text).digest('hex'));
  }
}

function parsed(text: string): DocumentNode {
  try {
    return parse(text, { maxTokens: TOKEN_LIMIT });
  } catch (error) {
    throw new LiveRefusal([bad((error as Error).message, 'GRAPHQL_PARSE_FAILED')]);
  }
}

const bad = (message: string, code = 'BAD_USER_INPUT'): GraphQLError =>
  new GraphQLError(message, { extensions: { code, http: { status: 400 } } });
