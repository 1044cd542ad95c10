import type { ModuleMessages } from '@thidua/contracts/web';
import { campaignMessages } from './campaigns/messages.js';
import { contributionMessages } from './contributions/messages.js';
import { councilMessages } from './council/messages.js';
import { decisionMessages } from './decisions/messages.js';
import { kitMessages } from './kit/messages.js';
import { nominationMessages } from './nominations/messages.js';
import { overviewMessages } from './overview/messages.js';
import { importMessages } from './plan-import/messages.js';
import { planMessages } from './plans/messages.js';
import { targetMessages } from './targets/messages.js';

/** Texts of all pages, one branch per slice; a module puts them under its id. */
export const pageMessages = {
  vi: {
    ...kitMessages.vi,
    overview: overviewMessages.vi,
    plans: planMessages.vi,
    planImport: importMessages.vi,
    campaigns: campaignMessages.vi,
    targets: targetMessages.vi,
    nominations: nominationMessages.vi,
    council: councilMessages.vi,
    decisions: decisionMessages.vi,
    contributions: contributionMessages.vi,
  },
  en: {
    ...kitMessages.en,
    overview: overviewMessages.en,
    plans: planMessages.en,
    planImport: importMessages.en,
    campaigns: campaignMessages.en,
    targets: targetMessages.en,
    nominations: nominationMessages.en,
    council: councilMessages.en,
    decisions: decisionMessages.en,
    contributions: contributionMessages.en,
  },
};

/** The same as a module hands them out, and declares them for the check of both languages. */
export const departmentMessages: ModuleMessages = { vi: { pages: pageMessages.vi }, en: { pages: pageMessages.en } };
