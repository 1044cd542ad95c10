import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parsePlan } from './parse-plan.rules.js';
import type { ExtractedSection } from './plan-extract.js';

const source = (name: string): string => readFileSync(new URL(`../demo/plans/${name}.txt`, import.meta.url), 'utf8');
const TEXTS = ['000_8f8a9018ae12c9ee', '001_69281634aeecc4aa', '002_fa57e0aff368a104', '003_c8cdaae452dc5f0d', '004_a8b6f0418ecde32a'].map(
  source,
);
const flat = (sections: readonly ExtractedSection[]): ExtractedSection[] =>
  sections.flatMap((section) => [section, ...flat(section.children)]);

describe('any text', () => {
  it('R-083 is read without failing, and every span lies inside it', () => {
    const piece = fc
      .record({ text: fc.constantFrom(...TEXTS), from: fc.nat(8_000), length: fc.nat(6_000) })
      .map(({ text, from, length }) => text.slice(from, from + length));
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 60 })), { maxLength: 3 }), (pieces) => {
        const text = pieces.join('\n');
        const read = parsePlan(text);
        const spans = [
          ...flat(read.sections),
          ...flat(read.sections).flatMap((s) => s.paragraphs),
          ...read.targets,
          ...read.legalBases.flatMap((b) => b.citations),
          ...read.recipients,
          ...read.campaigns,
        ];
        for (const { start, end } of spans) expect(start >= 0 && end <= text.length && start <= end).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('gives every section and paragraph an id of its own', () => {
    fc.assert(
      fc.property(fc.constantFrom(...TEXTS), fc.constantFrom(...TEXTS), (a, b) => {
        const sections = flat(parsePlan(`${a}\n${b}`).sections);
        const ids = [...sections.map((s) => s.id), ...sections.flatMap((s) => s.paragraphs.map((p) => p.id))];
        expect(new Set(ids).size).toBe(ids.length);
      }),
    );
  });
});
