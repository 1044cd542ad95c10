import { CreateOrganisations2025120109000 } from './create-organisations.js';
import { CreateProjection2025120109100 } from './create-projection.js';

/** In order. */
export const migrations = [CreateOrganisations2025120109000, CreateProjection2025120109100];
