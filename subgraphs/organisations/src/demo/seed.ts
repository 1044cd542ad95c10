import { naturalId } from '@thidua/contracts';
import { demoProvince, type DemoOrganisation, type DemoPerson, type DemoProvince } from '@thidua/dev/demo';
import type { Transaction } from '@thidua/server';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import { BlocEntity, BlocMemberEntity } from '../bloc/bloc.entity.js';
import { CouncilEntity, CouncilSeatEntity } from '../council/council.entity.js';
import { DelegationEntity } from '../delegation/delegation.entity.js';
import { AliasEntity, OrganisationEntity, SuperiorEntity } from '../organisation/organisation.entity.js';
import { PersonEntity } from '../person/person.entity.js';
import { DisciplineEntity, LeaveEntity, MembershipEntity, PostingEntity } from '../person/posting.entity.js';
import { ClientEntity, RoleGrantEntity } from '../role/role-grant.entity.js';

const OWN_PROVINCE = 'TNH';
const org = (key: string): string => naturalId('organisation', key);
const orgOrNull = (key: string | null): string | null => (key ? org(key) : null);
const person = (key: string): string => naturalId('person', key);

/** Loads the demo province: every fixture of this subgraph starts from the same bodies and people. */
export async function seedDemo(tx: Transaction): Promise<void> {
  const demo = demoProvince();
  const people = [...demo.people, ...demo.others];
  await seedTree(tx, demo.organisations);
  await seedPeople(tx, demo, people);
  await seedBodies(tx, demo);
  await seedRoles(tx, demo, people);
}

async function insert<E extends ObjectLiteral>(tx: Transaction, entity: EntityTarget<E>, rows: object[]): Promise<void> {
  if (rows.length > 0) await tx.manager.insert(entity, rows as never);
}

async function seedTree(tx: Transaction, organisations: DemoOrganisation[]): Promise<void> {
  await insert(
    tx,
    OrganisationEntity,
    organisations.map((o, position) => ({
      id: o.id,
      code: o.code,
      name: o.name,
      shortName: o.shortName,
      kind: o.kind,
      relation: o.relation,
      parentId: orgOrNull(o.parentKey),
      departmentId: orgOrNull(o.departmentKey),
      provinceId: orgOrNull(o.provinceKey),
      isGuest: o.provinceKey !== null && o.provinceKey !== OWN_PROVINCE,
      validFrom: o.from,
      validTo: o.to,
      position,
      version: 1,
    })),
  );
  await insert(
    tx,
    AliasEntity,
    organisations.flatMap((o) => o.aliases.map((alias) => ({ organisationId: o.id, alias }))),
  );
  await insert(
    tx,
    SuperiorEntity,
    organisations.flatMap((o) =>
      o.superiors.map(({ line, key }) => ({ organisationId: o.id, line, superiorId: org(key), validFrom: null, validTo: null })),
    ),
  );
}

async function seedPeople(tx: Transaction, demo: DemoProvince, people: DemoPerson[]): Promise<void> {
  const of = <T>(list: (p: DemoPerson) => T[], kind: string) =>
    people.flatMap((p) => list(p).map((row, i) => ({ id: naturalId(kind, `${p.key}/${i + 1}`), personId: p.id, row })));
  await insert(
    tx,
    PersonEntity,
    people.map((p) => ({
      id: p.id,
      subject: p.key,
      fullName: p.fullName,
      category: p.category,
      jobTitle: p.jobTitle,
      isDirectWorker: p.direct,
      privateEmail: p.email,
      version: 1,
    })),
  );
  const left = new Map(people.filter((p) => p.to).map((p) => [p.key, 'LEFT_SERVICE']));
  await insert(
    tx,
    PostingEntity,
    demo.postings.map((x) => ({
      id: x.id,
      personId: person(x.personKey),
      organisationId: org(x.organisationKey),
      unitId: orgOrNull(x.unitKey),
      title: x.title,
      validFrom: x.from,
      validTo: x.to,
      leaveReason: x.to ? (left.get(x.personKey) ?? 'MOVED') : null,
    })),
  );
  await insert(
    tx,
    MembershipEntity,
    of((p) => p.memberships, 'membership').map(({ row, ...ids }) => ({
      ...ids,
      organisationId: org(row.organisationKey),
      role: row.role,
      validFrom: row.from,
      validTo: null,
    })),
  );
  await insert(
    tx,
    LeaveEntity,
    of((p) => p.leaves, 'leave').map(({ row, ...ids }) => ({ ...ids, ...row })),
  );
  await insert(
    tx,
    DisciplineEntity,
    of((p) => p.disciplines, 'discipline').map(({ row, ...ids }) => ({
      ...ids,
      kind: row.kind,
      state: row.state,
      validFrom: row.from,
      validTo: row.to,
    })),
  );
}

async function seedBodies(tx: Transaction, demo: DemoProvince): Promise<void> {
  await insert(
    tx,
    CouncilEntity,
    demo.councils.map((c) => ({
      id: c.id,
      name: c.name,
      kind: c.kind,
      organisationId: org(c.organisationKey),
      departmentId: orgOrNull(c.departmentKey),
      standingBodyId: org(c.standingBodyKey),
      validFrom: c.from,
      validTo: null,
    })),
  );
  await insert(
    tx,
    CouncilSeatEntity,
    demo.seats.map((s, position) => ({
      id: naturalId('seat', `${s.councilKey}/${s.personKey}`),
      councilId: naturalId('council', s.councilKey),
      personId: person(s.personKey),
      seat: s.seat,
      office: s.office,
      validFrom: s.from,
      validTo: s.to,
      position,
    })),
  );
  await insert(
    tx,
    BlocEntity,
    demo.blocs.map((b) => ({ id: b.id, name: b.name, kind: b.kind, guidedById: org(b.guidedByKey) })),
  );
  await insert(
    tx,
    BlocMemberEntity,
    demo.blocs.flatMap((b) =>
      b.members.map((m, position) => ({
        blocId: b.id,
        organisationId: org(m.organisationKey),
        year: m.year,
        role: m.role,
        position,
      })),
    ),
  );
  await insert(
    tx,
    DelegationEntity,
    demo.delegations.map((d) => ({
      id: d.id,
      organisationId: org(d.organisationKey),
      fromId: person(d.fromKey),
      toId: person(d.toKey),
      capacity: d.capacity,
      scope: d.scope,
      validFrom: d.validFrom,
      validTo: d.validTo,
    })),
  );
}

async function seedRoles(tx: Transaction, demo: DemoProvince, people: DemoPerson[]): Promise<void> {
  const known = new Set(people.map((p) => p.key));
  await insert(tx, ClientEntity, demo.clients);
  await insert(
    tx,
    RoleGrantEntity,
    demo.roles.map((r) => ({
      id: naturalId('grant', `${r.subject}/${r.role}/${r.scopeKey}`),
      subjectKind: r.subjectKind,
      subjectId: known.has(r.subject) ? person(r.subject) : r.subject,
      role: r.role,
      scopeKind: r.scopeKind,
      scopeId: r.scopeId,
      departmentId: orgOrNull(r.departmentKey),
      validFrom: r.from,
      validTo: r.to,
      version: 1,
    })),
  );
}
