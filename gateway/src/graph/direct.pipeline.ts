import type { GraphAnswer, GraphRequest } from '../http/graph-request.js';
import type { ErrorFormat } from '../operation/fault.format.js';
import type { KnownDocuments } from '../operation/known-documents.js';
import { Refusal, type Executed, type OperationRequest, type Stages } from '../operation/stage.js';
import { formatErrors } from './errors.format.js';
import type { Executor } from './executor.js';
import type { GatewayContext } from './graph.engine.js';

export interface DirectParts {
  documents: KnownDocuments;
  stages: Stages;
  executor: Executor;
  format: ErrorFormat;
}

const NOTHING = {};

/**
 * The short way of operations that are known: their document was parsed and validated before. Stages, executor and form of
 * answers are the same as behind Apollo Server; whatever is not usual is left to it.
 */
export class DirectPipeline {
  constructor(private readonly parts: DirectParts) {}

  /** Null = not for here: a text seen for the first time, variables that are wrong, introspection, a mutation by GET, … */
  answer({ params, method, accepts }: GraphRequest, context: GatewayContext): Promise<GraphAnswer> | null {
    const { contentType } = accepts;
    if (!params?.query || contentType === null) return null;
    const ready = this.parts.documents.find(params.query)?.operation(params.operationName);
    if (!ready) return null;
    const { operation } = ready;
    if (operation.kind === 'subscription' || (operation.kind === 'mutation' && method === 'GET')) return null;
    if (operation.facts.introspects) return null;
    const { coerced } = ready.readVariables(params.variables ?? NOTHING);
    if (!coerced) return null;
    return this.#run({ operation, variables: coerced, context, via: context.via ?? 'text' }, contentType);
  }

  async #run(request: OperationRequest, contentType: string): Promise<GraphAnswer> {
    const { stages, executor, format } = this.parts;
    const since = performance.now();
    const done = (errors: number, fromCache: boolean, refusedBy: string | null): void =>
      stages.done(request, { errors, fromCache, refusedBy, ms: performance.now() - since });
    let executed: Executed;
    try {
      const admitting = stages.admit(request);
      if (admitting) await admitting;
      executed = await stages.run(request, () => executor.execute(request));
    } catch (error) {
      const isRefused = error instanceof Refusal;
      const { errors, status = 500 } = formatErrors([isRefused ? error.reason : error], format);
      done(1, false, isRefused ? error.stage : null);
      return { status, contentType, body: `{"errors":${JSON.stringify(errors)}}` };
    }
    if (executed.errors.length === 0) {
      done(0, executed.fromCache ?? false, null);
      return { status: 200, contentType, body: bodyOf(executed, '') };
    }
    const { errors, status = 200 } = formatErrors(executed.errors, format);
    done(errors.length, executed.fromCache ?? false, null);
    return { status, contentType, body: bodyOf(executed, `"errors":${JSON.stringify(errors)},`) };
  }
}

function bodyOf({ data, extensions }: Executed, errors: string): string {
  const body = extensions ? `{${errors}"data":${data},"extensions":${JSON.stringify(extensions)}}` : `{${errors}"data":${data}}`;
  // Makes one flat string of it, at once: a rope of thousands of pieces is what the collector would copy again and again.
  body.charCodeAt(0);
  return body;
}
