import { describe, expect, it } from 'vitest';
import { demoAchievements } from './achievements.js';
import { demoProvince } from './index.js';

const province = demoProvince();
const demo = demoAchievements(province);
const departments = ['SKHCN', 'STC', 'SNV'] as const;
const grades = new Map(demo.ratings.filter((r) => r.year === 2025 && r.state === 'DECIDED').map((r) => [r.subjectKey, r.grade]));
const authors = new Set(demo.initiatives.filter((i) => i.state === 'RECOGNISED').flatMap((i) => i.authors.map((a) => a.personKey)));

describe('the demo achievements (data-volumes §4)', () => {
  it('lists 36, 52 and 41 Lao động tiên tiến, 7, 10 and 8 Chiến sĩ thi đua cơ sở, 6, 7 and 6 collectives with 2 excellent each', () => {
    expect(departments.map((d) => demo.lists[d].ldtt.length)).toEqual([36, 52, 41]);
    expect(departments.map((d) => demo.lists[d].cstdcs.length)).toEqual([7, 10, 8]);
    expect(departments.map((d) => demo.lists[d].ttldtt.length)).toEqual([6, 7, 6]);
    expect(departments.map((d) => demo.lists[d].ttldxs.length)).toEqual([2, 2, 2]);
  });

  it('lists only people rated tốt or better with a decision, and for CSTĐCS an excellent rating or a recognised initiative', () => {
    for (const d of departments) {
      expect(demo.lists[d].ldtt.every((key) => ['GOOD', 'EXCELLENT'].includes(grades.get(key) ?? ''))).toBe(true);
      expect(demo.lists[d].cstdcs.every((key) => demo.lists[d].ldtt.includes(key))).toBe(true);
      expect(demo.lists[d].cstdcs.every((key) => grades.get(key) === 'EXCELLENT' || authors.has(key))).toBe(true);
    }
  });

  it('leaves nobody else eligible for CSTĐCS but the eleventh of Sở Tài chính', () => {
    const listed = new Set(departments.flatMap((d) => demo.lists[d].cstdcs));
    const able = province.people.filter((p) => grades.get(p.key) === 'EXCELLENT' || authors.has(p.key)).map((p) => p.key);
    expect(able.filter((key) => !listed.has(key))).toEqual(['STC-26']);
  });

  it('rates 160 people, 20 units and 12 bodies of 2025, with one unit below the floor and two people undecided', () => {
    const now = demo.ratings.filter((r) => r.year === 2025);
    expect(now.filter((r) => r.subjectType === 'Person')).toHaveLength(160);
    expect(now.filter((r) => r.subjectType === 'Organisation' && r.unitKey)).toHaveLength(20);
    expect(now.filter((r) => r.subjectType === 'Organisation' && !r.unitKey)).toHaveLength(12);
    expect(now.filter((r) => r.unitKey === r.subjectKey && r.grade === 'COMPLETED').map((r) => r.subjectKey)).toEqual(['STC/GCS']);
    expect(now.filter((r) => r.subjectType === 'Person' && r.state === 'PROPOSED').map((r) => r.subjectKey)).toEqual([
      'SKHCN-17',
      'STC-58',
    ]);
    expect([grades.get('MAI'), grades.get('NAM')]).toEqual(['GOOD', 'EXCELLENT']);
    expect(new Set(demo.ratings.map((r) => r.id)).size).toBe(demo.ratings.length);
  });

  it('R-193 has 14 initiatives: 10 recognised, 3 with influence, 1 reused, 1 refused; the shares of each make 100', () => {
    const recognised = demo.initiatives.filter((i) => i.state === 'RECOGNISED');
    expect([demo.initiatives.length, recognised.length]).toEqual([14, 10]);
    expect(recognised.filter((i) => i.influenceScope !== 'BASE')).toHaveLength(3);
    expect(demo.initiatives.filter((i) => i.reusedByKey)).toHaveLength(1);
    expect(demo.initiatives.filter((i) => i.state === 'REFUSED')).toHaveLength(1);
    expect(demo.initiatives.every((i) => i.authors.reduce((sum, a) => sum + a.percent, 0) === 100)).toBe(true);
  });

  it('R-210 has six petitions, two of them anonymous, one about a nominee: the reflection of 20/11', () => {
    const nominees = new Set(departments.flatMap((d) => demo.lists[d].ldtt));
    expect([demo.petitions.length, demo.petitions.filter((p) => !p.senderName).length]).toEqual([6, 2]);
    expect(demo.petitions.filter((p) => nominees.has(p.subjectKey)).map((p) => [p.kind, p.receivedOn])).toEqual([
      ['REFLECTION', '2025-11-20'],
    ]);
  });

  it('lets every listed collective have half of its members as Lao động tiên tiến, the excellent ones seventy per cent and a CSTĐCS', () => {
    for (const d of departments) {
      for (const unit of demo.lists[d].ttldtt) {
        const members = province.people.filter((p) => p.unitKey === unit).map((p) => p.key);
        const titled = members.filter((key) => demo.lists[d].ldtt.includes(key));
        const floor = demo.lists[d].ttldxs.includes(unit) ? 70 : 50;
        expect(titled.length * 100, unit).toBeGreaterThanOrEqual(members.length * floor);
        if (floor === 70)
          expect(
            members.some((key) => demo.lists[d].cstdcs.includes(key)),
            unit,
          ).toBe(true);
      }
    }
  });
});
