import type { OrganisationStudyFacts } from '@thidua/contracts';
import { lookedAtOn, peopleInScope, personEntry, type Scope } from './scope.rules.js';
import type { Entry, Missing, StudyReading, Tally, TargetFacts, TargetRule } from './target.types.js';
import { dayText, PEOPLE, say } from './words.rules.js';

type Attendance = OrganisationStudyFacts['years'][number]['people'][number];

/** who has studied the documents of the year; make-up sessions count as attended. */
export function tallyStudy(rule: TargetRule, facts: TargetFacts, today: string): Tally | Missing {
  const year = facts.study?.years.find((row) => row.year === rule.year);
  if (!facts.staff || !year) {
    return {
      missing: true,
      word: 'NO_DATA',
      why: facts.staff ? say('chưa có dữ liệu điểm danh', 'no attendance data') : say('chưa có dữ liệu nhân sự', 'no staff data'),
    };
  }
  const { inside, outside } = peopleInScope(facts.staff, lookedAtOn(today, rule.cutOff), rule.year);
  const attendance = new Map(year.people.map((person) => [person.personId, person]));
  const entries = inside.map((person) => studyEntry(person, attendance.get(person.member.personId), rule.studyReading));
  return {
    part: entries.filter((entry) => entry.list === 'COUNTED').length,
    whole: inside.length,
    entries: [...entries, ...outside],
    provisional: false,
    final: false,
    noun: PEOPLE,
  };
}

function studyEntry(person: Scope['inside'][number], found: Attendance | undefined, reading: StudyReading): Entry {
  if (!found)
    return personEntry('NOT_COUNTED', person, say('0 buổi', '0 sessions'), say('chưa có dữ liệu điểm danh', 'no attendance data'), null);
  const studied = found.attended + found.madeUp;
  const required = studied + found.missing.length;
  const detail = say(`${studied}/${required} buổi`, `${studied}/${required} sessions`);
  const enough = reading === 'ANY_SESSION' ? studied > 0 : found.missing.length === 0 && required > 0;
  if (enough) {
    const madeUp = found.madeUp > 0 ? say(`, ${found.madeUp} buổi học bù`, `, ${found.madeUp} made up`) : say('', '');
    return personEntry(
      'COUNTED',
      person,
      detail,
      say(`dự đủ${madeUp.vi}`, `attended${madeUp.en}`),
      say('Danh sách điểm danh', 'Attendance list'),
    );
  }
  const absent = found.missing.map((session) =>
    say(
      `vắng “${session.title}” ngày ${dayText(session.date)} (${session.reason}), chưa học bù`,
      `missed “${session.title}” on ${dayText(session.date)} (${session.reason}), not made up`,
    ),
  );
  const titles = found.missing.map((session) => session.title).join('; ');
  return personEntry(
    'NOT_COUNTED',
    person,
    detail,
    absent.length > 0
      ? say(absent.map((a) => a.vi).join('; '), absent.map((a) => a.en).join('; '))
      : say('chưa có buổi nào', 'no session yet'),
    titles ? say(`Danh sách điểm danh: ${titles}`, `Attendance list: ${titles}`) : null,
  );
}
