import {
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type ObjectTypeDefinitionNode,
  type InterfaceTypeDefinitionNode,
} from 'graphql';

/**
 * For an `@requires` re-entry the planner may pick a key that the subgraph declares `resolvable: false`. This gives it a
 * supergraph without those keys wherever the same type has a resolvable key in the same subgraph (audit: keys-mashup).
 */
export function withoutUnresolvableKeys(supergraphSdl: string): string {
  const clean = (node: ObjectTypeDefinitionNode | InterfaceTypeDefinitionNode) => {
    const joins = (node.directives ?? []).filter((directive) => directive.name.value === 'join__type');
    const resolvable = new Set(joins.filter((join) => hasKey(join) && !isUnresolvable(join)).map(graphOf));
    const directives = (node.directives ?? []).filter(
      (directive) => !(directive.name.value === 'join__type' && isUnresolvable(directive) && resolvable.has(graphOf(directive))),
    );
    return directives.length === (node.directives ?? []).length ? undefined : { ...node, directives };
  };
  return print(visit(parse(supergraphSdl), { ObjectTypeDefinition: clean, InterfaceTypeDefinition: clean }));
}

const argument = (directive: ConstDirectiveNode, name: string) => directive.arguments?.find((a) => a.name.value === name)?.value;
const hasKey = (directive: ConstDirectiveNode): boolean => argument(directive, 'key') !== undefined;
const graphOf = (directive: ConstDirectiveNode): string => {
  const value = argument(directive, 'graph');
  return value?.kind === Kind.ENUM ? value.value : '';
};
const isUnresolvable = (directive: ConstDirectiveNode): boolean => {
  const value = argument(directive, 'resolvable');
  return value?.kind === Kind.BOOLEAN && !value.value;
};
