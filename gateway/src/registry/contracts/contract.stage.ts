import { execute, printSchema, validate, type ExecutionResult, type GraphQLSchema } from 'graphql';
import { say } from '../../http/problem.js';
import type { GatewayContext } from '../../graph/graph.engine.js';
import type { KnownOperation } from '../../operation/known-operation.js';
import { refusal } from '../../operation/refusal.js';
import type { Stage } from '../../operation/stage.js';
import { contractOf, EVERYTHING, type Contract } from './contract.js';
import { contractGraph } from './contract.schema.js';
import type { Contracts } from './contract.store.js';

/**
 * Introspection shows the caller's contract, and a client asks nothing beyond its own: what an audience does not see it does not get,
 * whichever way leads there.
 */
export function contractStage(contracts: Contracts, sdl: string, schema: GraphQLSchema): Stage {
  let api: string | null = null;
  const schemaOf = (contract: Contract): GraphQLSchema => contractGraph(sdl, (api ??= printSchema(schema)), contract).schema;
  const checked = new WeakMap<KnownOperation, Map<Contract, readonly string[]>>();
  /** What of an operation a contract does not have, in words of GraphQL; judged once. */
  const beyond = (operation: KnownOperation, contract: Contract): readonly string[] => {
    const known = checked.get(operation) ?? new Map<Contract, readonly string[]>();
    const faults = known.get(contract) ?? validate(schemaOf(contract), operation.document).map(({ message }) => message);
    checked.set(operation, known.set(contract, faults));
    return faults;
  };
  return {
    name: 'contract',
    admit({ operation, context }) {
      const contract = partOf(contracts, context);
      if (!contract) return;
      const { introspects, roots } = operation.facts;
      if (introspects && roots.size > 0) throw besideData(context);
      if (introspects || context.actor.kind !== 'client') return;
      const faults = beyond(operation, contract);
      if (faults.length > 0) throw beyondContract(context, contract, faults);
    },
    async around({ operation, variables, context }, next) {
      const contract = operation.facts.introspects ? partOf(contracts, context) : null;
      if (!contract) return next();
      const { document, name } = operation;
      const answer: ExecutionResult = await execute({
        schema: schemaOf(contract),
        document,
        operationName: name,
        variableValues: variables,
      });
      return { data: JSON.stringify(answer.data ?? null), errors: (answer.errors ?? []).map((error) => error.toJSON()) };
    },
  };
}

/** The caller's contract; null when it shows everything. */
function partOf(contracts: Contracts, { actor }: GatewayContext): Contract | null {
  const contract = contractOf(actor, contracts.now);
  return contract && (!contract.access.includes(EVERYTHING) || contract.hides.length > 0) ? contract : null;
}

function besideData({ locale }: GatewayContext): Error {
  const message = say(locale, 'Hỏi về lược đồ thì hỏi riêng, không kèm dữ liệu.', 'Ask about the schema alone, not beside data.');
  return refusal(400, 'BAD_USER_INPUT', message, { reason: 'INTROSPECTION_ALONE' });
}

function beyondContract({ locale }: GatewayContext, { id, name }: Contract, faults: readonly string[]): Error {
  const message = say(
    locale,
    `Ngoài phạm vi dữ liệu dành cho «${name.vi}»: ${faults[0]}`,
    `Beyond what is shown to “${name.en}”: ${faults[0]}`,
  );
  return refusal(403, 'FORBIDDEN', message, { reason: 'BEYOND_CONTRACT', contract: id, beyond: faults.slice(0, 10) });
}
