import type { OrganisationEvaluationFacts, OrganisationStaffFacts, PersonEvaluationFacts, PersonPostingFacts } from '@thidua/contracts';
import {
  demoAchievements,
  demoProvince,
  type DemoAchievements,
  type DemoOrganisation,
  type DemoPerson,
  type DemoProvince,
} from '@thidua/dev/demo';

/** The demo province as this subgraph's rules see it: the same facts the owners would answer. */
export class DemoWorld {
  readonly province: DemoProvince = demoProvince();
  readonly achievements: DemoAchievements = demoAchievements(this.province);
  readonly people = new Map([...this.province.people, ...this.province.others].map((person) => [person.key, person]));
  readonly bodies = new Map(this.province.organisations.map((body) => [body.key, body]));

  person(key: string): DemoPerson {
    return must(this.people.get(key), key);
  }

  body(key: string): DemoOrganisation {
    return must(this.bodies.get(key), key);
  }

  /** The person who holds a role in a scope. */
  holderOf(role: string, scopeKey: string): DemoPerson {
    const grant = this.province.roles.find((row) => row.role === role && row.scopeKey === scopeKey);
    return this.person(must(grant, `${role} of ${scopeKey}`).subject);
  }

  posting(person: DemoPerson): PersonPostingFacts {
    const postings = this.province.postings.filter((row) => row.personKey === person.key);
    return {
      fullName: person.fullName,
      departmentId: this.idOf(person.departmentKey),
      unitId: this.idOf(person.unitKey),
      postings: postings.map((row) => ({
        organisationId: this.body(row.organisationKey).id,
        departmentId: this.idOf(row.organisationKey),
        unitId: this.idOf(row.unitKey),
        title: row.title,
        from: row.from,
        to: row.to,
      })),
      leaves: person.leaves,
      disciplines: person.disciplines,
    };
  }

  evaluation(person: DemoPerson): PersonEvaluationFacts {
    const recognised = this.achievements.initiatives.filter((row) => row.state === 'RECOGNISED');
    return {
      ratings: this.ratings('Person', person.key),
      petitions: this.petitions('Person', person.key),
      scienceWorks: [],
      initiatives: recognised.flatMap(({ id, title, year, influenceScope, decisionNumber, decidedOn, authors }) =>
        authors
          .filter((author) => author.personKey === person.key)
          .map((author) => ({ id, title, year, scope: influenceScope ?? 'BASE', decisionNumber, decidedOn, percent: author.percent })),
      ),
    };
  }

  collective(unit: DemoOrganisation): OrganisationEvaluationFacts {
    return { ratings: this.ratings('Organisation', unit.key), petitions: this.petitions('Organisation', unit.key) };
  }

  staff(unit: DemoOrganisation): OrganisationStaffFacts {
    const members = this.province.people.filter((person) => person.unitKey === unit.key);
    return {
      members: members.map((person) => ({
        personId: person.id,
        name: person.fullName,
        unitId: unit.id,
        unitName: unit.name,
        category: person.category,
        title: person.jobTitle,
        direct: person.direct,
        from: person.from,
        to: person.to,
      })),
      units: [],
      bodies: [],
    };
  }

  private idOf(key: string | null): string | null {
    return key === null ? null : this.body(key).id;
  }

  private ratings(type: string, key: string): PersonEvaluationFacts['ratings'] {
    return this.achievements.ratings
      .filter((row) => row.subjectType === type && row.subjectKey === key && row.state === 'DECIDED')
      .map(({ id, year, grade, decisionNumber }) => ({ id, year, grade, decisionNumber }));
  }

  private petitions(type: string, key: string): PersonEvaluationFacts['petitions'] {
    return this.achievements.petitions
      .filter((row) => row.subjectType === type && row.subjectKey === key)
      .map(({ id, kind, state, receivedOn }) => ({ id, kind, state, receivedOn }));
  }
}

export const demoWorld = (): DemoWorld => new DemoWorld();

function must<T>(value: T | undefined, key: string): T {
  if (value === undefined) throw new Error(`the demo has no ${key}`);
  return value;
}
