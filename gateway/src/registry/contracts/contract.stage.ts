import { execute, type ExecutionResult, type GraphQLSchema, printSchema } from 'graphql';
import { say } from '../../http/problem.js';
import { refusal } from '../../operation/refusal.js';
import type { OperationRequest, Stage } from '../../operation/stage.js';
import { contractOf, EVERYTHING, type Contract } from './contract.js';
import { contractGraph } from './contract.schema.js';
import type { Contracts } from './contract.store.js';

/** Introspection shows the caller's contract: what an audience may not ask, it does not see either. */
export function contractStage(contracts: Contracts, sdl: string, schema: GraphQLSchema): Stage {
  let api: string | null = null;
  const graphFor = (contract: Contract): GraphQLSchema => contractGraph(sdl, (api ??= printSchema(schema)), contract).schema;
  const limited = ({ operation, context }: OperationRequest): Contract | null => {
    if (!operation.facts.introspects) return null;
    const contract = contracts.now.find(({ id }) => id === contractOf(context.actor));
    return contract && (!contract.access.includes(EVERYTHING) || contract.hides.length > 0) ? contract : null;
  };
  return {
    name: 'contract',
    admit(request) {
      if (!limited(request) || request.operation.facts.roots.size === 0) return;
      const { locale } = request.context;
      const message = say(locale, 'Hỏi về lược đồ thì hỏi riêng, không kèm dữ liệu.', 'Ask about the schema alone, not beside data.');
      throw refusal(400, 'BAD_USER_INPUT', message, { reason: 'INTROSPECTION_ALONE' });
    },
    async around(request, next) {
      const contract = limited(request);
      if (!contract) return next();
      void contracts.all(); // read anew for the next one
      const { document, name } = request.operation;
      const answer: ExecutionResult = await execute({
        schema: graphFor(contract),
        document,
        operationName: name,
        variableValues: request.variables,
      });
      return { data: JSON.stringify(answer.data ?? null), errors: (answer.errors ?? []).map((error) => error.toJSON()) };
    },
  };
}
