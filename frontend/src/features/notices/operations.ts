import { graphql } from '../../gql';

export const NoticeParts = graphql(`
  fragment NoticeParts on Notice {
    key kind act title subject detail target dueAt workingDaysLeft at readAt settledAt settledBy
  }
`);

export const BellQuery = graphql(`
  query Bell { unreadNotices notices(unreadOnly: true, first: 8) { nodes { ...NoticeParts } } }
`);

export const NoticesQuery = graphql(`
  query Notices($unreadOnly: Boolean!, $first: Int!, $after: String) {
    notices(unreadOnly: $unreadOnly, first: $first, after: $after) {
      nodes { ...NoticeParts }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const ChoiceParts = graphql(`
  fragment ChoiceParts on NoticeChoice {
    email language ways kinds openWays digestAt
    troubles { way attempts at why nextAt }
  }
`);

export const ChoiceQuery = graphql(`
  query NoticeChoiceOfMine { noticeChoice { ...ChoiceParts } }
`);

export const ReadNotices = graphql(`
  mutation NoticeRead($keys: [String!]) {
    result: noticeRead(keys: $keys) {
      ... on Done { ok }
      ... on UserError { code message }
    }
  }
`);

export const ChooseNotices = graphql(`
  mutation NoticeChoose($input: NoticeChoiceInput!) {
    result: noticeChoose(input: $input) {
      ... on NoticeChoiceSuccess { choice { ...ChoiceParts } }
      ... on UserError { code message }
    }
  }
`);
