/** What the ballot page shows of a round. */
export const ROUND = `query HostBallot($id: ID!) { votingRound(id: $id) {
  id state viewerMayVote viewerHasVoted closesAt award { name nameEn } threshold { percent denominator }
  session { title council { name } }
  lines { id conflict conflictReason nomination { nomineeName petitionNotice unit { name } } } } }`;

/** The one act of the ballot page; the graph takes it with the host's word only. */
export const CAST = `mutation HostCastBallot($input: CastBallotInput!) { castBallot(input: $input) {
  __typename ... on BallotCast { receipt votedAt } ... on Refusal { reason message remedy } } }`;
