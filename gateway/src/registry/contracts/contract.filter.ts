import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import type { AccessTable } from '../../operation/access.rules.js';
import { EVERYTHING, grantedBy, type Contract } from './contract.js';

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const SPECIFIED = new Set(['String', 'Int', 'Float', 'Boolean', 'ID']);

/** `Type.field` or `Type` → names of its tags `contract/…`. */
export type ContractTags = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Tags by which a subgraph moves a field (or a whole type) between contracts: `contract/ministry` adds it to one, although its access
 * would not; `contract/not-integrator` takes it out.
 */
export function contractTags(supergraphSdl: string): ContractTags {
  const tags = new Map<string, ReadonlySet<string>>();
  const note = (coordinate: string, directives: readonly ConstDirectiveNode[] | undefined): void => {
    const found = (directives ?? []).flatMap(contractTag);
    if (found.length > 0) tags.set(coordinate, new Set(found));
  };
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (!('name' in definition) || !definition.name) continue;
    note(definition.name.value, 'directives' in definition ? (definition.directives as readonly ConstDirectiveNode[]) : []);
    if ('fields' in definition)
      for (const field of definition.fields ?? []) note(`${definition.name.value}.${field.name.value}`, field.directives);
  }
  return tags;
}

function contractTag(directive: ConstDirectiveNode): string[] {
  const value = directive.name.value === 'tag' ? directive.arguments?.[0]?.value : undefined;
  return value?.kind === Kind.STRING && value.value.startsWith('contract/') ? [value.value.slice('contract/'.length)] : [];
}

/** The part of the clients' graph that a contract shows; what nothing leads to any more is gone as well. */
export function filteredGraph(api: DocumentNode, access: AccessTable, tags: ContractTags, contract: Contract): DocumentNode {
  const granted = grantedBy(contract);
  const hidden = new Set(contract.hides.flatMap((name) => [name, `${name}Connection`, `${name}Edge`]));
  const isIn = (coordinate: string): boolean => {
    if (hidden.has(coordinate)) return false;
    const own = tags.get(coordinate);
    if (own?.has(`not-${contract.id}`)) return false;
    if (own?.has(contract.id) || granted.has(EVERYTHING)) return true;
    return (access.get(coordinate) ?? []).every((asked) => granted.has(asked));
  };
  const types = api.definitions.filter(isTypeDefinition).filter(({ name }) => isIn(name.value));
  const shown = types.map((type) => withFields(type, (field) => isIn(`${type.name.value}.${field}`)));
  return { kind: Kind.DOCUMENT, definitions: [...api.definitions.filter((d) => !isTypeDefinition(d)), ...reachable(withoutHoles(shown))] };
}

const isTypeDefinition = (definition: DefinitionNode): definition is TypeDefinitionNode =>
  definition.kind.endsWith('TypeDefinition') && 'name' in definition;

function withFields(type: TypeDefinitionNode, keep: (field: string) => boolean): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return type;
  return { ...type, fields: (type.fields ?? []).filter(({ name }) => keep(name.value)) };
}

/** Takes out types that have become empty, and with them every field, argument and member that names one; until nothing changes. */
function withoutHoles(types: readonly TypeDefinitionNode[]): TypeDefinitionNode[] {
  const solid = types.filter((type) => !isEmpty(type));
  const names = new Set(solid.map(({ name }) => name.value));
  const isThere = (name: string): boolean => names.has(name) || SPECIFIED.has(name);
  const mended = solid.map((type) => mend(type, isThere));
  return solid.length === types.length && mended.every((type, i) => type === solid[i]) ? mended : withoutHoles(mended);
}

function isEmpty(type: TypeDefinitionNode): boolean {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return (type.types ?? []).length === 0;
  return type.kind !== Kind.SCALAR_TYPE_DEFINITION && type.kind !== Kind.ENUM_TYPE_DEFINITION && (type.fields ?? []).length === 0;
}

function mend(type: TypeDefinitionNode, isThere: (name: string) => boolean): TypeDefinitionNode {
  if (type.kind === Kind.UNION_TYPE_DEFINITION) return kept(type, 'types', (member) => isThere(member.name.value));
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return kept(type, 'fields', (field) => isThere(nameOf(field.type)));
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION && type.kind !== Kind.INTERFACE_TYPE_DEFINITION) return type;
  const arguable = kept(type, 'fields', (field) => isThere(nameOf(field.type)) && argumentsAre(field, isThere));
  return kept(arguable, 'interfaces', (face) => isThere(face.name.value));
}

const argumentsAre = (field: FieldDefinitionNode, isThere: (name: string) => boolean): boolean =>
  (field.arguments ?? []).every(({ type }: InputValueDefinitionNode) => isThere(nameOf(type)));

/** The same node when nothing goes: that is how the end is seen. */
function kept<T extends TypeDefinitionNode, K extends 'fields' | 'types' | 'interfaces'>(
  type: T,
  key: K,
  keep: (part: K extends keyof T ? (NonNullable<T[K]> extends readonly (infer P)[] ? P : never) : never) => boolean,
): T {
  const parts = ((type as unknown as Record<string, unknown>)[key] ?? []) as never[];
  const left = parts.filter(keep);
  return left.length === parts.length ? type : { ...type, [key]: left };
}

/** Only what a root field leads to; of an interface also the types that are one. */
function reachable(types: readonly TypeDefinitionNode[]): TypeDefinitionNode[] {
  const byName = new Map(types.map((type) => [type.name.value, type]));
  const found = new Set<string>();
  const visit = (name: string): void => {
    const type = byName.get(name);
    if (!type || found.has(name)) return;
    found.add(name);
    if (type.kind === Kind.UNION_TYPE_DEFINITION) type.types?.forEach((member) => visit(member.name.value));
    if ('interfaces' in type) type.interfaces?.forEach((face) => visit(face.name.value));
    if (type.kind === Kind.INTERFACE_TYPE_DEFINITION)
      types.forEach(
        (other) => 'interfaces' in other && other.interfaces?.some((face) => face.name.value === name) && visit(other.name.value),
      );
    if (!('fields' in type)) return;
    for (const field of type.fields ?? []) {
      visit(nameOf(field.type));
      if ('arguments' in field) field.arguments?.forEach((argument) => visit(nameOf(argument.type)));
    }
  };
  ROOTS.forEach(visit);
  return types.filter(({ name }) => found.has(name.value));
}

const nameOf = (type: TypeNode): string => (type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type));
