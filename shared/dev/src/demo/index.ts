import { demoBlocs, demoCouncils, demoSeats } from './demo.councils.js';
import { demoOrganisations } from './demo.organisations.js';
import { demoPeople } from './demo.people.js';
import { demoClients, demoDelegations, demoRoles } from './demo.roles.js';
import type { DemoProvince } from './demo.types.js';

export * from './achievements.js';
export type * from './demo.types.js';
export { DEMO_SEED, seededRandom } from './demo.random.js';

/**
 * The demo province of data-volumes §4: Tây Ninh with three departments and 160 invented people, and two guest provinces.
 * Pure and deterministic; every call gives a fresh, equal copy, so that four subgraphs seed the same world without talking.
 */
export function demoProvince(): DemoProvince {
  const organisations = demoOrganisations();
  const { people, others, postings } = demoPeople();
  const councils = demoCouncils();
  const seats = demoSeats([...people, ...others]);
  const blocs = demoBlocs(organisations);
  return {
    organisations,
    people,
    others,
    postings,
    councils,
    seats,
    blocs,
    roles: demoRoles({ people, others, councils, seats, blocs }),
    delegations: demoDelegations(),
    clients: demoClients(),
  };
}
