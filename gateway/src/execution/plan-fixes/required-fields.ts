import {
  getNamedType,
  isCompositeType,
  Kind,
  parse,
  print,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What fields of the supergraph require with arguments: "Type.field" → field name → the arguments as text. */
export interface RequiredArguments {
  /** Names that some `@requires` asks with arguments. */
  names: ReadonlySet<string>;
  byField: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** Reads every `@join__field(requires: …)` of a supergraph. */
export function requiredArguments(supergraphSdl: string): RequiredArguments {
  const names = new Set<string>();
  const byField = new Map<string, Map<string, string>>();
  visit(parse(supergraphSdl), {
    ObjectTypeDefinition(node: ObjectTypeDefinitionNode) {
      for (const field of node.fields ?? []) {
        for (const directive of field.directives ?? []) {
          const value = directive.arguments?.find((a) => a.name.value === 'requires')?.value;
          if (directive.name.value !== 'join__field' || value?.kind !== Kind.STRING) continue;
          const used = argumentsIn(value.value);
          if (used.size > 0) byField.set(`${node.name.value}.${field.name.value}`, used);
          for (const name of used.keys()) names.add(name);
        }
      }
    },
  });
  return { names, byField };
}

function argumentsIn(fields: string): Map<string, string> {
  const found = new Map<string, string>();
  visit(parse(`{ ${fields} }`), {
    Field(node) {
      if (node.arguments?.length)
        found.set(
          node.name.value,
          node.arguments
            .map((a) => print(a))
            .toSorted()
            .join(', '),
        );
    },
  });
  return found;
}

const PREFIX = 'client_';
const MARK = '_asked';

/** The response key under which an aliased client field travels, and back. */
export const travelKey = (key: string): string => `${PREFIX}${key}${MARK}`;
export const clientKey = (key: string): string =>
  key.startsWith(PREFIX) && key.endsWith(MARK) ? key.slice(PREFIX.length, -MARK.length) : key;

/**
 * A client's `comments(limit: 1)` and a required `comments(limit: 3)` would share one response key, and one answer would
 * overwrite the other: the client's field travels under another key (audit: requires-with-argument).
 * @returns the document to plan; the same one when nothing had to change
 */
export function withTravelKeys(document: DocumentNode, required: RequiredArguments): DocumentNode {
  if (required.names.size === 0) return document;
  return visit(document, {
    Field(node: FieldNode) {
      const key = node.alias?.value ?? node.name.value;
      if (!required.names.has(node.name.value) && !required.names.has(key)) return undefined;
      return { ...node, alias: { kind: Kind.NAME, value: travelKey(key) } };
    },
  });
}

/**
 * Two fields of one type whose `@requires` need one field with different arguments cannot be planned together. Colours
 * such fields and gives one document per colour; their answers are merged (audit: requires-with-argument-conflict).
 */
export function splitConflicts(document: DocumentNode, schema: GraphQLSchema, required: RequiredArguments): DocumentNode[] {
  const colours = colourFields(document, schema, required);
  const count = Math.max(1, ...[...colours.values()].map((colour) => colour + 1));
  if (count === 1) return [document];
  return Array.from(
    { length: count },
    (_, wanted) =>
      visit(document, {
        Field: { enter: (node) => (colours.has(node) && colours.get(node) !== wanted ? null : undefined) },
        SelectionSet: {
          leave: (node: SelectionSetNode) =>
            node.selections.length === 0
              ? { ...node, selections: [{ kind: Kind.FIELD, name: { kind: Kind.NAME, value: '__typename' } }] }
              : undefined,
        },
      }) as DocumentNode,
  );
}

/** The colour of every field that requires something with arguments: equal arguments share a colour. */
function colourFields(document: DocumentNode, schema: GraphQLSchema, required: RequiredArguments): Map<FieldNode, number> {
  const colours = new Map<FieldNode, number>();
  if (required.byField.size < 2) return colours;
  const palettes = new Map<string, Map<string, string>[]>();
  const info = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(info, {
      Field(node) {
        const parent = info.getParentType();
        const needs =
          parent && isCompositeType(getNamedType(parent)) ? required.byField.get(`${parent.name}.${node.name.value}`) : undefined;
        if (!needs || !parent) return;
        const palette = palettes.get(parent.name) ?? [];
        palettes.set(parent.name, palette);
        let colour = palette.findIndex((taken) => [...needs].every(([name, text]) => (taken.get(name) ?? text) === text));
        if (colour < 0) colour = palette.push(new Map()) - 1;
        for (const [name, text] of needs) palette[colour]!.set(name, text);
        colours.set(node, colour);
      },
    }),
  );
  return colours;
}
