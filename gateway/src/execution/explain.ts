import { prettyFormatQueryPlan, type QueryPlan } from '@apollo/query-planner';
import { parse, validate, type DocumentNode } from 'graphql';
import { liftLiterals } from './literals.js';
import { compileOperation } from './operation.js';
import type { Planner } from './planner.js';
import { typeConditions } from './type-conditions.js';
import { operationOf } from './variables.js';

/** What the executor makes of an operation, for people: its plan, the code generated for it, and what is sent to whom. */
export function explain(planner: Planner, source: string, operationName?: string): string {
  const document = parse(source);
  const faults = validate(planner.apiSchema, document);
  if (faults.length > 0) throw new Error(faults.map((fault) => fault.message).join('\n'));
  const { plans, sources } = compileOperation(
    planner,
    typeConditions(planner.fullSchema),
    asPlanned(planner, document, operationName),
    operationName,
  );
  const code = sources.filter((text) => text.includes('\n'));
  return (
    [
      ...plans.map((plan, i) => `# Plan${plans.length > 1 ? ` ${i + 1} of ${plans.length}` : ''}\n${prettyFormatQueryPlan(plan)}`),
      `# Fetches\n${plans
        .flatMap(fetches)
        .map((line, i) => `${i + 1}. ${line}`)
        .join('\n')}`,
      `# Generated code\n${code.join('\n\n')}`,
    ].join('\n\n') + '\n'
  );
}

/** With its constants as variables, as it is planned. */
function asPlanned(planner: Planner, document: DocumentNode, operationName?: string): DocumentNode {
  const operation = operationOf(document, operationName);
  return operation.operation === 'subscription' ? document : liftLiterals(planner.apiSchema, document, operation).document;
}

type Node = NonNullable<QueryPlan['node']>;

function fetches(plan: QueryPlan): string[] {
  const lines: string[] = [];
  const walk = (node: Node | undefined, path: readonly (string | number)[], when: string): void => {
    switch (node?.kind) {
      case 'Sequence':
      case 'Parallel':
        return node.nodes.forEach((below) => walk(below, path, when));
      case 'Flatten':
        return walk(node.node, [...path, ...node.path], when);
      case 'Condition':
        walk(node.ifClause, path, `${when} if $${node.condition}`);
        return walk(node.elseClause, path, `${when} unless $${node.condition}`);
      case 'Subscription':
        walk(node.primary, path, ' as a stream');
        return walk(node.rest, path, ' for every event');
      case 'Fetch':
        lines.push(`${node.serviceName}${path.length > 0 ? ` at ${path.join('.')}` : ''}${when}\n   ${node.operation}`);
    }
  };
  walk(plan.node as Node | undefined, [], '');
  return lines;
}
