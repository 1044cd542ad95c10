import type { EntityManager } from 'typeorm';
import { naturalId, newId } from '@thidua/server';
import type { BodyNames } from '../body/body-names.js';
import { isCentral } from '../body/body-name.rules.js';
import type { LegalBasis } from '../plan-import/legal-bases.rules.js';
import { CitationEntity } from './citation.entity.js';
import { documentName, numberKey } from './identity.rules.js';
import { DocumentStatus, LegalDocumentEntity } from './legal-document.entity.js';
import { KnownDocuments } from './legal-register.js';

export interface CitingPlan {
  readonly id: string;
  readonly place: string | null;
  readonly issuerId: string | null;
  readonly isGuest: boolean;
  /** Demo plans have ids that every subgraph can compute. */
  readonly natural: boolean;
}

/** Indexes of bases that shall stay apart from the document they look like. */
export type KeepApart = ReadonlySet<number>;

/** Registers what is new, and stores every printing with its place. */
export async function registerDocuments(
  manager: EntityManager,
  bases: readonly LegalBasis[],
  plan: CitingPlan,
  names: BodyNames,
  apart: KeepApart = new Set(),
): Promise<string[]> {
  const known = await KnownDocuments.read(manager, bases, plan.place);
  const fresh: LegalDocumentEntity[] = [];
  const ids = bases.map((basis, i) => {
    const identity = apart.has(i) ? `${known.identity(basis)}|${(basis.issuer ?? '').toLowerCase()}` : known.identity(basis);
    const found = apart.has(i) ? null : (known.find(basis) ?? fresh.find((row) => row.identityKey === identity));
    if (found) return found.id;
    const row = newDocument(basis, identity, plan);
    fresh.push(row);
    return row.id;
  });
  if (fresh.length > 0) await manager.insert(LegalDocumentEntity, fresh as never);
  await insertCitations(manager, bases, ids, plan, names);
  await claimRuleOnly(manager, ids);
  return ids;
}

function newDocument(basis: LegalBasis, identityKey: string, plan: CitingPlan): LegalDocumentEntity {
  const [, , issuer = ''] = identityKey.split('|');
  const [body = '', place = ''] = issuer.split(':');
  const [year = null, month = null, day = null] = basis.date ? basis.date.split('-').map(Number) : [basis.year ?? null];
  return Object.assign(new LegalDocumentEntity(), {
    id: plan.natural ? naturalId('legal-document', identityKey) : newId(),
    type: basis.type,
    number: basis.number,
    issuer: basis.issuer ?? (basis.number ? null : 'Quốc hội'),
    subject: basis.subject,
    name: documentName(basis),
    year,
    month,
    day,
    identityKey,
    numberKey: numberKey(basis.number),
    placeKey: place,
    isGuest: plan.isGuest && !isCentral(body),
    status: DocumentStatus.UNKNOWN,
    ruleOnly: false,
  });
}

async function insertCitations(
  manager: EntityManager,
  bases: readonly LegalBasis[],
  ids: readonly string[],
  plan: CitingPlan,
  names: BodyNames,
): Promise<void> {
  let position = 0;
  const rows = bases.flatMap((basis, i) =>
    basis.citations.map((at) => {
      position += 1;
      return {
        id: plan.natural ? naturalId('citation', `${plan.id}/${position}`) : newId(),
        planId: plan.id,
        documentId: ids[i] ?? '',
        role: citationRole(basis, at.role),
        printed: at.printed,
        issuerAsPrinted: at.issuerAsPrinted,
        issuerId: issuerOf(basis, at.issuerAsPrinted, plan, names),
        section: at.section,
        start: at.start,
        end: at.end,
        position,
      };
    }),
  );
  if (rows.length > 0) await manager.insert(CitationEntity, rows as never);
}

/** "Thực hiện Kế hoạch số …" says that this plan carries that one out: the basis it answers. */
export function citationRole(basis: LegalBasis, role: 'basis' | 'reference'): string {
  if (role === 'reference') return 'REFERENCE';
  return /^(?:Kế hoạch|Chỉ thị|Công văn)$/u.test(basis.type) ? 'IMPLEMENTS' : 'BASIS';
}

function issuerOf(basis: LegalBasis, printed: string | null, plan: CitingPlan, names: BodyNames): string | null {
  if (printed) return names.find(printed)?.organisationId ?? null;
  if (basis.issuer) return null;
  return basis.number ? plan.issuerId : (names.find('Quốc hội')?.organisationId ?? null);
}

/** A document that only rules rested on is cited by a plan from now on. */
async function claimRuleOnly(manager: EntityManager, ids: readonly string[]): Promise<void> {
  await manager.query('update legal_document set rule_only = false where rule_only and id = any($1)', [ids]);
}
