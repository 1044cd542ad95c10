import type { OrganisationStudyFacts } from '@thidua/contracts';
import { grouped, loader, type RequestContext } from '@thidua/server';
import { StudySessionEntity } from './study.entities.js';
import { studyFacts, type AttendanceLine } from './study.rules.js';

type Line = AttendanceLine & { departmentId: string };

/** Facts of many departments in one statement. */
export const studyFactsLoader = (ctx: RequestContext) =>
  loader<string, OrganisationStudyFacts>(ctx, 'studyFacts', async (ids) => {
    const lines = (await ctx.db.query(
      `select a.department_id as "departmentId", a.session_id as "sessionId", s.title, s.date::text as date, a.person_id as "personId", a.state, a.reason
       from study_attendance a join study_session s on s.id = a.session_id
       where a.department_id = any($1) order by s.date, s.id, a.person_id`,
      [ids],
    )) as Line[];
    return grouped(ids, lines, (line) => line.departmentId).map(studyFacts);
  });

/** Sessions that people of a department were called to, by "department|year". */
export const studySessionsLoader = (ctx: RequestContext) =>
  loader<string, StudySessionEntity[]>(ctx, 'studySessions', async (keys) => {
    const rows = (await ctx.db.query(
      `select distinct a.department_id::text || '|' || extract(year from s.date)::int as key, s.id, s.title, s.date::text as date, s.documents, s.make_up_for as "makeUpFor"
       from study_attendance a join study_session s on s.id = a.session_id
       where a.department_id::text || '|' || extract(year from s.date)::int = any($1)`,
      [keys],
    )) as (StudySessionEntity & { key: string })[];
    const sessions = rows.map(({ key, ...row }) => ({ key, session: Object.assign(new StudySessionEntity(), row) }));
    return grouped(
      keys,
      sessions.toSorted((a, b) => a.session.date.localeCompare(b.session.date)),
      (row) => row.key,
    ).map((list) => list.map((row) => row.session));
  });
