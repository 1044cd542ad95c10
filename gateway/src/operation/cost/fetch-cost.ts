import type { PlanNode, QueryPlan } from '@apollo/query-planner';
import { fixed, NOTHING, sum, times, type Expression } from './expression.js';
import type { Places } from './list-cost.js';

/** What a request to a subgraph costs beside the objects it brings: the request, and each object it is asked about. */
export const FETCH = { request: 10, entity: 1 } as const;

/** The requests a plan sends to subgraphs; an entity request is asked about as many objects as stand at its place. */
export const fetchCost = (plans: readonly QueryPlan[], places: Places): Expression =>
  sum(plans.map(({ node }) => (node && node.kind !== 'Subscription' ? nodeCost(node, '', places) : NOTHING)));

function nodeCost(node: PlanNode, path: string, places: Places): Expression {
  switch (node.kind) {
    case 'Sequence':
    case 'Parallel':
      return sum(node.nodes.map((child) => nodeCost(child, path, places)));
    case 'Flatten':
      return nodeCost(node.node, joined(path, node.path), places);
    case 'Condition':
      return sum([node.ifClause, node.elseClause].flatMap((child) => (child ? [nodeCost(child, path, places)] : [])));
    case 'Fetch':
      return sum([fixed(FETCH.request), node.requires?.length ? entities(path, places) : NOTHING]);
    case 'Defer':
      return NOTHING;
  }
}

function entities(path: string, places: Places): Expression {
  const sizes = places.get(path) ?? [];
  return sizes.reduceRight<Expression>((cost, size) => times(size, cost), fixed(FETCH.entity));
}

/** Response keys of a plan's path: without list marks and type conditions. */
function joined(path: string, steps: readonly (string | number)[]): string {
  const keys = steps.filter((step): step is string => typeof step === 'string' && step !== '@' && !step.startsWith('|'));
  return [path, ...keys.map((key) => key.replace(/\|.*$/, ''))].filter(Boolean).join('.');
}
