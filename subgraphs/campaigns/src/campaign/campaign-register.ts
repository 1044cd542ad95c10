import type { EntityManager } from 'typeorm';
import { naturalId, newId } from '@thidua/server';
import type { BodyNames } from '../body/body-names.js';
import type { CampaignMention } from '../plan-import/campaigns.rules.js';
import { CampaignAssertionEntity, CampaignEntity, InitiatorLevel } from './campaign.entity.js';
import { campaignIdentity, graphLevel } from './campaign-identity.rules.js';
import type { CampaignIdentity } from './campaign-identity.rules.js';

export interface AssertingPlan {
  readonly id: string;
  readonly place: string | null;
  readonly issuer: string | null;
  readonly issuerId: string | null;
  readonly year: number;
  readonly natural: boolean;
}

interface Named {
  readonly mention: CampaignMention;
  readonly identity: CampaignIdentity;
}

export async function readKnownCampaigns(manager: EntityManager, keys: readonly string[]): Promise<Map<string, CampaignEntity>> {
  const rows =
    keys.length === 0 ? [] : await manager.createQueryBuilder(CampaignEntity, 'c').where('c.key = any(:keys)', { keys }).getMany();
  return new Map(rows.map((row) => [row.key, row]));
}

/** Registers what is new, keeps this plan's assertion of every campaign it names, and hangs the cascade. */
export async function registerCampaigns(
  manager: EntityManager,
  mentions: readonly CampaignMention[],
  plan: AssertingPlan,
  names: BodyNames,
  apart: ReadonlySet<number> = new Set(),
): Promise<void> {
  const named = mentions.flatMap((mention, i): Named[] => {
    if (mention.group) return [];
    const identity = campaignIdentity(mention, plan);
    return [{ mention, identity: apart.has(i) ? { ...identity, key: `${identity.key}|${plan.id}` } : identity }];
  });
  const known = await readKnownCampaigns(manager, [...new Set(named.map(({ identity }) => identity.key))]);
  const called = named.find(({ mention }) => mention.parentOfOwn)?.identity.key ?? null;
  const fresh: CampaignEntity[] = [];
  for (const item of named) {
    if (known.has(item.identity.key)) continue;
    const row = newCampaign(item, plan, names, item.mention.own && called ? called : item.identity.parentKey);
    known.set(row.key, row);
    fresh.push(row);
  }
  if (fresh.length > 0) await manager.insert(CampaignEntity, fresh as never);
  await hangCascade(manager);
  await insertAssertions(manager, named, known, plan);
}

function newCampaign({ mention, identity }: Named, plan: AssertingPlan, names: BodyNames, parentKey: string | null): CampaignEntity {
  return Object.assign(new CampaignEntity(), {
    id: plan.natural ? naturalId('campaign', identity.key) : newId(),
    key: identity.key,
    name: identity.name,
    kind: identity.kind,
    initiatorLevel: identity.level,
    initiatorId: initiatorOf({ mention, identity }, plan, names),
    parentId: null,
    parentKey: parentKey === identity.key ? null : parentKey,
    periodText: mention.periodText ?? null,
    state: stateOf(mention.periodText ?? mention.name, plan.year),
  });
}

function initiatorOf({ mention, identity }: Named, plan: AssertingPlan, names: BodyNames): string | null {
  if (mention.own) return plan.issuerId;
  if (mention.initiator) return names.find(mention.initiator)?.organisationId ?? null;
  if (identity.level === InitiatorLevel.PROVINCE) return names.find('UBND tỉnh')?.organisationId ?? null;
  return identity.level === InitiatorLevel.DEPARTMENT ? plan.issuerId : null;
}

function stateOf(words: string, planYear: number): string {
  const last = Number(/(\d{4})(?!.*\d{4})/u.exec(words)?.[1] ?? planYear);
  return last < planYear ? 'ENDED' : 'RUNNING';
}

/** Plans come in any order: a campaign waits for the one above it by key, and is hung as soon as both are there. */
async function hangCascade(manager: EntityManager): Promise<void> {
  await manager.query(
    'update campaign c set parent_id = p.id from campaign p where c.parent_id is null and c.parent_key = p.key and p.id <> c.id and p.parent_id is distinct from c.id',
  );
}

async function insertAssertions(
  manager: EntityManager,
  named: readonly Named[],
  known: ReadonlyMap<string, CampaignEntity>,
  plan: AssertingPlan,
): Promise<void> {
  const rows = named.map(({ mention, identity }, position) => ({
    id: plan.natural ? naturalId('campaign-assertion', `${plan.id}/${position}`) : newId(),
    campaignId: known.get(identity.key)?.id ?? '',
    planId: plan.id,
    nameAsPrinted: mention.name,
    initiatorLevel: graphLevel(mention.initiatorLevel),
    section: mention.section,
    kind: mention.own ? 'OWN' : mention.parentOfOwn ? 'PARENT' : 'MENTION',
    position,
  }));
  if (rows.length > 0) await manager.insert(CampaignAssertionEntity, rows as never);
}
