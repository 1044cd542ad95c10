import type { FetchNode } from '@apollo/query-planner';
import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { SubgraphRequest } from './client.js';

/** Everything about a fetch that does not depend on a request. */
export interface FetchedOperation {
  readonly service: string;
  readonly request: SubgraphRequest;
  /** Keys it brings to an object. */
  readonly keys: readonly string[];
  /** It brings leaves only: nothing inside that could be added to. */
  readonly isFlat: boolean;
  /** Its variables as JSON text, without braces. */
  variables(values: Record<string, unknown>): string;
}

export function fetchedOperation(node: FetchNode): FetchedOperation {
  const query = withoutNumber(node.operation);
  const operationName = node.operationName?.replace(/__\d+$/, '');
  const used = (node.variableUsages ?? []).filter((name) => name !== 'representations');
  return {
    service: node.serviceName,
    request: { query, bodyHead: bodyHead(query, operationName), operationName, kind: node.operationKind },
    ...selected(node.operation, node.requires?.length ? '_entities' : undefined),
    variables: variablesText(used),
  };
}

function variablesText(names: readonly string[]): (values: Readonly<Record<string, unknown>>) => string {
  const heads = names.map((name) => [name, `${JSON.stringify(name)}:`] as const);
  return (values) => {
    let text = '';
    for (const [name, head] of heads) {
      const value = values[name];
      if (value !== undefined) text += (text === '' ? '' : ',') + head + JSON.stringify(value);
    }
    return text;
  };
}

/** The planner numbers its operations; equal fetches of parallel branches become equal when the number is gone. */
const withoutNumber = (operation: string): string =>
  operation.replace(/^(\s*(?:query|mutation|subscription)\s+)(\w+?)__(\w+)__\d+/, '$1$2__$3');

const bodyHead = (query: string, operationName: string | undefined): string =>
  `{"query":${JSON.stringify(query)}${operationName ? `,"operationName":${JSON.stringify(operationName)}` : ''},"variables":`;

/** What an operation of a plan selects at its root; with `below`, under that root field. Fragments are looked into. */
export function selected(operation: string, below?: string): { keys: readonly string[]; isFlat: boolean } {
  const keys = new Set<string>();
  let isFlat = true;
  const { definitions } = parse(operation, { noLocation: true });
  const fragments = new Map(
    definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d.selectionSet] as const] : [])),
  );
  const collect = (set: SelectionSetNode, isRoot: boolean): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) collect(fragments.get(node.name.value)!, isRoot);
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, isRoot);
      else if (isRoot && node.name.value === below) collect(node.selectionSet!, false);
      else if (node.name.value !== '__typename') {
        keys.add(node.alias?.value ?? node.name.value);
        if (node.selectionSet) isFlat = false;
      }
    }
  };
  for (const definition of definitions) if (definition.kind === Kind.OPERATION_DEFINITION) collect(definition.selectionSet, true);
  return { keys: [...keys], isFlat };
}
