import type { PersonEvaluationFacts } from '@thidua/contracts';
import { naturalId, ROLES, type AssertedActor, type Ceremony, type RoleCode } from '@thidua/contracts';
import { fault, noopPeers, type Peers } from '@thidua/server';
import { demoWorld } from '../src/demo/demo.world.js';

const world = demoWorld();
const people = new Map([...world.people.values()].map((person) => [person.id, person]));
const bodies = new Map([...world.bodies.values()].map((body) => [body.id, body]));

export const personId = (key: string): string => naturalId('person', key);
export const bodyId = (key: string): string => naturalId('organisation', key);
export const councilId = (key: string): string => naturalId('council', key);

/** Facts of organisations and evaluations as the demo province has them, with changes for single people. */
export function demoPeers(change: { evaluation?: Record<string, Partial<PersonEvaluationFacts>>; down?: string } = {}): Peers {
  const evaluationOf = (id: string): PersonEvaluationFacts | null => {
    const person = people.get(id);
    return person ? { ...world.evaluation(person), ...change.evaluation?.[person.key] } : null;
  };
  const bodyOf = (id: string) => bodies.get(id);
  const parent = (key: string | null | undefined) => (key ? { id: bodyId(key) } : null);
  const answers: Record<string, (id: string) => unknown> = {
    'organisations.Person.postingFacts': (id) => {
      const person = people.get(id);
      return person ? world.posting(person) : null;
    },
    'organisations.Organisation.name': (id) => bodyOf(id)?.name ?? null,
    'organisations.Organisation.code': (id) => bodyOf(id)?.code ?? null,
    'organisations.Organisation.department { id }': (id) => parent(bodyOf(id)?.departmentKey),
    'organisations.Organisation.province { id }': (id) => parent(bodyOf(id)?.provinceKey),
    'organisations.Organisation.staffFacts': (id) => {
      const body = bodyOf(id);
      return body ? world.staff(body) : null;
    },
    'organisations.Council.seatFacts': (id) => {
      const council = world.province.councils.find((row) => row.id === id);
      return council
        ? {
            departmentId: council.departmentKey ? bodyId(council.departmentKey) : null,
            seats: world.province.seats
              .filter((seat) => seat.councilKey === council.key)
              .map((seat) => ({
                personId: personId(seat.personKey),
                name: world.person(seat.personKey).fullName,
                seat: seat.seat,
                from: seat.from,
                to: seat.to,
              })),
          }
        : null;
    },
    'evaluations.Person.evaluationFacts': evaluationOf,
    'evaluations.Organisation.evaluationFacts': (id) => {
      const body = bodyOf(id);
      return body ? world.collective(body) : null;
    },
  };
  return {
    ...noopPeers,
    entities: async (service, typeName, ids, field) => {
      const answer = service === change.down ? undefined : answers[`${service}.${typeName}.${field}`];
      if (!answer) throw fault('UNAVAILABLE', `${service} does not answer.`, { service });
      return ids.map((id) => answer(id)) as never;
    },
  };
}

/** A person of the demo with the roles organisations grants him. */
export function demoActor(key: string, ceremony?: Ceremony): AssertedActor {
  const person = world.person(key);
  const roles = world.province.roles
    .filter((row) => row.subject === key)
    .map((row) => ({
      role: row.role as RoleCode,
      scopeKind: ROLES[row.role as RoleCode].scope,
      scopeId: row.scopeId,
      ...(row.departmentKey ? { departmentId: bodyId(row.departmentKey) } : {}),
    }));
  return { kind: 'person', id: person.id, name: person.fullName, roles, ...(ceremony ? { ceremony } : {}) };
}

/** Facts as the gateway would bring them for `@requires`. */
export function personRepresentation(key: string) {
  const person = world.person(key);
  return { __typename: 'Person', id: person.id, postingFacts: world.posting(person), evaluationFacts: world.evaluation(person) };
}

export const demoKeys = world.province.people.map((person) => person.key);
