import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type OperationDefinitionNode } from 'graphql';
import type { GatewayContext } from '../graph/graph.engine.js';
import { say } from '../http/problem.js';
import { denialOf, type AccessTable } from './access.rules.js';
import { excessOf } from './limits.rules.js';
import { factsOf, type OperationFacts } from './operation.facts.js';

export interface GuardOptions {
  /** Null = a foreign supergraph without our tags: nothing is denied. */
  access: AccessTable | null;
  /** Whether who is not signed in may introspect. */
  publicIntrospection: boolean;
}

/** Refuses an operation as a whole before any subgraph hears of it: beyond a limit, or not allowed to this caller. */
export function operationGuard({ access, publicIntrospection }: GuardOptions): ApolloServerPlugin<GatewayContext> {
  const known = new WeakMap<OperationDefinitionNode, OperationFacts>();
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ schema, document, operation, contextValue }) => {
        if (!operation) return; // several operations and none named: the server says so itself
        const facts = known.get(operation) ?? factsOf(schema, document, operation);
        known.set(operation, facts);
        checkLimits(facts, contextValue);
        if (facts.introspects && !publicIntrospection && contextValue.actor.kind === 'public')
          throw signInFirst(contextValue, ['__schema']);
        if (access) checkAccess(access, facts, contextValue);
      },
    }),
  };
}

function checkLimits(facts: OperationFacts, { locale }: GatewayContext): void {
  const excess = excessOf(facts);
  if (!excess) return;
  const { limit, allowed, asked } = excess;
  const names = {
    depth: ['độ sâu', 'depth'],
    rootFields: ['số trường gốc', 'root fields'],
    aliases: ['số bí danh', 'aliases'],
    fields: ['số trường', 'fields'],
  } as const;
  const [vi, en] = names[limit];
  throw refusal(
    400,
    'BAD_USER_INPUT',
    say(
      locale,
      `Câu hỏi vượt giới hạn ${vi}: ${asked}, tối đa ${allowed}.`,
      `The operation is beyond the limit of ${en}: ${asked}, at most ${allowed}.`,
    ),
    { limit: { name: limit, allowed, asked } },
  );
}

function checkAccess(access: AccessTable, facts: OperationFacts, context: GatewayContext): void {
  const denial = denialOf(access, facts, context.actor);
  if (!denial) return;
  if (denial.signIn) throw signInFirst(context, denial.fields);
  throw refusal(403, 'FORBIDDEN', say(context.locale, 'Vai trò hiện tại không có quyền này.', 'Your role does not allow this.'), {
    fields: denial.fields,
  });
}

const signInFirst = ({ locale }: GatewayContext, fields: string[]): GraphQLError =>
  refusal(401, 'UNAUTHENTICATED', say(locale, 'Cần đăng nhập để xem phần này.', 'Sign in to see this.'), { fields });

const refusal = (status: number, code: string, message: string, extensions: Record<string, unknown>): GraphQLError =>
  new GraphQLError(message, { extensions: { ...extensions, code, http: { status } } });
