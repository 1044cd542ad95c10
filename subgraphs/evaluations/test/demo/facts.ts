import type { OrganisationAwardFacts, OrganisationStaffFacts, OrganisationStudyFacts } from '@thidua/contracts';
import { naturalId } from '@thidua/contracts';
import { demoAchievements, demoProvince } from '@thidua/dev/demo';
import { award, studyOf } from '../facts.js';

export const province = demoProvince();
export const achievements = demoAchievements(province);
export const org = (key: string): string => naturalId('organisation', key);
export const person = (key: string): string => naturalId('person', key);
export const PLAN = naturalId('plan', 'SNV-2025');
export const targetId = (key: string): string => naturalId('target', `${PLAN}/${key}`);

type Department = 'SKHCN' | 'STC' | 'SNV';

/** The fact lists that the other subgraphs give of a demo department. */
export function staffFacts(key: Department): OrganisationStaffFacts {
  const everybody = [...province.people, ...province.others];
  const nameOf = new Map(province.organisations.map((body) => [body.key, body.name]));
  return {
    members: province.postings
      .filter((posting) => posting.organisationKey === key)
      .flatMap((posting) => {
        const found = everybody.find((p) => p.key === posting.personKey)!;
        const unit = posting.unitKey ?? key;
        return [
          {
            personId: found.id,
            name: found.fullName,
            unitId: org(unit),
            unitName: nameOf.get(unit)!,
            category: found.category,
            title: posting.title,
            direct: found.direct,
            from: posting.from,
            to: posting.to,
          },
        ];
      }),
    units: province.organisations
      .filter((body) => body.departmentKey === key && body.relation)
      .map(({ id, name, kind, relation, from, to }) => ({ id, name, kind, relation, from, to })),
    bodies: province.organisations
      .filter((body) => body.departmentKey === key && ['PARTY', 'UNION', 'YOUTH'].includes(body.kind))
      .map(({ id, name, kind }) => ({ id, name, kind })),
  };
}

const ABSENT: Record<Department, string[]> = { SKHCN: [], STC: ['STC-20'], SNV: ['SNV-27'] };

export const studyFacts = (key: Department): OrganisationStudyFacts =>
  studyOf(
    province.people.filter((p) => p.departmentKey === key).map((p) => p.id),
    ABSENT[key].map(person),
  );

export function awardFacts(key: Department): OrganisationAwardFacts {
  const { ldtt, cstdcs, ttldtt, ttldxs } = achievements.lists[key];
  return {
    rows: [
      ...ldtt.map((p) => award('LDTT', person(p))),
      ...cstdcs.map((p) => award('CSTDCS', person(p))),
      ...ttldtt.map((u) => award('TTLDTT', org(u))),
      ...ttldxs.map((u) => award('TTLDXS', org(u))),
    ],
    quotas: [
      {
        awardCode: 'CSTDCS',
        year: 2025,
        percent: '20',
        ofAwardCode: 'LDTT',
        limit: Math.floor((ldtt.length * 20) / 100),
        source: 'Quy chế khen thưởng của tỉnh',
      },
    ],
  };
}

export const factsOf = (key: Department) => ({
  id: org(key),
  staffFacts: staffFacts(key),
  studyFacts: studyFacts(key),
  awardFacts: awardFacts(key),
});
