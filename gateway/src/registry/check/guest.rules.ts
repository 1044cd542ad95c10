import { Kind, parse, visit, type ConstDirectiveNode, type DefinitionNode, type DirectiveNode, type DocumentNode } from 'graphql';
import { keyFields, problem, type HouseProblem, type ObjectNode, type Owners } from './house.rules.js';

/** What a department's subgraph may say; everything else of federation reaches into the fields of others. */
const ALLOWED = new Set(['link', 'key', 'external', 'shareable', 'tag', 'deprecated', 'specifiedBy', 'extends']);
const FEDERATION = /^https:\/\/specs\.apollo\.dev\/federation\/v2\.\d+$/;
const ROOTS = new Set(['Query', 'Mutation', 'Subscription']);
/** Types whose definitions are merged with those of others, so that a second one changes the first. */
const MERGED = new Set<string>([
  Kind.INTERFACE_TYPE_DEFINITION,
  Kind.UNION_TYPE_DEFINITION,
  Kind.ENUM_TYPE_DEFINITION,
  Kind.INPUT_OBJECT_TYPE_DEFINITION,
]);

/**
 * Rules for the subgraph of a department. It adds fields of its own and answers them; it neither takes over, hides, tags nor asks for
 * fields of others. Without them one department could answer for another's names, or have facts about people sent to its own server.
 */
export function guestProblems(subgraph: string, sdl: string, others: readonly string[], owners: Owners): HouseProblem[] {
  const document = parse(sdl, { noLocation: true });
  const foreign = others.map((other) => parse(other, { noLocation: true }));
  const isForeign = (name: string): boolean => ROOTS.has(name) || (owners.has(name) && owners.get(name) !== subgraph);
  const taken = takenFields(foreign);
  const objects = document.definitions.filter(
    (d): d is ObjectNode => d.kind === Kind.OBJECT_TYPE_DEFINITION || d.kind === Kind.OBJECT_TYPE_EXTENSION,
  );
  return [
    ...strangeDirectives(document),
    ...mergedTypes(document, foreign),
    ...objects.filter(({ name }) => isForeign(name.value)).flatMap((type) => entityProblems(type, taken)),
  ];
}

/** By its plain name only: an alias would be another way to the same directive. */
function strangeDirectives(document: DocumentNode): HouseProblem[] {
  const found = new Map<string, HouseProblem>();
  const note = (name: string, vi: string, en: string): void => void found.set(name, problem('guest.directive', `@${name}`, vi, en));
  visit(document, {
    Directive(node) {
      const name = node.name.value;
      if (!ALLOWED.has(name)) note(name, 'không dùng được trong phân hệ của một Sở.', 'is not for a department’s subgraph.');
      if (name === 'link' && !isPlainLink(node))
        note(name, 'chỉ nhập federation 2, không đặt tên khác.', 'imports federation 2 only, under its own names.');
    },
  });
  return [...found.values()];
}

function isPlainLink(node: DirectiveNode): boolean {
  return (node.arguments ?? []).every(({ name, value }) => {
    if (name.value === 'url') return value.kind === Kind.STRING && FEDERATION.test(value.value);
    return name.value === 'import' && value.kind === Kind.LIST && value.values.every(({ kind }) => kind === Kind.STRING);
  });
}

function mergedTypes(document: DocumentNode, foreign: readonly DocumentNode[]): HouseProblem[] {
  const names = new Set(foreign.flatMap(({ definitions }) => definitions.filter(isMerged).map(nameOf)));
  return document.definitions
    .filter((definition) => isMerged(definition) && names.has(nameOf(definition)))
    .map((definition) =>
      problem(
        'guest.type',
        nameOf(definition),
        'đã có ở phân hệ khác; đặt tên khác cho kiểu của mình.',
        'is another subgraph’s; name yours differently.',
      ),
    );
}

const isMerged = ({ kind }: DefinitionNode): boolean => MERGED.has(kind.replace('Extension', 'Definition'));
const nameOf = (definition: DefinitionNode): string => ('name' in definition && definition.name ? definition.name.value : '');

function takenFields(foreign: readonly DocumentNode[]): ReadonlySet<string> {
  return new Set(
    foreign.flatMap(({ definitions }) =>
      definitions.flatMap((d) =>
        d.kind === Kind.OBJECT_TYPE_DEFINITION || d.kind === Kind.OBJECT_TYPE_EXTENSION
          ? (d.fields ?? []).filter((field) => !has(field, 'external')).map((field) => `${d.name.value}.${field.name.value}`)
          : [],
      ),
    ),
  );
}

/** An entity of others (or a root type): new fields only, found by one key, nothing said about what is there. */
function entityProblems(type: ObjectNode, taken: ReadonlySet<string>): HouseProblem[] {
  const name = type.name.value;
  const keys = (type.directives ?? []).filter((directive) => directive.name.value === 'key');
  const ownKeys = keyFields(type);
  const found: HouseProblem[] = [];
  if (keys.length > 1) found.push(problem('guest.key', name, 'chỉ nhận một @key.', 'is found by one @key only.'));
  if (has(type, 'tag')) found.push(problem('guest.tag', name, 'là của phân hệ khác, không gắn @tag.', 'is another’s and is not tagged.'));
  for (const field of type.fields ?? []) {
    const coordinate = `${name}.${field.name.value}`;
    const isKey = ownKeys.has(field.name.value);
    if (isKey && has(field, 'tag'))
      found.push(problem('guest.tag', coordinate, 'là của phân hệ khác, không gắn @tag.', 'is another’s and is not tagged.'));
    if (!isKey && taken.has(coordinate))
      found.push(problem('guest.field', coordinate, 'đã có ở phân hệ khác.', 'is answered by another subgraph.'));
  }
  return found;
}

const has = (node: { directives?: readonly (DirectiveNode | ConstDirectiveNode)[] | undefined }, name: string): boolean =>
  (node.directives ?? []).some((directive) => directive.name.value === name);
