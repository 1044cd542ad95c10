import { CompiledOperations } from '../execution/compiled-operations.js';
import { createPlanner } from '../execution/planner.js';
import { startEngine, type EngineOptions } from './apollo.server.js';
import type { Executor } from './executor.js';
import type { EngineFactory, GatewayContext } from './graph.engine.js';

/** Our executor: operations are planned and compiled once and then only run. */
export function compiledEngines(options: EngineOptions): EngineFactory {
  return (supergraphSdl) => {
    const planner = createPlanner(supergraphSdl);
    const plain = options.client.forExecution(planner.services);
    const client = options.cache?.client(plain, supergraphSdl) ?? plain;
    const operations = new CompiledOperations<GatewayContext>(planner);
    const executor: Executor = {
      schema: planner.apiSchema,
      plansOf: ({ document, name }) => operations.of(document, name).plans,
      async execute({ operation, variables, context }) {
        const { data, errors, valueCompletion } = await operations.of(operation.document, operation.name).run(client, variables, context);
        return valueCompletion.length > 0 ? { data, errors, extensions: { valueCompletion } } : { data, errors };
      },
    };
    return startEngine(supergraphSdl, executor, options);
  };
}
