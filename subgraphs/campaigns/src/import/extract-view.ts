import { PartialDate, type RequestContext } from '@thidua/server';
import { campaignIdentity, graphLevel, parentNameOf } from '../campaign/campaign-identity.rules.js';
import { readKnownCampaigns } from '../campaign/campaign-register.js';
import { citationRole } from '../legal-document/register-documents.js';
import { KnownDocuments } from '../legal-document/legal-register.js';
import { flatSections } from '../plan/plan.service.js';
import { toRecipient } from '../plan/plan-view.js';
import type { PlanAssignment } from '../plan-import/assignments.rules.js';
import type { PlanExtract } from '../plan-import/plan-extract.js';
import { extractedTargets } from './extracted-target.rules.js';
import type { ExtractAssignment, ExtractCampaign, ExtractCitation, ExtractTarget, PlanExtractView } from './plan-extract.types.js';
import { printedNumber } from './store-plan.js';

/** The reading as the graph shows it, with the registered documents and campaigns it would join. */
export async function extractView(ctx: RequestContext, extract: PlanExtract): Promise<PlanExtractView> {
  const [citations, campaigns] = await Promise.all([viewCitations(ctx, extract), viewCampaigns(ctx, extract)]);
  const { role, onBehalfOf, name } = extract.signatory;
  return {
    number: printedNumber(extract),
    symbol: extract.documentNumberParts?.symbol ?? null,
    place: extract.place,
    date: extract.date ? partial(extract.date.year, extract.date.month, extract.date.day) : null,
    issuerAsPrinted: extract.issuer,
    documentType: extract.documentType ?? 'KẾ HOẠCH',
    title: extract.title,
    theme: extract.theme,
    period: { text: extract.period.text ?? null, from: extract.period.from, to: extract.period.to },
    opening: [...extract.preamble],
    sections: flatSections(extract.sections),
    closing: [...extract.closing],
    citations,
    targets: viewTargets(extract),
    assignments: extract.assignments.map((assignment) => viewAssignment(extract, assignment)),
    campaigns,
    recipients: extract.recipients.map((line) => toRecipient(ctx, line)),
    signatory: { role, onBehalfOf, name },
  };
}

function partial(year: number, month?: number, day?: number): PartialDate {
  return Object.assign(new PartialDate(), { year, month: month ?? null, day: day ?? null });
}

async function viewCitations(ctx: RequestContext, extract: PlanExtract): Promise<ExtractCitation[]> {
  const known = await KnownDocuments.read(ctx.db, extract.legalBases, extract.place);
  return extract.legalBases.flatMap((basis) =>
    basis.citations.map((at): ExtractCitation => {
      const [year, month, day] = basis.date ? basis.date.split('-').map(Number) : [basis.year];
      return {
        printed: at.printed,
        number: basis.number,
        type: basis.type,
        issuer: at.issuerAsPrinted ?? basis.issuer,
        date: year ? partial(year, month, day) : null,
        subject: basis.subject,
        role: citationRole(basis, at.role),
        section: at.section,
        start: at.start,
        end: at.end,
        documentId: known.find(basis)?.id ?? null,
      };
    }),
  );
}

async function viewCampaigns(ctx: RequestContext, extract: PlanExtract): Promise<ExtractCampaign[]> {
  const keyed = extract.campaigns.map((mention) => ({ mention, key: mention.group ? null : campaignIdentity(mention, extract).key }));
  const known = await readKnownCampaigns(
    ctx.db,
    keyed.flatMap(({ key }) => (key ? [key] : [])),
  );
  return keyed.map(({ mention, key }) => ({
    name: mention.name,
    initiatorLevel: graphLevel(mention.initiatorLevel),
    section: mention.section,
    campaignId: (key && known.get(key)?.id) ?? null,
    parentName: parentNameOf(mention),
    group: mention.group ?? false,
    start: mention.start,
    end: mention.end,
  }));
}

function viewTargets(extract: PlanExtract): ExtractTarget[] {
  return extractedTargets(extract.targets).map((target, i) => ({
    key: target.key,
    text: target.text,
    section: target.section,
    kind: target.kind,
    comparator: target.comparator,
    value: target.value,
    unit: target.unit,
    of: target.of,
    orHigher: target.orHigher,
    start: extract.targets[i]?.start ?? 0,
    end: extract.targets[i]?.end ?? 0,
  }));
}

/** An assignment covers the part or paragraph it stands in. */
function viewAssignment(extract: PlanExtract, assignment: PlanAssignment): ExtractAssignment {
  const id = assignment.section.split(', ')[0] ?? '';
  const parts = flatSections(extract.sections);
  const at = parts.find((part) => part.id === id) ?? parts.flatMap((part) => part.paragraphs).find((paragraph) => paragraph.id === id);
  return {
    party: assignment.assignee,
    kind: assignment.kind.toUpperCase(),
    section: assignment.section,
    start: at?.start ?? null,
    end: at?.end ?? null,
    duties: assignment.duties.map((text, i) => ({ text, clauses: [...(assignment.clauses[i] ?? [text])] })),
  };
}
