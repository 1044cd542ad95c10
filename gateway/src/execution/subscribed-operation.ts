import type { QueryPlan } from '@apollo/query-planner';
import type { SubgraphAnswer, SubgraphClient, SubgraphRequest } from './client.js';
import { downstreamError } from './errors.js';
import type { Run } from './fetch-tree.js';
import { fetchedOperation } from './fetched-operation.js';
import type { Answer } from './operation.js';
import { applyRewrites } from './rewrites.js';
import type { TypeConditions } from './type-conditions.js';
import { isObject } from './values.js';

type Values = Readonly<Record<string, unknown>>;

/** The two halves of a subscription: what is asked of one subgraph as a stream, and what each of its events still needs. */
export interface SubscribedOperation<C> {
  readonly service: string;
  readonly request: SubgraphRequest;
  /** Variables of the stream as JSON text. */
  variables(given: Values): string;
  /** An event as it came → the answer as it goes out. Takes the event's data over. */
  complete(event: SubgraphAnswer, client: SubgraphClient<C>, given: Values, context: C): Promise<Answer>;
}

interface Parts<C> {
  begin(given: Values, client: SubgraphClient<C>, context: C): Run<C>;
  /** Runs the rest of the plan on what the event brought. */
  complete(run: Run<C>): Promise<Answer>;
}

/** Null = no subscription, or one whose requirements conflict: no single stream answers it. */
export function subscribedOperation<C>(
  plans: readonly QueryPlan[],
  conditions: TypeConditions,
  { begin, complete }: Parts<C>,
): SubscribedOperation<C> | null {
  const node = plans[0]?.node;
  if (plans.length !== 1 || node?.kind !== 'Subscription') return null;
  const { primary } = node;
  const { service, request, variables } = fetchedOperation(primary);
  return {
    service,
    request,
    variables: (given) => `{${variables(given)}}`,
    complete({ data, errors = [] }, client, given, context) {
      const run = begin(given, client, context);
      for (const error of errors) run.errors.push(downstreamError(service, error, error.path ? [...error.path] : null));
      if (isObject(data)) {
        applyRewrites(primary.outputRewrites, data, conditions);
        Object.assign(run.data, data);
      }
      return complete(run);
    },
  };
}
