import type { FaultCode } from '@thidua/contracts';
import { FAULT_CODES } from '@thidua/contracts';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** Something went wrong (not a business "no"): thrown, coded, safe to show. */
export function fault(code: FaultCode, message: string, extensions: Record<string, unknown> = {}): GraphQLError {
  return new GraphQLError(message, { extensions: { ...extensions, code } });
}

const PASS_THROUGH = new Set<string>([
  ...FAULT_CODES,
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'OPERATION_RESOLUTION_FAILURE',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_NOT_SUPPORTED',
  'SUBGRAPH_UNAVAILABLE',
]);

/** States of PostgreSQL for a value that does not fit its type: text, NUL, number or date out of range. */
const UNREADABLE_VALUE: ReadonlySet<string> = new Set(['22P02', '22021', '22003', '22007', '22008']);

/** Whether a statement failed on a value given to it. */
export const isUnreadableValue = (error: unknown): boolean => UNREADABLE_VALUE.has((unwrap(error) as { code?: string } | null)?.code ?? '');

/** PostgreSQL error classes a caller can act on; everything else stays inside. */
const SQL_STATES: Record<string, { code: FaultCode; message: string }> = {
  '23505': { code: 'CONFLICT', message: 'This already exists.' },
  '40001': { code: 'CONFLICT', message: 'Somebody else changed this at the same moment. Try again.' },
  '40P01': { code: 'CONFLICT', message: 'Somebody else changed this at the same moment. Try again.' },
  ...Object.fromEntries([...UNREADABLE_VALUE].map((state) => [state, { code: 'BAD_USER_INPUT', message: 'A value is out of range.' }])),
};

interface ValidationFailure {
  property: string;
  constraints?: Record<string, string>;
  children?: ValidationFailure[];
}

/** class-validator failures without the value that failed: it may be a secret. */
function fieldsOf(failures: ValidationFailure[], prefix = ''): { field: string; problems: string[] }[] {
  return failures.flatMap((f) => [
    ...(f.constraints ? [{ field: prefix + f.property, problems: Object.values(f.constraints) }] : []),
    ...fieldsOf(f.children ?? [], `${prefix}${f.property}.`),
  ]);
}

/** Reduces any error to what may leave the process: path, code and a sentence. Nothing internal, no stack, no driver text. */
export function maskFault(formatted: GraphQLFormattedError, original: unknown): GraphQLFormattedError {
  const cause = unwrap(original);
  const validation =
    (formatted.extensions as { validationErrors?: ValidationFailure[] } | undefined)?.validationErrors ??
    (cause as { validationErrors?: ValidationFailure[] } | null)?.validationErrors;
  const place = { ...(formatted.path ? { path: formatted.path } : {}), ...(formatted.locations ? { locations: formatted.locations } : {}) };
  if (validation) {
    return { message: 'Some input is not valid.', ...place, extensions: { code: 'BAD_USER_INPUT', fields: fieldsOf(validation) } };
  }
  const sql = SQL_STATES[(cause as { code?: string } | null)?.code ?? ''];
  if (sql) return { message: sql.message, ...place, extensions: { code: sql.code } };
  const code = formatted.extensions?.['code'];
  if (code === 'BAD_REQUEST') return { message: formatted.message, ...place, extensions: { code: 'BAD_USER_INPUT' } };
  if (typeof code === 'string' && PASS_THROUGH.has(code)) {
    const { stacktrace: _stack, exception: _exception, ...extensions } = formatted.extensions as Record<string, unknown>;
    return { message: formatted.message, ...place, extensions };
  }
  return { message: 'Something went wrong on our side.', ...place, extensions: { code: 'INTERNAL' } };
}

/** The innermost error: GraphQL wraps resolver errors, TypeORM wraps driver errors. */
export function unwrap(error: unknown): unknown {
  let current = error as { originalError?: unknown; driverError?: unknown } | null;
  while (current && (current.originalError ?? current.driverError))
    current = (current.originalError ?? current.driverError) as typeof current;
  return current;
}

/** True when a fault was not foreseen and belongs in the log with its stack. */
export const isUnexpected = (masked: GraphQLFormattedError): boolean => masked.extensions?.['code'] === 'INTERNAL';
