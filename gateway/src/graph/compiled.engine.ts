import { createHash } from 'node:crypto';
import { CompiledOperations } from '../execution/compiled-operations.js';
import { preparePlanner } from '../execution/planner.js';
import { startEngine, type EngineOptions } from './apollo.server.js';
import type { Answer } from '../execution/operation.js';
import type { Executed } from '../operation/stage.js';
import type { Executor } from './executor.js';
import type { EngineFactory, GatewayContext } from './graph.engine.js';

/** Our executor: operations are planned and compiled once and then only run. */
export function compiledEngines(options: EngineOptions): EngineFactory {
  return async (supergraphSdl) => {
    const stored = await options.plans?.load(createHash('sha256').update(supergraphSdl).digest('hex'));
    const planner = await preparePlanner(supergraphSdl);
    const plain = options.client.forExecution(planner.services);
    const client = options.cache?.client(plain, supergraphSdl) ?? plain;
    const operations = new CompiledOperations<GatewayContext>(planner, stored);
    const executor: Executor = {
      schema: planner.apiSchema,
      get planned() {
        return operations.planned;
      },
      plansOf: ({ document, name }) => operations.of(document, name).plans,
      execute: async ({ operation, variables, context }) =>
        executedOf(await operations.of(operation.document, operation.name).run(client, variables, context)),
      sources({ document, name }) {
        const { events } = operations.of(document, name);
        if (!events) return null;
        const { service, request } = events;
        return {
          service,
          address: options.client.addressOf(service, planner.services.get(service)),
          body: (variables) => `${request.bodyHead}${events.variables(variables)}}`,
          complete: async (event, variables, context) => executedOf(await events.complete(event, client, variables, context)),
        };
      },
    };
    return startEngine(supergraphSdl, executor, options);
  };
}

const executedOf = ({ data, errors, valueCompletion }: Answer): Executed =>
  valueCompletion.length > 0 ? { data, errors, extensions: { valueCompletion } } : { data, errors };
