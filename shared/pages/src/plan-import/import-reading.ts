import type { PlanImportQuery } from '../generated/graphql.js';
import { ReferenceBook, type PlanReading } from '../plans/plan-reading.js';

export type PlanImportNode = NonNullable<PlanImportQuery['planImport']>;

/** The preview of an import in the shape the document and the extract lists share with a kept plan. */
export function readingOfImport(node: PlanImportNode): PlanReading {
  const book = new ReferenceBook(node.text);
  const { extract } = node;
  return {
    text: node.text,
    title: extract.title,
    sections: extract.sections,
    warnings: node.warnings.map((warning) => ({
      ...book.line(warning),
      code: warning.code,
      message: warning.message,
      severity: warning.severity,
    })),
    citations: extract.citations.map((item) => ({
      ...book.line(item, item.printed),
      printed: item.printed,
      name: item.number,
      role: item.role,
      status: null,
      known: item.documentId !== null,
      section: item.section,
    })),
    campaigns: extract.campaigns.map((item) => ({
      ...book.line(item, item.name),
      name: item.name,
      level: item.initiatorLevel,
      parent: item.parentName,
      id: item.campaignId,
      section: item.section,
    })),
    assignments: extract.assignments.map((item) => ({
      ...book.line(item, item.party),
      party: item.party,
      section: item.section,
      duties: item.duties.map((duty) => ({ id: null, text: duty.text, clauses: duty.clauses, dueDate: null, state: null, version: null })),
    })),
    recipients: extract.recipients,
  };
}

export type Decisions = Readonly<Record<string, 'MERGE' | 'SEPARATE'>>;

/** What still stands between the preview and a draft. Blank numbers and dates do not: they are filled in later. */
export function missingFor(
  node: PlanImportNode,
  decisions: Decisions,
  issuerId: string | null,
): { decisions: number; issuer: boolean; duplicate: boolean; accepted: boolean } {
  return {
    decisions: node.merges.filter((merge) => !decisions[merge.id]).length,
    issuer: issuerId === null,
    duplicate: node.duplicateOf !== null,
    accepted: node.plan !== null,
  };
}
