import type { PlanDetailQuery } from '../generated/graphql.js';
import type { Mark } from './marked-text.js';

/** A line of the extract and, where it has a span, its mark in the document. */
export interface ReadLine {
  readonly ref: number;
  readonly start: number | null;
  readonly end: number | null;
}
export interface ReadCitation extends ReadLine {
  readonly printed: string;
  readonly name: string | null;
  readonly role: string;
  readonly status: string | null;
  readonly known: boolean;
  readonly section: string;
}
export interface ReadCampaign extends ReadLine {
  readonly name: string;
  readonly level: string;
  readonly parent: string | null;
  readonly id: string | null;
  readonly section: string | null;
}
export interface ReadDuty {
  readonly id: string | null;
  readonly text: string;
  readonly clauses: readonly string[];
  readonly dueDate: string | null;
  readonly state: string | null;
  readonly version: number | null;
}
export interface ReadAssignment extends ReadLine {
  readonly party: string;
  readonly section: string;
  readonly duties: readonly ReadDuty[];
}
export interface ReadWarning extends ReadLine {
  readonly code: string;
  readonly message: string;
  readonly severity: string;
}
export interface ReadSection {
  readonly id: string;
  readonly label: string;
  readonly heading: string;
  readonly level: number;
  readonly start: number;
  readonly end: number;
}
export interface ReadRecipient {
  readonly text: string;
  readonly kind: string;
  readonly expandsTo: readonly string[];
  readonly flagged: boolean;
}

/** What a plan and the preview of an import have in common: the words, and what was read from them. */
export interface PlanReading {
  readonly text: string;
  readonly title: string;
  readonly sections: readonly ReadSection[];
  readonly citations: readonly ReadCitation[];
  readonly campaigns: readonly ReadCampaign[];
  readonly assignments: readonly ReadAssignment[];
  readonly recipients: readonly ReadRecipient[];
  readonly warnings: readonly ReadWarning[];
}

type Span = object & { readonly start?: number | null; readonly end?: number | null };

/** Numbers lines in the order of the document and finds words without a span by their first exact occurrence. */
export class ReferenceBook {
  private next = 1;
  constructor(private readonly text: string) {}

  line(span: Span, words?: string): ReadLine {
    const ref = this.next++;
    if (typeof span.start === 'number' && typeof span.end === 'number' && span.end > span.start)
      return { ref, start: span.start, end: span.end };
    const at = words ? this.text.indexOf(words) : -1;
    return at >= 0 && words ? { ref, start: at, end: at + words.length } : { ref, start: null, end: null };
  }
}

/** The marks of a reading: documents, campaigns, duties, and what is blank or doubtful. */
export function marksOf(reading: PlanReading): Mark[] {
  const pick = (lines: readonly ReadLine[], kind: Mark['kind']): Mark[] =>
    lines.flatMap((line) => (line.start !== null && line.end !== null ? [{ start: line.start, end: line.end, kind, ref: line.ref }] : []));
  return [
    ...pick(reading.warnings, 'gap'),
    ...pick(reading.citations, 'law'),
    ...pick(reading.campaigns, 'camp'),
    ...pick(reading.assignments, 'duty'),
  ];
}

type PlanNode = NonNullable<PlanDetailQuery['plan']>;

export function readingOfPlan(plan: PlanNode): PlanReading {
  const book = new ReferenceBook(plan.text);
  return {
    text: plan.text,
    title: plan.title,
    sections: plan.sections,
    warnings: plan.warnings.map((warning) => ({
      ...book.line(warning),
      code: warning.code,
      message: warning.message,
      severity: warning.severity,
    })),
    citations: plan.citations.map((item) => ({
      ...book.line(item, item.printed),
      printed: item.printed,
      name: item.document.name,
      role: item.role,
      status: item.document.status,
      known: true,
      section: item.section,
    })),
    campaigns: (plan.campaigns?.nodes ?? []).map((item) => ({
      ...book.line({}, item.name),
      name: item.name,
      level: item.initiatorLevel,
      parent: null,
      id: item.id,
      section: null,
    })),
    assignments: plan.assignments.map((item) => ({
      ...book.line({}, item.party),
      party: item.party,
      section: item.section,
      duties: item.duties,
    })),
    recipients: plan.recipients,
  };
}
