import { graphql } from '../generated/gql.js';

export const NOMINATION_SAVED = graphql(`
  fragment NominationSavedParts on NominationSaved {
    nomination {
      id
      state
      statusWord
      version
      achievement
      availableActions
    }
  }
`);

export const CREATE_NOMINATION = graphql(`
  mutation CreateNomination($input: CreateNominationInput!) {
    createNomination(input: $input) {
      __typename
      ...NominationSavedParts
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const UPDATE_NOMINATION = graphql(`
  mutation UpdateNomination($input: UpdateNominationInput!) {
    updateNomination(input: $input) {
      __typename
      ...NominationSavedParts
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const SUBMIT_NOMINATION = graphql(`
  mutation SubmitNomination($input: SubmitNominationInput!) {
    submitNomination(input: $input) {
      __typename
      ...NominationSavedParts
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const WITHDRAW_NOMINATION = graphql(`
  mutation WithdrawNomination($input: NominationActInput!) {
    withdrawNomination(input: $input) {
      __typename
      ...NominationSavedParts
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const RECEIVE_NOMINATION = graphql(`
  mutation ReceiveNomination($input: NominationActInput!) {
    receiveNomination(input: $input) {
      __typename
      ...NominationSavedParts
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const RETURN_NOMINATION = graphql(`
  mutation ReturnNomination($input: ReturnNominationInput!) {
    returnNomination(input: $input) {
      __typename
      ...NominationSavedParts
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
export const APPRAISE_NOMINATION = graphql(`
  mutation AppraiseNomination($input: AppraiseNominationInput!) {
    appraiseNomination(input: $input) {
      __typename
      ...NominationSavedParts
      ... on Refusal {
        reason
        message
        remedy
        field
        row
      }
    }
  }
`);
