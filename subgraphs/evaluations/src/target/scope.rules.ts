import type { OrganisationStaffFacts, StaffMemberFact } from '@thidua/contracts';
import type { Entry, Text } from './target.types.js';
import { dayAfter, dayText, say } from './words.rules.js';

export interface Scope {
  /** Who counts in the denominator on the day, one row a person. */
  inside: { member: StaffMemberFact; joined: string | null }[];
  /** Who belonged to the body in the year but not on the day. */
  outside: Entry[];
}

const covers = (row: { from: string | null; to: string | null }, day: string): boolean =>
  (row.from ?? '') <= day && (row.to === null || row.to >= day);

const unitAndTitle = (member: StaffMemberFact): Text => say(`${member.title} · ${member.unitName}`, `${member.title} · ${member.unitName}`);

/** The day on which a target is looked at: today until the cut-off, then the cut-off. */
export const lookedAtOn = (today: string, cutOff: string): string => (today < cutOff ? today : cutOff);

/** People of the body on a day; who left or comes later in the year is out of scope, with the reason. */
export function peopleInScope(staff: OrganisationStaffFacts, day: string, year: number): Scope {
  const inside: Scope['inside'] = [];
  const outside: Entry[] = [];
  for (const rows of Map.groupBy(staff.members, (member) => member.personId).values()) {
    const now = rows.find((row) => covers(row, day));
    if (now) inside.push({ member: now, joined: joinedIn(rows, year) });
    else if (rows.some((row) => (row.to ?? '9999') >= `${year}-01-01` && row.from <= `${year}-12-31`)) outside.push(outOfScope(rows, day));
  }
  return { inside, outside };
}

/** First day in the body, when that lies within the year. */
function joinedIn(rows: StaffMemberFact[], year: number): string | null {
  const first = rows.map((row) => row.from).toSorted()[0]!;
  return first > `${year}-01-01` ? first : null;
}

/** Why a posting ended, as organisations records it; a reason that somebody wrote is told as written. */
const LEAVE_WORDS: Readonly<Record<string, Text>> = {
  LEFT_SERVICE: say(': thôi làm việc', ': left the service'),
  MOVED: say(': chuyển công tác', ': moved elsewhere'),
};

const leaveWords = (reason: string | undefined): Text =>
  reason ? (LEAVE_WORDS[reason] ?? say(`: ${reason}`, `: ${reason}`)) : say('', '');

function outOfScope(rows: StaffMemberFact[], day: string): Entry {
  const last = rows.toSorted((a, b) => a.from.localeCompare(b.from)).at(-1)!;
  const left = last.to !== null && last.to < day ? dayText(dayAfter(last.to)) : null;
  const why = leaveWords(last.leaveReason);
  return {
    list: 'OUT_OF_SCOPE',
    personId: last.personId,
    organisationId: null,
    label: last.name,
    detail: unitAndTitle(last),
    evidence: null,
    reason: left
      ? say(`không còn thuộc đơn vị từ ${left}${why.vi}`, `no longer with the body from ${left}${why.en}`)
      : say(`đến đơn vị từ ${dayText(last.from)}`, `with the body from ${dayText(last.from)} only`),
  };
}

/** Units "thuộc và trực thuộc" that exist on the day. */
export const unitsInScope = (staff: OrganisationStaffFacts, day: string): OrganisationStaffFacts['units'] =>
  staff.units.filter((unit) => unit.relation !== null && covers(unit, day));

export function personEntry(
  list: Entry['list'],
  { member, joined }: Scope['inside'][number],
  detail: Text,
  reason: Text,
  evidence: Text | null,
): Entry {
  const since = joined ? say(` · từ ${dayText(joined)}`, ` · since ${dayText(joined)}`) : say('', '');
  return {
    list,
    personId: member.personId,
    organisationId: null,
    label: member.name,
    reason,
    evidence,
    detail: say(`${unitAndTitle(member).vi}${since.vi} · ${detail.vi}`, `${unitAndTitle(member).en}${since.en} · ${detail.en}`),
  };
}
