import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphClient } from './client.js';
import type { Loss } from './errors.js';
import { compileEntityFetch, compileRootFetch } from './fetches.js';
import { placesAt, type Place } from './paths.js';
import type { TypeConditions } from './type-conditions.js';
import type { JsonObject } from './values.js';

/** One execution of an operation. */
export interface Run<C> {
  readonly data: JsonObject;
  readonly variables: Record<string, unknown>;
  readonly errors: GraphQLFormattedError[];
  /** What dead subgraphs did not bring. */
  readonly losses: Loss[];
  readonly context: C;
  readonly client: SubgraphClient<C>;
  /** Requests of this turn that can go as one: equal operations of parallel branches. */
  readonly waiting: Map<string, unknown>;
}

/** A step of a plan, made once per operation. */
export type Step<C> = (run: Run<C>) => Promise<void> | undefined;

export interface CompileParts {
  conditions: TypeConditions;
  /** Collects generated sources for `graph explain`. */
  sources: string[];
}

const ROOT: readonly (string | number)[] = [];

/** Plan → closures. Everything that does not depend on the request is decided here. */
export function compileTree<C>(plan: QueryPlan, parts: CompileParts): Step<C> {
  if (!plan.node) return () => undefined;
  if (plan.node.kind === 'Subscription') throw new Error('subscriptions are executed by the live room');
  return compileNode<C>(plan.node, ROOT, parts);
}

function compileNode<C>(node: PlanNode, path: readonly (string | number)[], parts: CompileParts): Step<C> {
  switch (node.kind) {
    case 'Sequence': return sequence(node.nodes.map((n) => compileNode<C>(n, path, parts)));
    case 'Parallel': return parallel(node.nodes.map((n) => compileNode<C>(n, path, parts)));
    case 'Flatten': return compileNode(node.node, [...path, ...node.path], parts);
    case 'Condition': return condition(node.condition, node.ifClause && compileNode<C>(node.ifClause, path, parts), node.elseClause && compileNode<C>(node.elseClause, path, parts));
    case 'Fetch': return fetchStep<C>(node, path, parts);
    case 'Defer': throw new Error('@defer is not planned by this gateway');
  }
}

function fetchStep<C>(node: FetchNode, path: readonly (string | number)[], parts: CompileParts): Step<C> {
  if (node.requires?.length) {
    const fetch = compileEntityFetch<C>(node, parts);
    return (run) => fetch(run, placesAt(run.data, path));
  }
  const fetch = compileRootFetch<C>(node, parts);
  return (run) => fetch(run, path.length === 0 ? [rootPlace(run.data)] : placesAt(run.data, path));
}

const rootPlace = (data: JsonObject): Place => ({ object: data, path: () => [] });

function sequence<C>(steps: Step<C>[]): Step<C> {
  return async (run) => {
    for (const step of steps) {
      const working = step(run);
      if (working) await working;
    }
  };
}

function parallel<C>(steps: Step<C>[]): Step<C> {
  return async (run) => {
    const working = steps.map((step) => step(run)).filter((w) => w !== undefined);
    if (working.length > 0) await Promise.all(working);
  };
}

function condition<C>(variable: string, then: Step<C> | undefined, otherwise: Step<C> | undefined): Step<C> {
  return (run) => (run.variables[variable] === true ? then : otherwise)?.(run);
}
