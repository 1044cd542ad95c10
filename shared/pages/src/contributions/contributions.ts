import type { ModuleContext, NotificationSource, SearchProvider, SlotEntry } from '@thidua/contracts/web';
import { useSessionStore, type GraphDocument } from '@thidua/web';
import { AWARDED_THIS_YEAR, FIND_CAMPAIGNS } from './contributions.operations.js';
import { CAMPAIGN_FOLLOWERS_SLOT, INITIATIVES_SLOT, PERSON_INITIATIVES_SLOT } from './declarations.js';

/** Null when the graph did not say: a contribution without an answer has nothing to show. */
async function ask<Result, Variables extends Record<string, unknown>>(
  context: ModuleContext,
  document: GraphDocument<Result, Variables>,
  variables: Variables,
): Promise<Result | null> {
  return (await context.ask?.<Result>(document, variables))?.data ?? null;
}

/** Widgets of the portal that looks after initiatives. */
export function initiativeWidgets(): readonly SlotEntry[] {
  return [
    { ...INITIATIVES_SLOT, component: () => import('./InitiativesWidget.vue') },
    { ...PERSON_INITIATIVES_SLOT, component: () => import('./PersonInitiativesWidget.vue') },
  ];
}

/** Widgets of the province's emulation desk. */
export function campaignWidgets(): readonly SlotEntry[] {
  return [{ ...CAMPAIGN_FOLLOWERS_SLOT, component: () => import('./CampaignFollowersWidget.vue') }];
}

/** Campaigns of the whole province by words, with or without marks: the graph takes care of them. */
export function campaignSearch(context: ModuleContext): SearchProvider {
  return {
    id: 'campaigns',
    search: async (search) => {
      const answer = await ask(context, FIND_CAMPAIGNS, { search });
      return (answer?.campaigns?.nodes ?? []).map((campaign) => ({
        id: campaign.id,
        title: campaign.name,
        icon: 'flag',
        path: `phong-trao?muc=${campaign.id}`,
        ...(campaign.initiator ? { hint: campaign.initiator.name } : {}),
      }));
    },
  };
}

/** What the reward fund has to be ready for: people and collectives awarded this year, in numbers only. */
export function rewardFundNotice(context: ModuleContext): NotificationSource {
  return {
    id: 'reward-fund',
    list: async () => {
      const year = Number((useSessionStore().session?.today ?? new Date().toISOString()).slice(0, 4));
      const answer = await ask(context, AWARDED_THIS_YEAR, { year });
      const rows = answer?.awardStatistics?.rows ?? [];
      const people = rows.reduce((sum, row) => sum + row.individuals, 0);
      const collectives = rows.reduce((sum, row) => sum + row.collectives + row.households, 0);
      if (people + collectives === 0) return [];
      const inVietnamese = context.locale() === 'vi';
      return [
        {
          id: String(year),
          kind: 'info' as const,
          title: inVietnamese ? `Quỹ khen thưởng năm ${year}` : `Reward fund of ${year}`,
          detail: inVietnamese
            ? `Đã có quyết định khen ${people} cá nhân, ${collectives} tập thể và hộ gia đình: cần đối chiếu dự toán.`
            : `${people} individuals, ${collectives} collectives and households are awarded: compare with the estimate.`,
          path: 'quyet-dinh',
        },
      ];
    },
  };
}
