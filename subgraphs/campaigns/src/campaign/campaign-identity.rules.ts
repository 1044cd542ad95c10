import { placeKey } from '../body/body-name.rules.js';
import { campaignKey, isNationalForm, knownCampaign } from '../plan-import/campaign-name.rules.js';
import type { CampaignMention } from '../plan-import/campaigns.rules.js';
import { CampaignKind, InitiatorLevel } from './campaign.entity.js';

export interface CampaignIdentity {
  readonly key: string;
  readonly name: string;
  readonly level: InitiatorLevel;
  readonly kind: CampaignKind;
  /** Key of the campaign above it, when its own words name it. */
  readonly parentKey: string | null;
}

const LEVELS: Readonly<Record<string, InitiatorLevel>> = {
  central: InitiatorLevel.NATIONAL,
  ministry: InitiatorLevel.NATIONAL,
  province: InitiatorLevel.PROVINCE,
  bloc: InitiatorLevel.UNKNOWN,
  department: InitiatorLevel.DEPARTMENT,
  union: InitiatorLevel.UNION,
  unit: InitiatorLevel.UNIT,
};

export function graphLevel(level: string): InitiatorLevel {
  return LEVELS[level] ?? LEVELS[level.split('+')[0] ?? ''] ?? InitiatorLevel.UNKNOWN;
}

/** Which campaign of the register a mention means: national ones by their words, others within their province or body. */
export function campaignIdentity(mention: CampaignMention, context: { place: string | null; issuer: string | null }): CampaignIdentity {
  const known = knownCampaign(mention.name);
  if (known && !mention.own && isNationalForm(mention.name, known)) {
    return { key: campaignKey(known.name), name: known.name, level: InitiatorLevel.NATIONAL, kind: CampaignKind.THEMATIC, parentKey: null };
  }
  const place = placeKey(context.place);
  const bare = campaignKey(mention.name);
  const owner = mention.own || mention.initiatorLevel === 'department' ? `${(context.issuer ?? '').toLowerCase()}:${place}` : place;
  const level = graphLevel(mention.initiatorLevel);
  const scope = level === InitiatorLevel.NATIONAL ? '' : owner;
  return {
    key: scope === '' ? bare : `${bare}|${scope}`,
    name: mention.name,
    level,
    kind: kindOf(mention),
    parentKey: parentKeyOf(mention),
  };
}

function kindOf(mention: CampaignMention): CampaignKind {
  if (mention.wave) return CampaignKind.DRIVE;
  return mention.own || mention.byDocument ? CampaignKind.REGULAR : CampaignKind.THEMATIC;
}

/**
 * "“Dân vận khéo” trong cơ quan hành chính": the quoted name is the campaign above; a local form hangs below the national
 * one. Null for a national campaign itself, and when the words name none.
 */
export function parentNameOf(mention: CampaignMention): string | null {
  const known =
    knownCampaign(mention.inferredParent ?? '') ?? knownCampaign(/“[^”]+”/u.exec(mention.name)?.[0] ?? '') ?? knownCampaign(mention.name);
  if (!known || (!mention.own && isNationalForm(mention.name, known))) return null;
  return known.name;
}

function parentKeyOf(mention: CampaignMention): string | null {
  const name = parentNameOf(mention);
  return name === null ? null : campaignKey(name);
}

/** Whether the spelling differs by more than case from the registered one, so that a person looks at it. */
export function spellingDiffers(printed: string, registered: string): boolean {
  const fold = (text: string): string =>
    text
      .normalize('NFC')
      .toLowerCase()
      .replace(/[–—]/gu, '-')
      .replace(/^phong trào (?:thi đua )?/u, '')
      .replace(/\s+/gu, ' ')
      .trim();
  return fold(printed) !== fold(registered);
}
