import type { OrganisationStudyFacts } from '@thidua/contracts';

/** One line of an attendance list, with its session. */
export interface AttendanceLine {
  sessionId: string;
  title: string;
  date: string;
  personId: string;
  state: 'PRESENT' | 'MADE_UP' | 'ABSENT';
  reason: string | null;
}

type YearFacts = OrganisationStudyFacts['years'][number];

/**
 * Sums attendance lists by year and person: a session made up counts as attended, one missed and not made
 * up stands in `missing` with its reason. `required` is the number of sessions of the year; whoever joined later has
 * lines only since then.
 */
export function studyFacts(lines: readonly AttendanceLine[]): OrganisationStudyFacts {
  const byYear = Map.groupBy(lines, (line) => Number(line.date.slice(0, 4)));
  const years = [...byYear]
    .toSorted(([a], [b]) => a - b)
    .map(([year, ofYear]): YearFacts => ({
      year,
      required: new Set(ofYear.map((line) => line.sessionId)).size,
      people: [...Map.groupBy(ofYear, (line) => line.personId)].map(([personId, own]) => ({
        personId,
        attended: own.filter((line) => line.state === 'PRESENT').length,
        madeUp: own.filter((line) => line.state === 'MADE_UP').length,
        missing: own
          .filter((line) => line.state === 'ABSENT')
          .map(({ sessionId, title, date, reason }) => ({ sessionId, title, date, reason: reason ?? '' })),
      })),
    }));
  return { years };
}
