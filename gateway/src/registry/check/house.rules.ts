import { accessOfTag, PERMISSIONS, PUBLIC, SIGNED_IN } from '@thidua/contracts';
import {
  Kind,
  parse,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type ObjectTypeDefinitionNode,
  type ObjectTypeExtensionNode,
} from 'graphql';
import { removalDate } from './deprecation.rules.js';

/** Something a subgraph may not have, whoever publishes it. */
export interface HouseProblem {
  readonly rule:
    | 'root.access'
    | 'access.unknown'
    | 'crossing.nullable'
    | 'deprecated.until'
    | 'guest.directive'
    | 'guest.type'
    | 'guest.key'
    | 'guest.tag'
    | 'guest.field';
  readonly coordinate: string;
  readonly message: { readonly vi: string; readonly en: string };
}

/** Owner of every entity by type name. */
export type Owners = ReadonlyMap<string, string>;

export type ObjectNode = ObjectTypeDefinitionNode | ObjectTypeExtensionNode;

const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
const KNOWN = new Set<string>([PUBLIC, SIGNED_IN, ...PERMISSIONS]);

/** House rules for the SDL of one subgraph; empty = it keeps them all. */
export function houseProblems(subgraph: string, sdl: string, owners: Owners): HouseProblem[] {
  const types = objectNodes(sdl);
  return [...types.flatMap(accessProblems), ...crossingNonNull(subgraph, types, owners).map(crossingProblem), ...types.flatMap(undated)];
}

export const objectNodes = (sdl: string): ObjectNode[] =>
  parse(sdl, { noLocation: true }).definitions.filter(
    (d): d is ObjectNode => d.kind === Kind.OBJECT_TYPE_DEFINITION || d.kind === Kind.OBJECT_TYPE_EXTENSION,
  );

/** Default deny: a root field nobody declared would be refused to everybody, so it is not published. */
function accessProblems(type: ObjectNode): HouseProblem[] {
  return (type.fields ?? []).flatMap((field): HouseProblem[] => {
    const coordinate = `${type.name.value}.${field.name.value}`;
    const access = tagsOf(field)
      .map(accessOfTag)
      .filter((tag) => tag !== null);
    const unknown = access.filter((tag) => !KNOWN.has(tag));
    const isOpen = ROOTS.has(type.name.value) && access.length === 0 && !has(field, 'inaccessible');
    return [
      ...(isOpen
        ? [problem('root.access', coordinate, 'chưa khai ai được hỏi (@tag "allow/…").', 'does not say who may ask it (@tag "allow/…").')]
        : []),
      ...unknown.map((tag) => problem('access.unknown', coordinate, `đòi quyền không có: ${tag}.`, `asks an unknown permission: ${tag}.`)),
    ];
  });
}

/**
 * Fields that another subgraph answers, and must be nullable: contributed to a foreign entity, pointing at one, or on Query. A dead
 * subgraph then costs its own fields and not the whole answer.
 */
export function crossingNonNull(subgraph: string, types: readonly ObjectNode[], owners: Owners): string[] {
  const isForeign = (name: string): boolean => owners.has(name) && owners.get(name) !== subgraph;
  return types.flatMap((type) => {
    const keys = keyFields(type);
    const isContributed = isForeign(type.name.value) || type.name.value === 'Query';
    return (type.fields ?? [])
      .filter(({ type: of }) => of.kind === Kind.NON_NULL_TYPE)
      .filter((field) => !has(field, 'external') && !keys.has(field.name.value))
      .filter(
        ({ type: of }) =>
          isContributed || (of.kind === Kind.NON_NULL_TYPE && of.type.kind === Kind.NAMED_TYPE && isForeign(of.type.name.value)),
      )
      .map((field) => `${type.name.value}.${field.name.value}`);
  });
}

const crossingProblem = (coordinate: string): HouseProblem =>
  problem(
    'crossing.nullable',
    coordinate,
    'qua ranh giới phân hệ nên phải có thể rỗng (bỏ dấu «!»).',
    'crosses a subgraph and must be nullable (drop the “!”).',
  );

function undated(type: ObjectNode): HouseProblem[] {
  return (type.fields ?? []).flatMap((field) => {
    const reason = field.directives?.find((d) => d.name.value === 'deprecated')?.arguments?.find((a) => a.name.value === 'reason')?.value;
    if (!has(field, 'deprecated') || (reason?.kind === Kind.STRING && removalDate(reason.value))) return [];
    const coordinate = `${type.name.value}.${field.name.value}`;
    return [
      problem(
        'deprecated.until',
        coordinate,
        'sắp bỏ thì nói giữ đến ngày nào («đến 30/06/2026»).',
        'is deprecated without a day (“until 2026-06-30”).',
      ),
    ];
  });
}

/** In both languages, the coordinate first. */
export function problem(rule: HouseProblem['rule'], coordinate: string, vi: string, en: string): HouseProblem {
  return { rule, coordinate, message: { vi: `${coordinate} ${vi}`, en: `${coordinate} ${en}` } };
}

/** Entities of an SDL: types with a key. */
export const entitiesOf = (sdl: string): string[] => [
  ...new Set(
    objectNodes(sdl)
      .filter((type) => has(type, 'key'))
      .map((type) => type.name.value),
  ),
];

/** Names in the keys of an entity. */
export function keyFields(type: ObjectNode): ReadonlySet<string> {
  const keys = (type.directives ?? []).filter((d) => d.name.value === 'key');
  return new Set(keys.flatMap((key) => stringArgument(key, 'fields')?.match(/\w+/g) ?? []));
}

const tagsOf = (field: FieldDefinitionNode): string[] =>
  (field.directives ?? []).filter((d) => d.name.value === 'tag').flatMap((d) => stringArgument(d, 'name') ?? []);

function stringArgument(directive: ConstDirectiveNode, name: string): string | null {
  const value = directive.arguments?.find((a) => a.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : null;
}

const has = (node: { directives?: readonly ConstDirectiveNode[] | undefined }, name: string): boolean =>
  (node.directives ?? []).some((d) => d.name.value === name);
