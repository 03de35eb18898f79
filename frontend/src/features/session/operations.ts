import { graphql } from '../../gql';

export const SessionQuery = graphql(`
  query Session {
    session {
      ...SessionParts
    }
  }
  fragment SessionParts on Session {
    me { account name roles pracPsnCode fixmedinsCode pages }
    csrfToken
    mustChangePassword
    bureauName
    serverTime
    endedElsewhere
  }
`);

export const SignIn = graphql(`
  mutation SessionSignIn($input: SignInInput!) {
    result: sessionSignIn(input: $input) { ...SessionOutcome }
  }
  fragment SessionOutcome on SessionResult {
    ... on SessionSuccess { session { ...SessionParts } }
    ... on UserError { code message }
    ... on SignInFailed { retryAfterSeconds }
    ... on InvalidInput { field }
  }
`);

export const ChangePassword = graphql(`
  mutation SessionChangePassword($input: ChangePasswordInput!) {
    result: sessionChangePassword(input: $input) { ...SessionOutcome }
  }
`);

export const SignOut = graphql(`
  mutation SessionSignOut { result: sessionSignOut { __typename } }
`);
