import { Kind, parse, print, type DefinitionNode } from 'graphql';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hashOf, hashOfId } from '../../documents/document.hash.js';
import { createPlanner } from '../../execution/planner.js';
import { KnownDocument } from '../known-documents.js';
import { OperationCosts } from './operation-cost.js';

const at = (path: string): string => readFileSync(new URL(`../../../../${path}`, import.meta.url), 'utf8');
const planner = createPlanner(at('gateway/supergraph.graphql'));
const costs = new OperationCosts(({ document, name }) => [planner.plan(document, name ?? undefined)]);
/** The longest page a subgraph gives. */
const LONGEST = { first: 100 };

function costOf(text: string): number {
  const { operation } = new KnownDocument(parse(text), hashOf(text), planner.apiSchema, 'test').operation(null)!;
  return costs.of(operation, LONGEST);
}

const shipped = ['shared/pages', 'frontends/shell'].flatMap((room) =>
  Object.entries(JSON.parse(at(`${room}/src/generated/persisted-documents.json`)) as Record<string, string>).map(
    ([id, text]) => [/(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1] ?? id, id, text] as const,
  ),
);
const contract = parse(at('test/supergraph/contract.graphql')).definitions;
const isFragment = (d: DefinitionNode): boolean => d.kind === Kind.FRAGMENT_DEFINITION;
const asked = contract.flatMap((d) =>
  d.kind === Kind.OPERATION_DEFINITION
    ? [
        [
          d.name?.value ?? '?',
          [d, ...contract.filter((f) => isFragment(f) && print(d).includes(`...${(f as { name: { value: string } }).name.value}`))]
            .map(print)
            .join('\n'),
        ] as const,
      ]
    : [],
);

describe('what is really asked costs less than its caller may ask', () => {
  it.each(shipped)('%s of a page: 20,000 for a person', (_name, id, text) => {
    expect(hashOfId(id)).toBe(hashOf(text));
    expect(costOf(text)).toBeLessThanOrEqual(20_000);
  });

  it.each(asked)('%s of the contract: 10,000 for an integrator', (_name, text) => {
    expect(costOf(text)).toBeLessThanOrEqual(10_000);
  });
});
