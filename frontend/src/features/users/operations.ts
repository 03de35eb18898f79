import { graphql } from '../../gql';

export const AccountsQuery = graphql(`
  query Accounts {
    accounts {
      id account name roles person pracPsnCode fixmedinsCode disabled locked mustChangePassword
      lastSignInAt version
    }
  }
`);

export const AccountCreate = graphql(`
  mutation AccountCreate($input: AccountCreateInput!) {
    result: accountCreate(input: $input) { ...AccountOutcome }
  }
`);

export const AccountReset = graphql(`
  mutation AccountReset($input: AccountResetInput!) {
    result: accountReset(input: $input) { ...AccountOutcome }
  }
`);
