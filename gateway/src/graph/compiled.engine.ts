import { CompiledGateway, stringifyAnswer } from '../execution/compiled-gateway.js';
import { createPlanner } from '../execution/planner.js';
import { startApollo, type ApolloEngineOptions } from './apollo.server.js';
import type { EngineFactory, GatewayContext } from './graph.engine.js';

/** Our executor: operations are planned and compiled once and then only run. */
export function compiledEngines(options: ApolloEngineOptions): EngineFactory {
  return (supergraphSdl) => {
    const planner = createPlanner(supergraphSdl);
    const gateway = new CompiledGateway<GatewayContext>({ supergraphSdl, planner, client: options.client.forExecution(planner.services) });
    return startApollo(supergraphSdl, { gateway: gateway.asGateway() as never, stringifyResult: stringifyAnswer }, options);
  };
}
