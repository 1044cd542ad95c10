import { parse } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createPlanner } from '../../execution/planner.js';
import { KnownDocument } from '../known-documents.js';
import type { Variables } from './expression.js';
import { listCost } from './list-cost.js';
import { OperationCosts } from './operation-cost.js';
import { valueOf } from './expression.js';

const planner = createPlanner(readFileSync(new URL('../../../supergraph.graphql', import.meta.url), 'utf8'));

const operationOf = (text: string) => new KnownDocument(parse(text), text, planner.apiSchema, 'test').operation(null)!.operation;
const objects = (text: string, variables: Variables = {}): number => {
  const { document, node } = operationOf(text);
  return valueOf(listCost(planner.apiSchema, document, node).objects, variables);
};
const whole = new OperationCosts(({ document, name }) => [planner.plan(document, name ?? undefined)]);

describe('the cost of an operation', () => {
  it('is one for every object it can bring; scalars cost nothing', () => {
    expect(objects('{ organisation(code: "SNV") { id name shortName } }')).toBe(1);
    expect(objects('{ organisation(code: "SNV") { id department: parent { id } } }')).toBe(2);
  });

  it('multiplies pages by what is asked of each of their rows', () => {
    // the connection itself, 50 plans, and for each a connection with 10 targets
    expect(objects('{ plans(first: 50) { nodes { id targets(first: 10) { nodes { id } } } } }')).toBe(1 + 50 * (1 + 1 + 10));
    expect(objects('{ plans(first: 50) { edges { node { id } } } }')).toBe(1 + 50 * 2);
  });

  it('takes 20 rows where a page does not say, and 10 where a list has no length', () => {
    expect(objects('{ plans { nodes { id } } }')).toBe(1 + 20);
    expect(objects('{ organisation(code: "SNV") { units { id } } }')).toBe(1 + 10);
  });

  it('is computed anew for each request from its variables', () => {
    const text = 'query ($first: Int = 5, $deep: Boolean!) { plans(first: $first) { nodes { id issuer @include(if: $deep) { id } } } }';
    expect(objects(text, { first: 100, deep: false })).toBe(1 + 100);
    expect(objects(text, { first: 100, deep: true })).toBe(1 + 100 * 2);
    expect(objects(text, { deep: false }), 'without a value').toBe(1 + 20);
    expect(objects(text, { first: -3, deep: true }), 'nonsense costs nothing, and is refused by the subgraph').toBe(1);
  });

  it('counts what is left out for sure as nothing', () => {
    expect(objects('{ plans(first: 10) @skip(if: true) { nodes { id } } organisation(code: "SNV") { id } }')).toBe(1);
  });

  it('counts through fragments', () => {
    const direct = objects('{ plans(first: 3) { nodes { issuer { id } } } }');
    expect(objects('{ plans(first: 3) { ...Page } } fragment Page on PlanConnection { nodes { ... on Plan { issuer { id } } } }')).toBe(
      direct,
    );
  });

  it('adds the requests of its plan: ten each, and one for every object a subgraph is asked about', () => {
    // one request to campaigns; one to organisations about the issuers of 30 plans
    const text = 'query Plans($first: Int!) { plans(first: $first) { nodes { id issuer { name } } } }';
    expect(whole.of(operationOf(text), { first: 30 })).toBe(1 + 30 * 2 + 10 + 10 + 30);
    expect(whole.of(operationOf('{ organisation(code: "SNV") { id } }'), {})).toBe(1 + 10);
  });

  it('does not plan what its lists alone make too dear', () => {
    let planned = 0;
    const costs = new OperationCosts(() => {
      planned += 1;
      return [];
    });
    const operation = operationOf('query Dear($first: Int!) { plans(first: $first) { nodes { id } } }');
    expect(costs.of(operation, { first: 5_000 }, 1_000)).toBe(5_001);
    expect(planned).toBe(0);
    expect(costs.of(operation, { first: 5 }, 1_000)).toBe(6);
    expect(planned).toBe(1);
  });
});
