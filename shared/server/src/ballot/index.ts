export { BallotTables2025010100100 } from './ballot-tables.migration.js';
export { castSecretVote, closingRoll, openRoll, openUrn, rollOf, type SecretVote, type VoteOutcome } from './ballot.js';
export type { BallotPaper } from './urn.js';
export type { OnVoted, Reconciled } from './ballot-steps.js';
