import { naturalId, searchKey } from '@thidua/contracts';
import { describe, expect, it } from 'vitest';
import { demoProvince } from './index.js';

const demo = demoProvince();
const everybody = [...demo.people, ...demo.others];
const organisation = new Map(demo.organisations.map((o) => [o.key, o]));
const staffOf = (key: string) => demo.people.filter((p) => p.departmentKey === key);
const kind = (name: string) => demo.organisations.filter((o) => o.kind === name);

describe('the demo province (data-volumes §4)', () => {
  it('is the same on every call and on every machine', () => {
    expect(demoProvince()).toEqual(demo);
    expect(naturalId('person', 'LAN')).toBe(demo.people.find((p) => p.key === 'LAN')?.id);
  });

  it('R-001 has the counted bodies, and every parent, department and superior exists', () => {
    expect(kind('PROVINCE')).toHaveLength(3);
    expect(kind('CENTRAL').length + kind('MINISTRY').length).toBe(8);
    expect(kind('DEPARTMENT').map((o) => o.code)).toEqual(['SKHCN', 'STC', 'SNV', 'QNG.SKHCN', 'STG.SNV']);
    const ofProvince = (key: string) => kind('PROVINCIAL_BODY').filter((o) => o.provinceKey === key && o.key.endsWith(`.${key}`));
    expect([ofProvince('TNH'), ofProvince('QNG'), ofProvince('STG')].map((list) => list.length)).toEqual([7, 5, 1]);
    expect(kind('PARTY').length + kind('UNION').length + kind('YOUTH').length).toBe(9);
    expect(kind('COMMUNE')).toHaveLength(4);
    expect(demo.organisations).toHaveLength(81);
    for (const o of demo.organisations) {
      for (const key of [o.parentKey, o.departmentKey, o.provinceKey, ...o.superiors.map((s) => s.key)])
        expect(key === null || organisation.has(key)).toBe(true);
    }
  });

  it('R-002 tells thuộc from trực thuộc: 20 units, two directly under', () => {
    const units = demo.organisations.filter((o) => o.relation);
    expect(units).toHaveLength(20);
    expect(units.filter((o) => o.relation === 'DIRECTLY_UNDER').map((o) => o.key)).toEqual(['SKHCN/TTUD', 'SNV/TTLT']);
    expect(['SKHCN', 'STC', 'SNV'].map((key) => units.filter((o) => o.parentKey === key).length)).toEqual([6, 8, 6]);
  });

  it('R-004 ends the nine district finance offices on 30/06/2025', () => {
    expect(kind('DISTRICT_LEGACY').map((o) => o.to)).toEqual(Array(9).fill('2025-06-30'));
  });

  it('R-006 gives Sở Nội vụ and Sở Tài chính the province and their ministry as superiors', () => {
    expect(organisation.get('SNV')?.superiors.map((s) => s.key)).toEqual(['UBND.TNH', 'BNV', 'TU.TNH']);
    expect(organisation.get('STC')?.superiors.map((s) => s.key)).toEqual(['UBND.TNH', 'BTC', 'TU.TNH']);
  });

  it('decision 3: organisation codes are unique in the graph', () => {
    const codes = demo.organisations.flatMap((o) => o.code ?? []);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it('has 160 people in scope: 45, 65 and 50; 125 công chức, 27 viên chức, 8 người lao động; no viên chức in STC', () => {
    expect(['SKHCN', 'STC', 'SNV'].map((key) => staffOf(key).length)).toEqual([45, 65, 50]);
    const count = (category: string, list = demo.people) => list.filter((p) => p.category === category).length;
    expect([count('CIVIL_SERVANT'), count('PUBLIC_EMPLOYEE'), count('WORKER')]).toEqual([125, 27, 8]);
    expect(count('PUBLIC_EMPLOYEE', staffOf('STC'))).toBe(0);
  });

  it('names everybody differently, also without marks, and nobody as a printed signer', () => {
    const names = everybody.map((p) => searchKey(p.fullName));
    expect(new Set(names).size).toBe(163);
    expect(new Set(everybody.map((p) => p.email)).size).toBeGreaterThan(150);
    expect(names).not.toContain('nguyen van thanh');
    expect(names).not.toContain('tran phuoc vinh');
    expect(demo.people.find((p) => p.key === 'SNV-27')?.fullName).toBe('Phan Thị Kim Ngân');
    expect(demo.people.find((p) => p.key === 'HUY')?.unitKey).toBe('SKHCN/QLKH');
    expect(demo.people.filter((p) => p.unitKey === 'SKHCN/QLKH')).toHaveLength(7);
  });

  it('R-018 dates six mid-year moves: two join, two leave, two move on 01/07', () => {
    expect(demo.people.filter((p) => p.from === '2025-07-01')).toHaveLength(2);
    expect(demo.others.filter((p) => p.to === '2025-06-30')).toHaveLength(2);
    const moved = everybody.filter((p) => demo.postings.filter((x) => x.personKey === p.key).length === 2);
    expect(moved.map((p) => p.key)).toEqual(['SKHCN-22', 'SNV-30']);
  });

  it('R-028 has 10 councils with 78 seats, each seat for an existing person, chaired by the director', () => {
    expect(demo.councils).toHaveLength(10);
    expect(demo.seats).toHaveLength(78);
    const size = (key: string) => demo.seats.filter((s) => s.councilKey === key).length;
    expect(['SNV/TDKT', 'SNV/SK', 'SNV/AH', 'TNH/TDKT'].map(size)).toEqual([9, 5, 7, 15]);
    for (const council of demo.councils.filter((c) => c.departmentKey)) {
      const chair = demo.seats.find((s) => s.councilKey === council.key && s.seat === 'CHAIR')?.personKey;
      expect(demo.people.find((p) => p.key === chair)?.jobTitle).toBe('Giám đốc Sở');
      const keys = demo.seats.filter((s) => s.councilKey === council.key).map((s) => s.personKey);
      expect(new Set(keys).size).toBe(keys.length);
    }
    expect(demo.seats.find((s) => s.councilKey === 'SNV/TDKT' && s.personKey === 'SON')?.office).toBe('Chủ tịch Công đoàn cơ sở');
  });

  it('R-038 has six blocs of 6, 8, 6, 8, 6 and 9 members a year, one leader each; STC leads the provincial bloc in 2025', () => {
    const members = (key: string, year: number) => demo.blocs.find((b) => b.key === key)?.members.filter((m) => m.year === year) ?? [];
    expect(demo.blocs.map((b) => members(b.key, 2025).length)).toEqual([6, 8, 6, 8, 6, 9]);
    for (const bloc of demo.blocs) expect(members(bloc.key, 2025).filter((m) => m.role === 'LEADER')).toHaveLength(1);
    expect(members('TNH/QLNN', 2025).find((m) => m.role === 'LEADER')?.organisationKey).toBe('STC');
    expect(members('TNH/QLNN', 2024).find((m) => m.role === 'LEADER')?.organisationKey).toBe('VPUB');
  });

  it('R-019 gives every office at most one holder, every unit one head, and the personas their roles', () => {
    const holders = (role: string) => demo.roles.filter((r) => r.role === role);
    expect(new Set(holders('UNIT_HEAD').map((r) => r.scopeKey)).size).toBe(20);
    expect(holders('UNIT_HEAD')).toHaveLength(20);
    for (const role of ['DEPARTMENT_DIRECTOR', 'DEPARTMENT_OFFICE', 'CLERK', 'FINANCE_OFFICER', 'UNION_CHAIR'])
      expect(holders(role)).toHaveLength(3);
    const roles = (key: string) => demo.roles.filter((r) => r.subject === key).map((r) => r.role);
    expect(roles('LAN')).toEqual(['STAFF', 'DEPARTMENT_OFFICE', 'COUNCIL_SECRETARY', 'COUNCIL_SECRETARY', 'COUNCIL_SECRETARY']);
    expect(roles('TAM')).toEqual(expect.arrayContaining(['STAFF', 'UNIT_HEAD', 'COUNCIL_MEMBER', 'BLOC_LEADER']));
    expect(roles('BAO')).toEqual(['INTEGRATOR']);
    for (const grant of demo.roles) expect(grant.subject === 'BAO' || everybody.some((p) => p.key === grant.subject)).toBe(true);
  });
});
