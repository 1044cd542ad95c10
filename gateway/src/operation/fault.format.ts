import { isUnexpected, maskFault, unwrap, type Log } from '@thidua/server/process';
import type { GraphQLFormattedError } from 'graphql';

export type ErrorFormat = (formatted: GraphQLFormattedError, original: unknown) => GraphQLFormattedError;

/** Faults of subgraphs and of the gateway as they may leave: code, path and sentence; the subgraph's name as `service`. */
export const faultFormat =
  (log: Log): ErrorFormat =>
  (formatted, original) => {
    const masked = maskFault(formatted, original);
    if (isUnexpected(masked)) {
      log.error(
        {
          path: formatted.path,
          service: formatted.extensions?.['serviceName'],
          message: formatted.message,
          cause: (unwrap(original) as Error)?.stack,
        },
        'fault',
      );
      return masked;
    }
    const { serviceName, ...extensions } = masked.extensions ?? {};
    return { ...masked, extensions: serviceName && !extensions['service'] ? { ...extensions, service: serviceName } : extensions };
  };
