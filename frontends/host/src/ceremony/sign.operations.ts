/** What the signature page shows of a decision. */
export const DECISION = `query HostDecision($id: ID!) { decision(id: $id) {
  id number symbol date state version title text signerCapacity signer { fullName } organisation { name }
  lines { id nomineeName unit { name } } } }`;

/** The one act of the signature page; the graph takes it with the host's word only. */
export const SIGN = `mutation HostSignDecision($input: SignDecisionInput!) { signDecision(input: $input) {
  __typename ... on DecisionSaved { decision { number symbol date } } ... on Refusal { reason message remedy } } }`;
