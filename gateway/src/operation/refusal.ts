import { GraphQLError } from 'graphql';
import type { GatewayContext } from '../graph/graph.engine.js';
import { say } from '../http/problem.js';

/** What a stage throws to refuse an operation as a whole. */
export const refusal = (status: number, code: string, message: string, extensions: Record<string, unknown>): GraphQLError =>
  new GraphQLError(message, { extensions: { ...extensions, code, http: { status } } });

export const signInFirst = ({ locale }: GatewayContext, fields: readonly string[]): GraphQLError =>
  refusal(401, 'UNAUTHENTICATED', say(locale, 'Cần đăng nhập để xem phần này.', 'Sign in to see this.'), { fields });
