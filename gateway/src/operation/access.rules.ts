import { accessOfTag, PUBLIC, ROLES, SIGNED_IN, type AssertedActor } from '@thidua/contracts';
import { Kind, parse, type DirectiveNode } from 'graphql';
import type { OperationFacts } from './operation.facts.js';

/** `Type.field` → what each of its `allow/…` tags asks. */
export type AccessTable = ReadonlyMap<string, readonly string[]>;

/** Reads the tags of a composed supergraph. */
export function accessTable(supergraphSdl: string): AccessTable {
  const table = new Map<string, readonly string[]>();
  for (const definition of parse(supergraphSdl, { noLocation: true }).definitions) {
    if (definition.kind !== Kind.OBJECT_TYPE_DEFINITION && definition.kind !== Kind.INTERFACE_TYPE_DEFINITION) continue;
    for (const field of definition.fields ?? []) {
      const access = (field.directives ?? []).flatMap((directive) => accessOf(directive) ?? []);
      if (access.length > 0) table.set(`${definition.name.value}.${field.name.value}`, access);
    }
  }
  return table;
}

function accessOf(directive: DirectiveNode): string | null {
  const value = directive.name.value === 'tag' ? directive.arguments?.[0]?.value : undefined;
  return value?.kind === Kind.STRING ? accessOfTag(value.value) : null;
}

export interface Denial {
  /** Fields that are refused, as `Type.field`. */
  fields: string[];
  /** Signing in could help: the caller is not signed in and nothing asked is undeclared. */
  signIn: boolean;
}

/**
 * Default deny: a root field without a tag is refused whoever asks, every tagged field is checked wherever it stands.
 * What concerns one object (its department, its council) is decided by the subgraph that owns it.
 */
export function denialOf(table: AccessTable, facts: OperationFacts, actor: AssertedActor): Denial | null {
  const undeclared = [...facts.roots].filter((field) => !table.has(field));
  const held = new Set<string>(actor.roles.flatMap((claim) => ROLES[claim.role].permissions));
  const refused = [...facts.coordinates].filter((field) => (table.get(field) ?? []).some((access) => !holds(access, actor, held)));
  if (undeclared.length + refused.length === 0) return null;
  return { fields: [...undeclared, ...refused], signIn: actor.kind === 'public' && undeclared.length === 0 };
}

function holds(access: string, actor: AssertedActor, held: ReadonlySet<string>): boolean {
  if (access === PUBLIC) return true;
  if (actor.kind === 'public') return false;
  return access === SIGNED_IN || held.has(access);
}
