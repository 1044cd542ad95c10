import { isEnumType, isInputObjectType, isInterfaceType, isObjectType, type GraphQLSchema } from 'graphql';

const UNTIL = /(?:until|đến(?: hết)?(?: ngày)?)\s+(?:(\d{4})-(\d{2})-(\d{2})|(\d{2})\/(\d{2})\/(\d{4}))/iu;

/**
 * The day a deprecated part of the graph may go: `@deprecated(reason: "Dùng ratings; giữ đến 30/06/2026")` or
 * `"… until 2026-06-30"`. Up to and including that day it stays.
 * @returns ISO date, null when none is said or the day does not exist
 */
export function removalDate(reason: string): string | null {
  const [, year, month, day, viDay, viMonth, viYear] = UNTIL.exec(reason) ?? [];
  const iso = year ? `${year}-${month}-${day}` : viYear ? `${viYear}-${viMonth}-${viDay}` : null;
  if (!iso) return null;
  const date = new Date(`${iso}T00:00:00Z`);
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== iso ? null : iso;
}

/** Something that is on its way out. */
export interface Deprecated {
  readonly coordinate: string;
  readonly reason: string;
  /** ISO date; null = no day was promised. */
  readonly until: string | null;
}

/** Everything deprecated in a graph: fields, arguments, input fields, enum values. */
export function deprecatedParts(schema: GraphQLSchema): Deprecated[] {
  const found: Deprecated[] = [];
  const note = (coordinate: string, reason: string | null | undefined): void => {
    if (reason != null) found.push({ coordinate, reason, until: removalDate(reason) });
  };
  for (const type of Object.values(schema.getTypeMap())) {
    if (type.name.startsWith('__')) continue;
    if (isEnumType(type)) type.getValues().forEach((value) => note(`${type.name}.${value.name}`, value.deprecationReason));
    if (isInputObjectType(type)) Object.values(type.getFields()).forEach((f) => note(`${type.name}.${f.name}`, f.deprecationReason));
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      note(`${type.name}.${field.name}`, field.deprecationReason);
      for (const argument of field.args) note(`${type.name}.${field.name}(${argument.name}:)`, argument.deprecationReason);
    }
  }
  return found;
}

/** The day in the province, ISO. */
export const dayInVietnam = (at: Date): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Ho_Chi_Minh' }).format(at);

/** `2026-06-30` → `30/06/2026`. */
export const printedDay = (iso: string): string => iso.split('-').toReversed().join('/');
