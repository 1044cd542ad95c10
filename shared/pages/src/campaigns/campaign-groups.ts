import type { CampaignListQuery, InitiatorLevel } from '../generated/graphql.js';

export type CampaignLine = NonNullable<CampaignListQuery['campaigns']>['nodes'][number];

/** The cascade, top down. */
export const LEVELS: readonly InitiatorLevel[] = ['NATIONAL', 'PROVINCE', 'DEPARTMENT', 'UNIT', 'UNION', 'UNKNOWN'];

/** Campaigns by the level that launched them; a child stands right under a parent of the same group. */
export function groupedByLevel(
  campaigns: readonly CampaignLine[],
): { level: InitiatorLevel; lines: { campaign: CampaignLine; child: boolean }[] }[] {
  return LEVELS.map((level) => {
    const members = campaigns.filter((campaign) => campaign.initiatorLevel === level);
    const ids = new Set(members.map((campaign) => campaign.id));
    const isChild = (campaign: CampaignLine): boolean => campaign.parent !== null && ids.has(campaign.parent.id);
    const lines = members
      .filter((campaign) => !isChild(campaign))
      .flatMap((campaign) => [
        { campaign, child: false },
        ...members.filter((other) => other.parent?.id === campaign.id).map((other) => ({ campaign: other, child: true })),
      ]);
    return { level, lines };
  }).filter((group) => group.lines.length > 0);
}
