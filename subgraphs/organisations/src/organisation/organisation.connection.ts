import { connectionType } from '@thidua/server';
import { OrganisationEntity } from './organisation.entity.js';

export const { Connection: OrganisationConnection, Edge: OrganisationEdge } = connectionType('Organisation', () => OrganisationEntity);
