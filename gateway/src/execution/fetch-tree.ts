import type { FetchNode, PlanNode, QueryPlan } from '@apollo/query-planner';
import type { GraphQLFormattedError } from 'graphql';
import type { SubgraphClient } from './client.js';
import type { Loss } from './errors.js';
import { compileEntityFetch, compileRootFetch, type Batch } from './fetches.js';
import { fetchedOperation, type FetchedOperation } from './fetched-operation.js';
import type { PlanPath } from './paths.js';
import type { TypeConditions } from './type-conditions.js';
import type { JsonObject } from './values.js';

/** One execution of an operation. */
export interface Run<C> {
  readonly data: JsonObject;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly errors: GraphQLFormattedError[];
  /** Equal objects share what is in them. */
  isSharing: boolean;
  /** What dead subgraphs did not bring. */
  readonly losses: Loss[];
  readonly context: C;
  readonly client: SubgraphClient<C>;
  /** Requests of this turn that can go as one: equal operations of parallel branches. */
  readonly waiting: Map<number, Batch>;
}

/** A step of a plan, made once per operation. */
export type Step<C> = (run: Run<C>) => Promise<void> | undefined;

export interface CompileParts {
  conditions: TypeConditions;
  /** Collects generated sources for `graph explain`. */
  sources: string[];
  /** One counter for all fetches with the same text. */
  alike(text: string): { count: number; id: number };
}

export function compileParts(conditions: TypeConditions): CompileParts {
  const known = new Map<string, { count: number; id: number }>();
  return {
    conditions,
    sources: [],
    alike(text) {
      const counter = known.get(text) ?? { count: 0, id: known.size };
      counter.count += 1;
      known.set(text, counter);
      return counter;
    },
  };
}

const ROOT: PlanPath = [];

interface Place {
  /** Field names on the way. */
  names: readonly string[];
  operation: FetchedOperation;
  /** Fetches that have ended when this one begins. */
  before: ReadonlySet<FetchNode>;
}

interface Branch extends CompileParts {
  places: ReadonlyMap<FetchNode, Place>;
}

/** Plan → closures. Everything that does not depend on the request is decided here. */
export function compileTree<C>(plan: QueryPlan, parts: CompileParts): Step<C> {
  // Of a subscription: what an event of the stream still needs.
  const node = plan.node?.kind === 'Subscription' ? plan.node.rest : plan.node;
  if (!node) return () => undefined;
  const places = new Map<FetchNode, Place>();
  notePlaces(node, ROOT, new Set(), places);
  return compileNode<C>(node, ROOT, { ...parts, places });
}

/** @returns the fetches below */
function notePlaces(node: PlanNode, path: PlanPath, before: ReadonlySet<FetchNode>, places: Map<FetchNode, Place>): FetchNode[] {
  switch (node.kind) {
    case 'Sequence': {
      const done = new Set(before);
      return node.nodes.flatMap((n) => {
        const below = notePlaces(n, path, new Set(done), places);
        for (const fetch of below) done.add(fetch);
        return below;
      });
    }
    case 'Parallel':
      return node.nodes.flatMap((n) => notePlaces(n, path, before, places));
    case 'Flatten':
      return notePlaces(node.node, [...path, ...node.path], before, places);
    case 'Condition':
      return [node.ifClause, node.elseClause].flatMap((n) => (n ? notePlaces(n, path, before, places) : []));
    case 'Fetch': {
      const names = path.filter((key): key is string => typeof key === 'string' && key !== '@');
      places.set(node, { names, operation: fetchedOperation(node), before });
      return [node];
    }
    case 'Defer':
      throw new Error('@defer is not planned by this gateway');
  }
}

function compileNode<C>(node: PlanNode, path: PlanPath, branch: Branch): Step<C> {
  switch (node.kind) {
    case 'Sequence':
      return sequence(node.nodes.map((n) => compileNode<C>(n, path, branch)));
    case 'Parallel':
      return parallel(node.nodes.map((n) => compileNode<C>(n, path, branch)));
    case 'Flatten':
      return compileNode(node.node, [...path, ...node.path], branch);
    case 'Condition':
      return condition(
        node.condition,
        node.ifClause && compileNode<C>(node.ifClause, path, branch),
        node.elseClause && compileNode<C>(node.elseClause, path, branch),
      );
    case 'Fetch':
      return fetchStep(node, path, branch);
    case 'Defer':
      throw new Error('@defer is not planned by this gateway');
  }
}

function fetchStep<C>(node: FetchNode, path: PlanPath, branch: Branch): Step<C> {
  const { operation } = branch.places.get(node)!;
  if (!node.requires?.length) return compileRootFetch<C>(node, operation, path, branch);
  return compileEntityFetch<C>(node, operation, path, mayShare(node, branch.places), branch);
}

/**
 * Whether objects that are one entity may share what this fetch brings. What is fetched below them is the same for all; only a
 * fetch at their own place, or from above, could add different things to equal objects, if it brings the same keys.
 */
function mayShare(node: FetchNode, places: ReadonlyMap<FetchNode, Place>): boolean {
  const own = places.get(node)!;
  return [...places].every(([other, { names, operation }]) => {
    if (other === node || own.before.has(other) || names.length > own.names.length) return true;
    if (names.some((name, i) => own.names[i] !== name)) return true;
    const below = own.names[names.length];
    return below === undefined ? !operation.keys.some((key) => own.operation.keys.includes(key)) : !operation.keys.includes(below);
  });
}

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
