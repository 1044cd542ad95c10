import type { GatewayContext } from '../graph/graph.engine.js';

/** `integrator:<id>`, `module:<id>@<release>`, `person`, `public`, `service:<name>`: who an operation is counted for. */
export type UsageClient = string;

const CLAIM = /^[\w.-]{1,64}@[\w.+-]{1,64}$/;

/** What a request says; a module's word is checked against its registered documents when it is written down. */
export function usageClientOf({ actor, module }: Pick<GatewayContext, 'actor' | 'module'>): UsageClient {
  if (actor.kind === 'client') return `integrator:${actor.id}`;
  if (actor.kind === 'service') return `service:${actor.id}`;
  return module && CLAIM.test(module) ? `module:${module}` : actor.kind;
}
