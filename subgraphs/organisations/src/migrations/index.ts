import { CreateOrganisations2025120109000 } from './create-organisations.js';
import { CreateProjection2025120109100 } from './create-projection.js';
import { CreateWebhooks2026112115500 } from './create-webhooks.js';

/** In order. */
export const migrations = [CreateOrganisations2025120109000, CreateProjection2025120109100, CreateWebhooks2026112115500];
