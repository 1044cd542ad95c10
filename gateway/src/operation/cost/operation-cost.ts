import type { QueryPlan } from '@apollo/query-planner';
import type { KnownOperation } from '../known-operation.js';
import { fixed, sum, valueOf, type Expression, type Variables } from './expression.js';
import { FETCH, fetchCost } from './fetch-cost.js';
import { listCost, type ListCost } from './list-cost.js';

/** The plans of an operation, made now or before; absent for an executor that does not tell them. */
export type PlansOf = (operation: KnownOperation) => readonly QueryPlan[];

interface Known {
  lists: ListCost;
  /** Null before the first request that its lists alone do not refuse. */
  whole: Expression | null;
}

/** What operations cost: read once each, then a few multiplications per request. */
export class OperationCosts {
  readonly #known = new WeakMap<KnownOperation, Known>();

  /** @param plansOf absent = each root field is taken as one request */
  constructor(private readonly plansOf: PlansOf | null) {}

  /** Objects and requests of one run. @param enough beyond this the plan is not looked at: it is refused anyway */
  of(operation: KnownOperation, variables: Variables, enough = Number.POSITIVE_INFINITY): number {
    let known = this.#known.get(operation);
    if (!known) {
      known = { lists: listCost(operation.schema, operation.document, operation.node), whole: null };
      this.#known.set(operation, known);
    }
    if (!known.whole) {
      const objects = valueOf(known.lists.objects, variables);
      if (objects > enough) return objects;
      known.whole = sum([known.lists.objects, this.#fetches(operation, known.lists)]);
    }
    return Math.round(valueOf(known.whole, variables));
  }

  #fetches(operation: KnownOperation, { places }: ListCost): Expression {
    if (this.plansOf && operation.kind !== 'subscription') return fetchCost(this.plansOf(operation), places);
    return fixed(operation.facts.roots.size * FETCH.request);
  }
}
