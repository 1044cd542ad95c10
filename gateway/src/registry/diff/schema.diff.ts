import {
  findBreakingChanges,
  findDangerousChanges,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isSpecifiedScalarType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import type { AccessTable } from '../../operation/access.rules.js';
import { coordinateOf, placeOf, type Place } from './change.coordinates.js';
import { sentenceOf } from './change.sentences.js';
import type { ChangeLevel, SchemaChange } from './schema.change.js';
import { TypeReach } from './type.reach.js';

/** A graph as clients see it, and who may ask which field. */
export interface ComparedGraph {
  readonly api: GraphQLSchema;
  readonly access: AccessTable;
}

/**
 * All differences that clients can notice, breaking ones first. graphql-js is the base; additions, deprecations and changes of
 * who may ask are ours, because it does not look at them.
 */
export function diffOf(older: ComparedGraph, newer: ComparedGraph): SchemaChange[] {
  const reach = new TypeReach(older.api);
  const theirs = (level: ChangeLevel) => (change: { type: string; description: string }) => {
    const place = placeOf(change.type, change.description);
    return {
      level,
      type: change.type,
      coordinate: coordinateOf(place),
      message: { vi: sentenceOf(change.type, place, change.description), en: change.description },
      touches: touchedBy(place, reach),
    };
  };
  return [
    ...findBreakingChanges(older.api, newer.api).map(theirs('breaking')),
    ...narrowed(older, newer),
    ...findDangerousChanges(older.api, newer.api).map(theirs('dangerous')),
    ...additions(older.api, newer.api),
  ];
}

/** A field is touched itself; a whole type touches every field that has to do with it. */
function touchedBy({ type, field, directive }: Place, reach: TypeReach): string[] {
  if (directive || !type) return [];
  const own = field ? [`${type}.${field}`] : [];
  const fields = reach.fieldsWith(type);
  return own.length > 0 && fields.includes(own[0]!) ? own : fields;
}

/** Who could ask a field and no longer can. Not decidable for a single operation, so it is said and not refused. */
function narrowed(older: ComparedGraph, newer: ComparedGraph): SchemaChange[] {
  return [...newer.access].flatMap(([coordinate, asked]) => {
    const before = older.access.get(coordinate) ?? [];
    const isThere = fieldNames(older.api).has(coordinate);
    const added = asked.filter((access) => !before.includes(access) && access !== 'public');
    if (!isThere || added.length === 0) return [];
    const names = added.join(', ');
    return [
      {
        level: 'dangerous' as const,
        type: 'ACCESS_NARROWED',
        coordinate,
        message: { vi: `${coordinate} nay đòi quyền ${names}.`, en: `${coordinate} now asks ${names}.` },
        touches: [coordinate],
      },
    ];
  });
}

function additions(older: GraphQLSchema, newer: GraphQLSchema): SchemaChange[] {
  return Object.values(newer.getTypeMap())
    .filter((type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type))
    .flatMap((type) => {
      const before = older.getType(type.name);
      if (!before) return [safe('TYPE_ADDED', type.name, `Thêm kiểu ${type.name}.`, `${type.name} was added.`)];
      return memberChanges(before, type);
    });
}

interface Member {
  readonly name: string;
  readonly deprecationReason?: string | null | undefined;
}

function memberChanges(before: GraphQLNamedType, after: GraphQLNamedType): SchemaChange[] {
  const old = new Map(membersOf(before).map((member) => [member.name, member]));
  return membersOf(after).flatMap((member) => {
    const coordinate = `${after.name}.${member.name}`;
    const was = old.get(member.name);
    if (!was) {
      const isOutput = isObjectType(after) || isInterfaceType(after);
      return isOutput ? [safe('FIELD_ADDED', coordinate, `Thêm trường ${coordinate}.`, `${coordinate} was added.`)] : [];
    }
    return deprecation(coordinate, was.deprecationReason ?? null, member.deprecationReason ?? null);
  });
}

function deprecation(coordinate: string, was: string | null, is: string | null): SchemaChange[] {
  if (was === is) return [];
  if (is === null)
    return [safe('DEPRECATION_REMOVED', coordinate, `${coordinate} không còn sắp bỏ.`, `${coordinate} is no longer deprecated.`)];
  return [safe('DEPRECATED', coordinate, `${coordinate} sắp bỏ: ${is}`, `${coordinate} is deprecated: ${is}`)];
}

function membersOf(type: GraphQLNamedType): readonly Member[] {
  if (isEnumType(type)) return type.getValues();
  if (isObjectType(type) || isInterfaceType(type) || isInputObjectType(type)) return Object.values(type.getFields());
  return [];
}

const safe = (type: string, coordinate: string, vi: string, en: string): SchemaChange => ({
  level: 'safe',
  type,
  coordinate,
  message: { vi, en },
  touches: [],
});

const known = new WeakMap<GraphQLSchema, ReadonlySet<string>>();

/** Every `Type.field` that can be asked. */
export function fieldNames(schema: GraphQLSchema): ReadonlySet<string> {
  const there = known.get(schema);
  if (there) return there;
  const names = new Set(
    Object.values(schema.getTypeMap()).flatMap((type) =>
      (isObjectType(type) || isInterfaceType(type)) && !type.name.startsWith('__')
        ? Object.keys(type.getFields()).map((field) => `${type.name}.${field}`)
        : [],
    ),
  );
  known.set(schema, names);
  return names;
}
