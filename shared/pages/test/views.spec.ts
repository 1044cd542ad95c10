import { describe, expect, it } from 'vitest';
import { currentStep, roundToShow, type Round } from '../src/council/session-view.js';
import { draftGroups, type VotedLine } from '../src/decisions/draft-groups.js';
import { sectionPlace } from '../src/kit/section-place.js';
import { checkLines, openConfirmations, type Check } from '../src/nominations/eligibility-view.js';
import { quotaPicture } from '../src/nominations/quota-view.js';
import { missingFor, type PlanImportNode } from '../src/plan-import/import-reading.js';
import { paragraphsOf, withoutOverlaps, type Mark } from '../src/plans/marked-text.js';
import { groupedByLevel, type CampaignLine } from '../src/campaigns/campaign-groups.js';
import { missingOf, needText, nested, targetKind, type TargetRow } from '../src/targets/target-view.js';

const target = (over: Partial<TargetRow>): TargetRow =>
  ({
    id: 't',
    comparator: 'GT',
    value: '98',
    unit: '%',
    status: 'AT_RISK',
    statusShape: 'bad',
    parentTarget: null,
    actual: null,
    ...over,
  }) as TargetRow;
const figures = (numerator: number, denominator: number | null, needed: number): TargetRow['actual'] =>
  ({ numerator, denominator, needed }) as TargetRow['actual'];
const number = { number: (value: number | string | null | undefined) => String(value).replace('.', ',') };

describe('a target on its line', () => {
  it('R-158 says "trên 98 %" as larger than, and who is missing from 49 of 50', () => {
    expect(needText(target({}), number)).toBe('>\u00a098\u00a0%');
    expect(missingOf(target({ actual: figures(49, 50, 50) }))).toBe(1);
  });
  it('never calls an unknown figure missing', () => {
    expect(missingOf(target({ actual: null }))).toBe(0);
    expect(needText(target({ comparator: 'QUALITATIVE', value: null }), number)).toBe('');
  });
  it('R-160 puts "trong đó" right under its outer target', () => {
    const lines = nested([
      target({ id: 'outer' }),
      target({ id: 'other' }),
      target({ id: 'inner', parentTarget: { __typename: 'Target', id: 'outer' } }),
    ]);
    expect(lines.map((line) => [line.target.id, line.child])).toEqual([
      ['outer', false],
      ['inner', true],
      ['other', false],
    ]);
  });
  it('takes the shape from the graph and waits where there is none', () => {
    expect(targetKind(target({ statusShape: 'warn' }))).toBe('warn');
    expect(targetKind(target({ statusShape: null, status: null }))).toBe('wait');
  });
});

describe('a document with marks', () => {
  const text = 'Số:      /KH-SNV\n\nCăn cứ Luật Thi đua, khen thưởng năm 2022;\nI. MỤC ĐÍCH';
  const mark = (words: string, kind: Mark['kind'], ref: number): Mark => ({
    start: text.indexOf(words),
    end: text.indexOf(words) + words.length,
    kind,
    ref,
  });
  it('R-084 keeps every character of every line', () => {
    const paragraphs = paragraphsOf(text, [mark('Luật Thi đua, khen thưởng năm 2022', 'law', 1), mark('Số:      /KH-SNV', 'gap', 2)]);
    expect(paragraphs.map((paragraph) => paragraph.segments.map((segment) => segment.text).join(''))).toEqual(
      text.split('\n').filter((line) => line !== ''),
    );
  });
  it('shows the number of a mark once, where the mark ends', () => {
    const [first] = paragraphsOf('một hai\nba', [{ start: 0, end: 10, kind: 'law', ref: 1 }]);
    expect(first!.segments.map((segment) => segment.closes)).toEqual([false]);
  });
  it('drops a mark inside another one', () => {
    expect(
      withoutOverlaps([
        { start: 5, end: 8, kind: 'camp', ref: 2 },
        { start: 0, end: 10, kind: 'law', ref: 1 },
      ]).map((item) => item.ref),
    ).toEqual([1]);
  });
  it('knows headings by the starts of the sections', () => {
    const paragraphs = paragraphsOf(text, [], [text.indexOf('I. MỤC')], 'Số:      /KH-SNV và hơn nữa');
    expect(paragraphs.at(-1)!.heading).toBe(true);
    expect(paragraphs.map((paragraph) => paragraph.centred)).toEqual([true, false, false]);
  });
});

describe('accepting an import', () => {
  const node = { merges: [{ id: 'm1' }, { id: 'm2' }], duplicateOf: null, plan: null } as unknown as PlanImportNode;
  it('R-070 waits for every decision on a possible match, and for the issuer', () => {
    expect(missingFor(node, { m1: 'MERGE' }, null)).toEqual({ decisions: 1, issuer: true, duplicate: false, accepted: false });
    expect(missingFor(node, { m1: 'MERGE', m2: 'SEPARATE' }, 'snv')).toEqual({
      decisions: 0,
      issuer: false,
      duplicate: false,
      accepted: false,
    });
  });
});

describe('conditions of a nominee', () => {
  const check = (rule: string, verdict: string, alternatives: unknown[] = []): Check =>
    ({ rule, verdict, alternatives }) as unknown as Check;
  it('puts what a person must confirm on top, then what fails', () => {
    expect(checkLines([check('a', 'PASS'), check('b', 'FAIL'), check('c', 'REVIEW')]).map((line) => line.key)).toEqual(['c', 'b', 'a']);
  });
  it('R-233 shows the branches of "one of" and does not blame a branch that was not needed', () => {
    const lines = checkLines([check('any', 'PASS', [check('x', 'FAIL'), check('y', 'PASS')])]);
    expect(lines.map((line) => [line.key, line.child, line.unused])).toEqual([
      ['any', false, false],
      ['any/x', true, true],
      ['any/y', true, false],
    ]);
  });
  it('asks for each confirmation once', () => {
    expect(openConfirmations([check('a', 'REVIEW'), check('b', 'REVIEW')], new Set(['a'])).map((item) => item.rule)).toEqual(['b']);
  });
});

describe('the quota picture', () => {
  it('R-246 draws 6 used, this one, and the cap where the seventh ends', () => {
    const picture = quotaPicture(6, 8, 1);
    expect(picture.cells.map((cell) => cell.kind)).toEqual(['used', 'used', 'used', 'used', 'used', 'used', 'mine', 'off']);
    expect(picture.cap).toBe('100.00%');
  });
  it('keeps the line of the cap inside the picture when it is overrun', () => {
    expect(quotaPicture(9, 8, 1).cap).toBe('80.00%');
  });
});

describe('a session', () => {
  const round = (id: string, state: Round['state']): Round => ({ id, state }) as Round;
  it('shows the item that is being voted first', () => {
    expect(roundToShow([round('1', 'CLOSED'), round('2', 'OPEN'), round('3', 'PREPARED')], null)?.id).toBe('2');
    expect(roundToShow([round('1', 'CLOSED'), round('2', 'OPEN')], '1')?.id).toBe('1');
  });
  it('R-237 stands at quorum until it is met', () => {
    const quorum = { __typename: 'Quorum' as const, present: 5, total: 9, needed: 6, met: false, source: '' };
    expect(currentStep({ state: 'SCHEDULED', quorum, rounds: [] })).toBe(0);
    expect(currentStep({ state: 'OPEN', quorum: { ...quorum, met: true }, rounds: [round('1', 'CLOSED')] })).toBe(3);
  });
});

describe('drafting decisions', () => {
  it('R-239 takes only who was passed, and says how many were not', () => {
    const line = (id: string, passed: boolean, drafted = false): VotedLine =>
      ({
        id,
        award: { __typename: 'AwardType', code: 'LDTT', name: '', nameEn: '' },
        votes: { passed },
        decision: drafted ? { id: 'd' } : null,
      }) as unknown as VotedLine;
    const [group] = draftGroups([line('1', true), line('2', false), line('3', true), line('4', true, true)]);
    expect([group!.passed.map((item) => item.id), group!.notPassed]).toEqual([['1', '3'], 1]);
  });
});

describe('the cascade of campaigns', () => {
  it('R-107 goes from the centre down and hangs a child under its parent', () => {
    const line = (id: string, level: string, parent: string | null = null): CampaignLine =>
      ({ id, initiatorLevel: level, parent: parent ? { id: parent } : null }) as unknown as CampaignLine;
    const groups = groupedByLevel([
      line('d', 'DEPARTMENT'),
      line('n', 'NATIONAL'),
      line('n2', 'NATIONAL', 'n'),
      line('p', 'PROVINCE', 'n'),
    ]);
    expect(groups.map((group) => [group.level, group.lines.map((item) => [item.campaign.id, item.child])])).toEqual([
      [
        'NATIONAL',
        [
          ['n', false],
          ['n2', true],
        ],
      ],
      ['PROVINCE', [['p', false]]],
      ['DEPARTMENT', [['d', false]]],
    ]);
  });
});

describe('a place in a plan', () => {
  const t = (key: string, named?: Record<string, unknown>): string =>
    `${key.split('.').at(-1)} ${Object.values(named ?? {}).join('')}`.trim();
  it.each([
    ['II.2·8', 'section II.2, bullet 8'],
    ['III¶2', 'section III, paragraph 2'],
    ['pre¶5', 'opening, paragraph 5'],
    ['II.6, III.3', 'section II.6, III.3'],
    ['title', 'title'],
  ])('%s is told as “%s”', (place, words) => {
    expect(sectionPlace(place, t)).toBe(words);
  });
});
