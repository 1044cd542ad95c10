import { connectionType } from '@thidua/server';
import { PersonEntity } from './person.entity.js';

export const { Connection: PersonConnection, Edge: PersonEdge } = connectionType('Person', () => PersonEntity);

/** People are listed whole by departments of some hundreds; every other list stops at 100. */
export const PEOPLE_LIMITS = { standard: 20, max: 500 };
