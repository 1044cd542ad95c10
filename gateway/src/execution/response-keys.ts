import { Kind, parse, type SelectionSetNode } from 'graphql';

/** Keys an operation of a plan brings at its root; with `below`, those under that root field. Fragments are looked into. */
export function responseKeys(operation: string, below?: string): readonly string[] {
  const keys = new Set<string>();
  const document = parse(operation, { noLocation: true });
  const fragments = new Map(document.definitions.flatMap((d) => (d.kind === Kind.FRAGMENT_DEFINITION ? [[d.name.value, d.selectionSet] as const] : [])));
  const collect = (set: SelectionSetNode, isRoot: boolean): void => {
    for (const node of set.selections) {
      if (node.kind === Kind.FRAGMENT_SPREAD) collect(fragments.get(node.name.value)!, isRoot);
      else if (node.kind === Kind.INLINE_FRAGMENT) collect(node.selectionSet, isRoot);
      else if (isRoot && node.name.value === below) collect(node.selectionSet!, false);
      else if (node.name.value !== '__typename') keys.add(node.alias?.value ?? node.name.value);
    }
  };
  for (const definition of document.definitions) if (definition.kind === Kind.OPERATION_DEFINITION) collect(definition.selectionSet, true);
  return [...keys];
}
