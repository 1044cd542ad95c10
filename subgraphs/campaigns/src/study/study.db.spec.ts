import type { OrganisationStudyFacts } from '@thidua/contracts';
import { actorOf, dataOf, entities, execute, serviceActor, testDatabase, type TestDatabase } from '@thidua/testing';
import { naturalId } from '@thidua/contracts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { subgraph as definition } from '../subgraph.js';

const id = (key: string): string => naturalId('organisation', key);
const person = (key: string): string => naturalId('person', key);

describe('study sessions and registrations of the demo', () => {
  let db: TestDatabase;
  const facts = async (): Promise<OrganisationStudyFacts[]> =>
    dataOf(
      await execute(definition, db.dataSource, {
        ...entities('Organisation', '{ studyFacts }', ['SKHCN', 'STC', 'SNV'].map(id)),
        actor: serviceActor('evaluations'),
      }),
    )._entities.map((e: { studyFacts: unknown }) => e.studyFacts);

  beforeAll(async () => {
    db = await testDatabase(definition, { fixture: 'demo' });
  });
  afterAll(() => db.drop());

  it('holds 12 sessions and 1,920 lines of attendance', async () => {
    const [row] = await db.dataSource.query(
      'select (select count(*)::int from study_session) as sessions, (select count(*)::int from study_attendance) as lines',
    );
    expect(row).toEqual({ sessions: 12, lines: 1920 });
  });

  it('R-158 one person of SNV and one of STC missed a session for good, nobody of SKHCN', async () => {
    const missing = (await facts()).map(({ years }) =>
      years
        .find((y) => y.year === 2025)!
        .people.filter((p) => p.missing.length > 0)
        .map((p) => p.personId),
    );
    expect(missing).toEqual([[], [person('STC-30')], [person('SNV-27')]]);
  });

  it('asks three departments’ facts in one statement', async () => {
    const answer = await execute(definition, db.dataSource, {
      ...entities('Organisation', '{ studyFacts }', ['SKHCN', 'STC', 'SNV'].map(id)),
      actor: serviceActor('evaluations'),
    });
    expect(answer.statements).toBe(1);
  });

  it('R-050 lists the sessions of a year to staff, and to nobody who is not signed in', async () => {
    const ask = (actor: Parameters<typeof execute>[2]['actor']) =>
      execute(definition, db.dataSource, {
        ...entities('Organisation', '{ studySessions(year: 2025) { title date } }', [id('SNV')]),
        actor,
      });
    expect(dataOf(await ask(actorOf('STAFF', { scopeId: '' })))._entities[0].studySessions).toHaveLength(12);
    expect(dataOf(await ask({ kind: 'public', id: 'public', name: 'public', roles: [] }))._entities[0].studySessions).toBeNull();
  });

  it('R-123 shows registrations to the person and to the office, not to a colleague', async () => {
    const ask = (actor: Parameters<typeof execute>[2]['actor']) =>
      execute(definition, db.dataSource, {
        ...entities('Person', '{ registrations(year: 2025) { awardCode state } }', [person('MAI')]),
        actor,
      });
    expect(dataOf(await ask(actorOf('STAFF', { scopeId: '', personId: person('MAI') })))._entities[0].registrations).toContainEqual({
      awardCode: 'LDTT',
      state: 'REGISTERED',
    });
    expect(dataOf(await ask(actorOf('DEPARTMENT_OFFICE', { scopeId: id('SKHCN') })))._entities[0].registrations).not.toEqual([]);
    expect(dataOf(await ask(actorOf('STAFF', { scopeId: '', personId: person('NAM') })))._entities[0].registrations).toEqual([]);
  });
});
