import { BallotTables2025010100100 } from '@thidua/server';
import { AwardTypes2025120109000 } from './2025120109000-award-types.js';
import { LoadCatalogue2025120109100 } from './2025120109100-load-catalogue.js';
import { Nominations2025120109200 } from './2025120109200-nominations.js';
import { CouncilSessions2025120109300 } from './2025120109300-council-sessions.js';

/** In the order in which they run. */
export const migrations = [
  BallotTables2025010100100,
  AwardTypes2025120109000,
  LoadCatalogue2025120109100,
  Nominations2025120109200,
  CouncilSessions2025120109300,
];
