import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import type { ErrorFormat } from '../operation/fault.format.js';

interface Formatted {
  errors: GraphQLFormattedError[];
  /** HTTP status that an error asks for. */
  status: number | undefined;
}

/** Errors as they may leave, and the status they ask for: what Apollo Server does with them, for answers that do not pass it. */
export function formatErrors(errors: readonly unknown[], format: ErrorFormat): Formatted {
  let status: number | undefined;
  const formatted = errors.map((given) => {
    const error = asGraphqlError(given);
    const extensions: Record<string, unknown> = { ...error.extensions, code: error.extensions['code'] ?? 'INTERNAL_SERVER_ERROR' };
    const http = extensions['http'];
    if (isHttpHead(http)) {
      if (http.status) ({ status } = http);
      delete extensions['http'];
    }
    return format({ ...error.toJSON(), extensions }, error);
  });
  return { errors: formatted, status };
}

/** Errors of subgraphs are plain objects. */
function asGraphqlError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof Error) return new GraphQLError(error.message, { originalError: error });
  const { message, path, extensions } = error as GraphQLFormattedError;
  return new GraphQLError(message, { path: path ?? null, extensions: extensions ?? null });
}

function isHttpHead(value: unknown): value is { status?: number } {
  if (typeof value !== 'object' || value === null) return false;
  const { status, headers } = value as { status?: unknown; headers?: unknown };
  return (!('status' in value) || typeof status === 'number') && (!('headers' in value) || headers instanceof Map);
}
