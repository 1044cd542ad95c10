import { getNamedType, isInputObjectType, parse, TypeInfo, visit, visitWithTypeInfo, type GraphQLSchema } from 'graphql';
import type { ProtectedDocument } from '../../documents/document.store.js';
import { deprecatedParts, printedDay, type Deprecated } from './deprecation.rules.js';
import type { FieldUse } from './reality.js';

/** Somebody who has to move before the day. */
export interface DeprecatedUser {
  readonly kind: 'module' | 'integrator' | 'traffic';
  readonly client: string;
  readonly release?: string;
  /** Name of the operation, or the beginning of its hash. */
  readonly operation?: string;
  /** Requests in the window; traffic only. */
  readonly count?: number;
}

/** A part on its way out, and who still uses it. */
export interface DeprecatedPart extends Deprecated {
  readonly users: readonly DeprecatedUser[];
}

/** An operation asks something that is marked for removal. */
export interface DeprecationWarning {
  readonly hash: string;
  readonly operation: string | null;
  readonly field: string;
  /** ISO date; null = no day was promised. */
  readonly until: string | null;
  readonly message: { readonly vi: string; readonly en: string };
}

/** Everything deprecated in a graph with its users by name, the earliest day first. */
export function deprecatedInUse(
  schema: GraphQLSchema,
  documents: readonly ProtectedDocument[],
  usage: readonly FieldUse[],
): DeprecatedPart[] {
  const parts = new Map(deprecatedParts(schema).map((part) => [part.coordinate, { ...part, users: [] as DeprecatedUser[] }]));
  if (parts.size === 0) return [];
  for (const { client, release, hash, text } of documents) {
    const operation = nameOf(text) ?? hash.slice(0, 12);
    for (const field of deprecatedUses(schema, text))
      parts.get(field)?.users.push({ kind: client.kind, client: client.id, release, operation });
  }
  for (const { client, coordinate, count } of usage) parts.get(coordinate)?.users.push({ kind: 'traffic', client, count });
  return [...parts.values()].toSorted((a, b) => (a.until ?? '9').localeCompare(b.until ?? '9') || a.coordinate.localeCompare(b.coordinate));
}

/** What of these documents is marked for removal: told when a module is checked, long before it is refused (J-12 step 4). */
export function deprecationWarnings(schema: GraphQLSchema, documents: Readonly<Record<string, string>>): DeprecationWarning[] {
  const parts = new Map(deprecatedParts(schema).map((part) => [part.coordinate, part]));
  if (parts.size === 0) return [];
  return Object.entries(documents).flatMap(([hash, text]) => {
    const operation = nameOf(text);
    return [...deprecatedUses(schema, text)].map((field) => {
      const { until = null, reason = '' } = parts.get(field) ?? {};
      const vi = `«${operation ?? hash.slice(0, 12)}» dùng «${field}», sắp bỏ${until ? `, giữ đến ${printedDay(until)}` : ''}: ${reason}`;
      const en = `“${operation ?? hash.slice(0, 12)}” uses “${field}”, which is deprecated${until ? ` and kept until ${until}` : ''}: ${reason}`;
      return { hash, operation, field, until, message: { vi, en } };
    });
  });
}

const nameOf = (text: string): string | null => /\b(?:query|mutation|subscription)\s+(\w+)/.exec(text)?.[1] ?? null;

/** Coordinates of deprecated fields, arguments, input fields and enum values in a text; none for what is no GraphQL. */
function deprecatedUses(schema: GraphQLSchema, text: string): ReadonlySet<string> {
  const found = new Set<string>();
  const info = new TypeInfo(schema);
  const note = (part: { deprecationReason?: string | null | undefined } | null | undefined, coordinate: string): void => {
    if (part?.deprecationReason != null) found.add(coordinate);
  };
  const place = (): string => `${info.getParentType()?.name}.${info.getFieldDef()?.name}`;
  try {
    visit(
      parse(text, { noLocation: true }),
      visitWithTypeInfo(info, {
        Field: () => note(info.getFieldDef(), place()),
        Argument: ({ name }) => note(info.getArgument(), `${place()}(${name.value}:)`),
        ObjectField: ({ name }) => {
          const parent = getNamedType(info.getParentInputType());
          if (isInputObjectType(parent)) note(parent.getFields()[name.value], `${parent.name}.${name.value}`);
        },
        EnumValue: ({ value }) => note(info.getEnumValue(), `${String(info.getInputType()).replaceAll(/[[\]!]/g, '')}.${value}`),
      }),
    );
  } catch {
    return found;
  }
  return found;
}
