import { fileStore, mutate, newId, permit, Refusal, refuse, type RequestContext } from '@thidua/server';
import type { EntityManager } from 'typeorm';
import { BodyNames } from '../body/body-names.js';
import type { KnownBody } from '../body/body-names.js';
import { bodyById } from '../body/body.service.js';
import { readKnownCampaigns } from '../campaign/campaign-register.js';
import { campaignIdentity } from '../campaign/campaign-identity.rules.js';
import { KnownDocuments } from '../legal-document/legal-register.js';
import { PlanEntity } from '../plan/plan.entity.js';
import { PlanState } from '../plan/plan.types.js';
import { parsePlan } from '../plan-import/parse-plan.rules.js';
import type { ImportWarning, PlanExtract } from '../plan-import/plan-extract.js';
import { UNREADABLE } from '../plan-import/unreadable.js';
import { importScope } from './import-scope.js';
import { campaignMerges, documentMerges, type MergeRow } from './merge.rules.js';
import { PlanImportEntity } from './plan-import.entity.js';
import type { PreviewPlanImportInput } from './plan-import.input.js';
import { PlanImportPrepared } from './plan-import.result.js';
import { contentKey, planIdentity } from './plan-keys.rules.js';
import { readImportSource, type ImportSource } from './read-source.js';

/** Reads a plan and keeps what was read, for a person to check. The registers are not touched (J-15). */
export async function preparePlanImport(ctx: RequestContext, input: PreviewPlanImportInput): Promise<PlanImportPrepared | Refusal> {
  const given = input.issuerId ? await bodyById(ctx, input.issuerId) : null;
  permit(ctx, 'plan:import', importScope(ctx, given));
  const source = await readImportSource(ctx, input);
  if (source instanceof Refusal) return source;
  const extract = parsePlan(source.text);
  if (extract.documentType === null && extract.sections.length === 0) {
    const { vi, en, remedy } = UNREADABLE.NOT_A_PLAN;
    return refuse(ctx, 'NOT_A_PLAN', vi, en, { field: input.fileId ? 'fileId' : 'text', remedy: [remedy[0], remedy[1]] });
  }
  const names = await BodyNames.read(ctx.db, [extract.issuer ?? ''], extract.place);
  const issuer = given ?? names.find(extract.issuer);
  const scope = importScope(ctx, issuer);
  return mutate(
    ctx,
    { operation: 'previewPlanImport', input, permission: 'plan:import', scope },
    async (tx) => {
      const row = await importRow(tx.manager, { extract, source, issuer, departmentId: scope.departmentId, ctx });
      await tx.manager.insert(PlanImportEntity, row as never);
      await tx.audit({ entity: 'PlanImport', id: row.id, to: 'PREPARED' });
      return { id: row.id };
    },
    async ({ id }) => Object.assign(new PlanImportPrepared(), { planImport: await ctx.db.findOneByOrFail(PlanImportEntity, { id }) }),
  );
}

interface Reading {
  readonly extract: PlanExtract;
  readonly source: ImportSource;
  readonly issuer: KnownBody | null;
  readonly departmentId: string;
  readonly ctx: RequestContext;
}

async function importRow(manager: EntityManager, { extract, source, issuer, departmentId, ctx }: Reading): Promise<PlanImportEntity> {
  const fileId = source.bytes
    ? (await fileStore(manager).put(source.bytes, { name: source.fileName, mime: 'text/plain; charset=utf-8', ownerId: ctx.actor.id })).id
    : source.fileId;
  return Object.assign(new PlanImportEntity(), {
    id: newId(),
    fileName: source.fileName,
    fileId,
    text: source.text,
    state: 'PREPARED',
    version: 1,
    read: extract,
    importWarnings: withIssuer(extract, issuer),
    mergeRows: await findMerges(manager, extract),
    contentKey: contentKey(source.text),
    duplicateOfId: (await findDuplicate(manager, source.text, planIdentity(extract, issuer?.organisationId ?? null)))?.id ?? null,
    planId: null,
    issuerId: issuer?.organisationId ?? null,
    issuerDepartmentId: issuer?.departmentId ?? null,
    issuerIsGuest: issuer?.isGuest ?? false,
    departmentId,
    createdBy: ctx.actor.id,
    createdAt: ctx.now(),
  });
}

/** A body is resolved when its name has been met or was chosen; else a person chooses it. */
function withIssuer(extract: PlanExtract, issuer: KnownBody | null): ImportWarning[] {
  const others = extract.warnings.filter((warning) => warning.code !== 'UNRESOLVED_ISSUER');
  if (issuer) return others;
  return [
    { code: 'UNRESOLVED_ISSUER', severity: 'DECISION', section: null, start: null, end: null, vars: { name: extract.issuer ?? '…' } },
    ...others,
  ];
}

export async function findMerges(manager: EntityManager, extract: PlanExtract): Promise<MergeRow[]> {
  const documents = await KnownDocuments.read(manager, extract.legalBases, extract.place);
  const keys = extract.campaigns.filter((mention) => !mention.group).map((mention) => campaignIdentity(mention, extract).key);
  const campaigns = await readKnownCampaigns(manager, keys);
  return [...documentMerges(extract, documents), ...campaignMerges(extract, campaigns)];
}

/** The same words, or the same title of the same body in the same year. */
export async function findDuplicate(manager: EntityManager, text: string, identityKey: string): Promise<PlanEntity | null> {
  return manager
    .createQueryBuilder(PlanEntity, 'p')
    .where('p.content_key = :content or (p.identity_key = :identityKey and p.state <> :superseded)', {
      content: contentKey(text),
      identityKey,
      superseded: PlanState.SUPERSEDED,
    })
    .getOne();
}
