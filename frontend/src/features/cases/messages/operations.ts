import { graphql } from '../../../gql';

export const CaseTalkQuery = graphql(`
  query CaseTalk($caseNo: String!, $first: Int!, $after: String) {
    caseTalk(caseNo: $caseNo, first: $first, after: $after) {
      unread version partyReads
      messages {
        nodes {
          messageId seq text byName at toParty ofParty withdrawn unread mine
          to { account name hasRead }
          answers { messageId byName text }
        }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
`);

export const MessageSend = graphql(`
  mutation CaseMessageSend($input: CaseMessageSendInput!) {
    result: caseMessageSend(input: $input) {
      ... on MessageSuccess { talk { version } }
      ... on UserError { code message }
    }
  }
`);

export const MessageWithdraw = graphql(`
  mutation CaseMessageWithdraw($input: CaseMessageWithdrawInput!) {
    result: caseMessageWithdraw(input: $input) {
      ... on MessageSuccess { talk { version } }
      ... on UserError { code message }
    }
  }
`);

export const MessagesSeen = graphql(`
  mutation CaseMessagesSeen($caseNo: String!, $version: Int!) {
    result: caseMessagesSeen(caseNo: $caseNo, version: $version) {
      ... on Done { ok }
      ... on UserError { code message }
    }
  }
`);
