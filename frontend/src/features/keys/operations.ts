import { graphql } from '../../gql';

export const ApiKeysQuery = graphql(`
  query ApiKeys {
    apiKeys { keyId name until issuedBy issuedAt revokedAt usedAt works version }
  }
`);

export const KeyIssue = graphql(`
  mutation KeyIssue($input: KeyIssueInput!) {
    result: keyIssue(input: $input) { ...KeyOutcome }
  }
`);
