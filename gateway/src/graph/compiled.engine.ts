import { CompiledOperations } from '../execution/compiled-operations.js';
import { createPlanner } from '../execution/planner.js';
import { startApollo, type ApolloEngineOptions } from './apollo.server.js';
import type { Executor } from './executor.js';
import type { EngineFactory, GatewayContext } from './graph.engine.js';

/** Our executor: operations are planned and compiled once and then only run. */
export function compiledEngines(options: ApolloEngineOptions): EngineFactory {
  return (supergraphSdl) => {
    const planner = createPlanner(supergraphSdl);
    const client = options.client.forExecution(planner.services);
    const operations = new CompiledOperations<GatewayContext>(planner);
    const executor: Executor = {
      schema: planner.apiSchema,
      async execute({ operation, variables, context }) {
        const { data, errors, valueCompletion } = await operations.of(operation.document, operation.name).run(client, variables, context);
        return valueCompletion.length > 0 ? { data, errors, extensions: { valueCompletion } } : { data, errors };
      },
    };
    return startApollo(supergraphSdl, executor, options);
  };
}
