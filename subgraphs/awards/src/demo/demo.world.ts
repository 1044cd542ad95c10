import type { OrganisationStaffFacts, PersonEvaluationFacts, PersonPostingFacts } from '@thidua/contracts';
import { demoAchievements, demoProvince, type DemoOrganisation, type DemoPerson } from '@thidua/dev/demo';

/** The demo province as this subgraph's rules see it: the same facts the owners would answer. */
export function demoWorld() {
  const province = demoProvince();
  const achievements = demoAchievements(province);
  const everybody = [...province.people, ...province.others];
  const people = new Map(everybody.map((person) => [person.key, person]));
  const bodies = new Map(province.organisations.map((body) => [body.key, body]));
  const idOf = (key: string | null): string | null => (key === null ? null : (bodies.get(key)?.id ?? null));

  const posting = (person: DemoPerson): PersonPostingFacts => ({
    fullName: person.fullName, departmentId: idOf(person.departmentKey), unitId: idOf(person.unitKey),
    postings: province.postings.filter((row) => row.personKey === person.key).map((row) => ({
      organisationId: idOf(row.organisationKey) ?? '', departmentId: idOf(row.organisationKey), unitId: idOf(row.unitKey), title: row.title, from: row.from, to: row.to,
    })),
    leaves: person.leaves, disciplines: person.disciplines,
  });

  const ratings = (type: string, key: string) =>
    achievements.ratings.filter((row) => row.subjectType === type && row.subjectKey === key && row.state === 'DECIDED')
      .map(({ id, year, grade, decisionNumber }) => ({ id, year, grade, decisionNumber }));
  const petitions = (type: string, key: string) =>
    achievements.petitions.filter((row) => row.subjectType === type && row.subjectKey === key).map(({ id, kind, state, receivedOn }) => ({ id, kind, state, receivedOn }));

  const evaluation = (person: DemoPerson): PersonEvaluationFacts => ({
    ratings: ratings('Person', person.key), petitions: petitions('Person', person.key), scienceWorks: [],
    initiatives: achievements.initiatives.filter((row) => row.state === 'RECOGNISED').flatMap((row) =>
      row.authors.filter((author) => author.personKey === person.key).map((author) => ({
        id: row.id, title: row.title, year: row.year, scope: row.influenceScope ?? 'BASE', decisionNumber: row.decisionNumber, decidedOn: row.decidedOn, percent: author.percent,
      }))),
  });

  const staff = (unit: DemoOrganisation): OrganisationStaffFacts => ({
    members: province.people.filter((person) => person.unitKey === unit.key).map((person) => ({
      personId: person.id, name: person.fullName, unitId: unit.id, unitName: unit.name, category: person.category, title: person.jobTitle, direct: person.direct, from: person.from, to: person.to,
    })),
    units: [], bodies: [],
  });

  const holderOf = (role: string, scopeKey: string): DemoPerson => {
    const grant = province.roles.find((row) => row.role === role && row.scopeKey === scopeKey);
    const person = grant ? people.get(grant.subject) : undefined;
    if (!person) throw new Error(`nobody is ${role} of ${scopeKey}`);
    return person;
  };

  return {
    province, achievements, people, bodies, posting, evaluation, staff, holderOf,
    collective: (unit: DemoOrganisation) => ({ ratings: ratings('Organisation', unit.key), petitions: petitions('Organisation', unit.key) }),
    person: (key: string): DemoPerson => must(people.get(key), key),
    body: (key: string): DemoOrganisation => must(bodies.get(key), key),
  };
}

export type DemoWorld = ReturnType<typeof demoWorld>;

function must<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`the demo has no ${key}`);
  return value;
}
