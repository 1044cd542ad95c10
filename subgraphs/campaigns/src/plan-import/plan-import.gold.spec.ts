import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from './parse-plan.rules.js';
import type { PlanExtract } from './plan-extract.js';

type Row = Readonly<Record<string, unknown>>;
interface Section extends Row {
  readonly paragraphs: readonly Row[];
  readonly children: readonly Section[];
}

const SOURCES = {
  '000': '000_8f8a9018ae12c9ee',
  '001': '001_69281634aeecc4aa',
  '002': '002_fa57e0aff368a104',
  '003': '003_c8cdaae452dc5f0d',
  '004': '004_a8b6f0418ecde32a',
} as const;
const source = (key: keyof typeof SOURCES): string => readFileSync(new URL(`../demo/plans/${SOURCES[key]}.txt`, import.meta.url), 'utf8');
const read = (key: keyof typeof SOURCES): PlanExtract => parsePlan(source(key));
const gold = (key: string): Record<string, never> =>
  JSON.parse(readFileSync(new URL(`./gold/plan-${key}.json`, import.meta.url), 'utf8')) as Record<string, never>;
const rows = (value: unknown, keys: readonly string[]): Row[] => (value as Row[]).map((row) => pick(row, keys));
const pick = (row: unknown, keys: readonly string[]): Row =>
  Object.fromEntries(keys.map((key) => [key, (row as Row | null)?.[key] ?? null]));
const flat = (sections: unknown): Row[] =>
  (sections as Section[]).flatMap((s) => [
    pick(s, ['id', 'label', 'heading']),
    ...rows(s.paragraphs, ['id', 'marker', 'text', 'plainText']),
    ...flat(s.children),
  ]);
const byName = (list: Row[]): Row[] => list.toSorted((a, b) => String(a['name']).localeCompare(String(b['name'])));

describe.each(['000', '002', '004'] as const)('R-083 plan %s read against its transcription', (key) => {
  const extract = read(key);
  const expected = gold(key);

  it('agrees on the header', () => {
    const keys = ['issuer', 'documentNumber', 'place', 'dateAsPrinted', 'documentType', 'title', 'theme'];
    expect(pick(extract, keys)).toEqual(pick(expected, keys));
    expect([extract.date, extract.documentNumberParts, extract.header.printed]).toEqual([
      expected['date'],
      expected['documentNumberParts'],
      (expected['header'] as unknown as { printed: string[] }).printed,
    ]);
  });

  it('agrees on every legal basis', () => {
    const keys = ['type', 'number', 'date', 'issuer', 'subject', 'role', 'dateAsPrinted', 'year', 'name'];
    expect(rows(extract.legalBases, keys)).toEqual(rows(expected['legalBases'], keys));
    expect(extract.legalBases.map((b) => b.citedIn.toSorted())).toEqual(
      (expected['legalBases'] as unknown as { citedIn: string[] }[]).map((b) => b.citedIn.toSorted()),
    );
  });

  it('agrees on every section, heading and paragraph', () => {
    const keys = ['id', 'marker', 'text', 'plainText'];
    expect(flat(extract.sections)).toEqual(flat(expected['sections']));
    expect(rows(extract.preamble, keys)).toEqual(rows(expected['preamble'], keys));
    expect(rows(extract.closing, keys)).toEqual(rows(expected['closing'], keys));
  });

  it('agrees on every target', () => {
    const keys = [
      'text',
      'comparator',
      'value',
      'unit',
      'kind',
      'of',
      'orHigher',
      'section',
      'measure',
      'awardTitle',
      'collectiveOrIndividual',
      'key',
      'split',
      'valueAsPrinted',
    ];
    expect(rows(extract.targets, keys)).toEqual(rows(expected['targets'], keys));
  });

  it('agrees on every assignment, duty and clause', () => {
    const keys = ['assignee', 'kind', 'section', 'duties', 'clauses', 'capacity', 'jointWith'];
    expect(rows(extract.assignments, keys)).toEqual(rows(expected['assignments'], keys));
  });

  it('agrees on every campaign', () => {
    const keys = ['name', 'initiatorLevel', 'section', 'own', 'byDocument', 'parentOfOwn', 'group', 'wave', 'periodText', 'inferredParent'];
    expect(byName(rows(extract.campaigns, keys))).toEqual(byName(rows(expected['campaigns'], keys)));
  });

  it('agrees on recipients, signature and period', () => {
    const recipients = (list: unknown): Row[] =>
      (list as Row[]).map((row) => ({ ...pick(row, ['text', 'printed', 'kind', 'purpose']), expandsTo: row['expandsTo'] ?? [] }));
    expect(recipients(extract.recipients)).toEqual(recipients(expected['recipients']));
    const keys = ['from', 'to', 'text', 'section', 'fromEvent', 'year', 'stated', 'impliedFrom', 'impliedTo', 'basis'];
    expect(pick(extract.period, keys)).toEqual(pick(expected['period'], keys));
    expect(pick(extract.signatory, ['role', 'onBehalfOf', 'name', 'printed'])).toEqual(
      pick(expected['signatory'], ['role', 'onBehalfOf', 'name', 'printed']),
    );
  });
});

const count = (extract: PlanExtract) => {
  const sections = flat(extract.sections);
  return {
    legal: extract.legalBases.length,
    sections: sections.filter((row) => 'label' in row).length,
    paragraphs: sections.filter((row) => 'text' in row).length + extract.preamble.length + extract.closing.length,
    campaigns: extract.campaigns.length,
    targets: extract.targets.length,
    numbers: extract.targets.filter((t) => t.kind === 'quantitative').length,
    assignments: extract.assignments.length,
    duties: extract.assignments.flatMap((a) => a.duties).length,
    recipients: extract.recipients.length,
  };
};

describe('what the five plans measure', () => {
  it.each([
    ['000', { legal: 7, sections: 9, paragraphs: 32, campaigns: 9, targets: 2, numbers: 0, assignments: 4, duties: 7, recipients: 2 }],
    ['001', { legal: 14, sections: 11, paragraphs: 19, campaigns: 16, targets: 9, numbers: 1, assignments: 5, duties: 5, recipients: 6 }],
    ['002', { legal: 8, sections: 30, paragraphs: 40, campaigns: 8, targets: 2, numbers: 0, assignments: 8, duties: 14, recipients: 8 }],
    ['003', { legal: 4, sections: 6, paragraphs: 12, campaigns: 2, targets: 0, numbers: 0, assignments: 3, duties: 3, recipients: 2 }],
    ['004', { legal: 6, sections: 19, paragraphs: 46, campaigns: 9, targets: 13, numbers: 5, assignments: 6, duties: 13, recipients: 7 }],
  ] as const)('J-15 plan %s', (key, expected) => {
    expect(count(read(key))).toEqual(expected);
  });

  it('J-15 plan 001: one basis by "Thực hiện", five national campaigns, one line of recipients for two bodies', () => {
    const extract = read('001');
    expect(extract.legalBases.filter((b) => b.role === 'basis').map((b) => b.number)).toEqual(['10/KH-UBND']);
    expect(extract.campaigns.filter((c) => c.initiatorLevel === 'central')).toHaveLength(5);
    expect(extract.campaigns.map((c) => c.name)).toContain(
      '“Cán bộ, đảng viên 3 gương mẫu, Nhân dân 3 tự giác, doanh nghiệp vận tải và lái xe 3 an toàn” bảo đảm trật tự an toàn giao thông trên địa bàn tỉnh Quảng Ngãi',
    );
    expect(extract.recipients[3]?.expandsTo).toEqual(['BCH Công đoàn Sở', 'Đoàn Thanh niên Sở']);
    expect([extract.theme?.slice(0, 24), extract.themeLevel, extract.signatory.name]).toEqual([
      'Đẩy mạnh chuyển đổi số, ',
      'province',
      'Nguyễn Văn Thành',
    ]);
  });

  it('J-15 plan 003: one title of five lines, special topic as theme, signed KT., inner quotation kept', () => {
    const extract = read('003');
    expect(extract.title).toMatch(/^Triển khai thực hiện phong trào thi đua đẩy mạnh “Học tập .* ngang tầm nhiệm vụ”$/u);
    expect([extract.themeSpecial, extract.signatory.role, extract.signatory.onBehalfOf]).toEqual([true, 'PHÓ GIÁM ĐỐC', 'GIÁM ĐỐC']);
    expect(extract.legalBases.find((b) => b.number === '21-KL/TW')?.subject).toMatch(
      /biểu hiện “tự diễn biến”, “tự chuyển hóa” trong nội bộ$/u,
    );
  });

  it('A-09 A-16 notices what the plans leave open', () => {
    expect(read('002').warnings.map((w) => w.code)).toContain('AS_ABOVE_WITHOUT_ADDRESSEE');
    expect(read('004').warnings.find((w) => w.code === 'SECTION_NUMBER_GAP')?.vars).toEqual({ label: 'IV.', before: 'II.' });
  });

  it.each(['000', '001', '002', '003', '004'] as const)('R-083 spans of plan %s cover printed words of the unchanged text', (key) => {
    const text = source(key);
    for (const basis of read(key).legalBases)
      for (const at of basis.citations) expect(text.slice(at.start, at.end)).toContain(basis.number ?? 'Luật');
    for (const target of read(key).targets)
      expect(text.slice(target.start, target.end).replace(/\s+/gu, ' ')).toContain(target.text.slice(0, 20));
  });
});
