/**
 * graphql-js finds the changes but tells where only in English: the sentence is read here. Every kind of sentence of the pinned
 * version is covered by a test, so that an update of the library cannot silently lose coordinates.
 */
const A_FIELD = /^(?<type>\w+)\.(?<field>\w+) (?:was removed|changed type)/;
const AN_ARGUMENT = /^(?<type>\w+)\.(?<field>\w+) arg (?<arg>\w+) /;
const ADDED_ARGUMENT = /arg (?<arg>\w+) on (?<type>\w+)\.(?<field>\w+) was added/;
const A_VALUE = /^(?<field>\w+) was (?:removed from|added to) enum type (?<type>\w+)\./;
const A_MEMBER = /^(?<member>\w+) was (?:removed from|added to) union type (?<type>\w+)\./;

const SENTENCES: Readonly<Record<string, RegExp>> = {
  TYPE_REMOVED: /^(?:Standard scalar )?(?<type>\w+) was removed/,
  TYPE_CHANGED_KIND: /^(?<type>\w+) changed from/,
  TYPE_REMOVED_FROM_UNION: A_MEMBER,
  TYPE_ADDED_TO_UNION: A_MEMBER,
  VALUE_REMOVED_FROM_ENUM: A_VALUE,
  VALUE_ADDED_TO_ENUM: A_VALUE,
  REQUIRED_INPUT_FIELD_ADDED: /field (?<field>\w+) on input type (?<type>\w+) was added/,
  OPTIONAL_INPUT_FIELD_ADDED: /field (?<field>\w+) on input type (?<type>\w+) was added/,
  IMPLEMENTED_INTERFACE_REMOVED: /^(?<type>\w+) no longer implements interface (?<member>\w+)\./,
  IMPLEMENTED_INTERFACE_ADDED: /^(?<member>\w+) added to interfaces implemented by (?<type>\w+)\./,
  FIELD_REMOVED: A_FIELD,
  FIELD_CHANGED_KIND: A_FIELD,
  REQUIRED_ARG_ADDED: ADDED_ARGUMENT,
  OPTIONAL_ARG_ADDED: ADDED_ARGUMENT,
  ARG_REMOVED: AN_ARGUMENT,
  ARG_CHANGED_KIND: AN_ARGUMENT,
  ARG_DEFAULT_VALUE_CHANGE: AN_ARGUMENT,
  DIRECTIVE_REMOVED: /^(?<directive>\w+) was removed/,
  DIRECTIVE_ARG_REMOVED: /^(?<arg>\w+) was removed from (?<directive>\w+)\./,
  REQUIRED_DIRECTIVE_ARG_ADDED: /arg (?<arg>\w+) on directive (?<directive>\w+) was added/,
  DIRECTIVE_REPEATABLE_REMOVED: /removed from (?<directive>\w+)\./,
  DIRECTIVE_LOCATION_REMOVED: /removed from (?<directive>\w+)\./,
};

/** Where a change of graphql-js is. */
export interface Place {
  readonly type?: string;
  readonly field?: string;
  readonly arg?: string;
  readonly member?: string;
  readonly directive?: string;
}

/** @throws Error for a sentence nobody taught us: a new version of graphql-js */
export function placeOf(type: string, description: string): Place {
  const found = SENTENCES[type]?.exec(description)?.groups;
  if (!found) throw new Error(`graphql-js says a change in words that are not known here: ${type}: ${description}`);
  return found;
}

export function coordinateOf({ type, field, arg, directive }: Place): string {
  if (directive) return `@${directive}${arg ? `(${arg}:)` : ''}`;
  return `${type ?? ''}${field ? `.${field}` : ''}${arg ? `(${arg}:)` : ''}`;
}
