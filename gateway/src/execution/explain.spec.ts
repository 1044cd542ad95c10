import { expect, it } from 'vitest';
import { explain } from './explain.js';
import { createPlanner } from './planner.js';
import { shopSupergraph } from './testing/shop.js';

const planner = createPlanner(shopSupergraph());

it('prints plan, fetches and generated code of an operation', () => {
  const text = explain(planner, 'query Q($a: Boolean!) { topProducts { name inStock @include(if: $a) } }');
  expect(text).toMatch(/^# Plan\nQueryPlan \{/);
  expect(text).toContain('\n1. products\n   query Q__products__0');
  expect(text).toMatch(/\n2\. inventory at topProducts\.@( if \$a)?\n/);
  expect(text).toContain('function write(o)');
  expect(text).toContain('"\\"topProducts\\":"'.slice(1, -1));
});

it('shows constants as the variables they are planned as', () => {
  expect(explain(planner, '{ product(upc: "1") { name } }')).toContain('product(upc: $literal0)');
});

it('says what is wrong with an operation instead', () => {
  expect(() => explain(planner, '{ nothing }')).toThrow('Cannot query field "nothing"');
});

it('tells of a subscription what is streamed, and what is fetched for every event', () => {
  const text = explain(createPlanner(shopSupergraph({ streams: true })), 'subscription S { me { name reviews { body } } }');
  expect(text).toContain('\n1. accounts as a stream\n   subscription S__accounts__0');
  expect(text).toMatch(/\n2\. reviews at me for every event\n/);
});
