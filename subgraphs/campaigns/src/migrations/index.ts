import { CreateCampaigns2025120109000 } from './create-campaigns.js';
import { CreateStudy2025120109100 } from './create-study.js';

/** In order. */
export const migrations = [CreateCampaigns2025120109000, CreateStudy2025120109100];
