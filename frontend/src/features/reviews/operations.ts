import { graphql } from '../../gql';

export const ReviewsQuery = graphql(`
  query Reviews($first: Int!, $after: String) {
    reviews(first: $first, after: $after) {
      nodes {
        case { caseNo title stageTitle amount party { name } officers { account name } }
        version act dueAt workingDaysLeft lookedAt sinceCount bulk alone
        changes { title before after pieces { kind text } }
        since { seq title summary actorName at }
      }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const FileReviewsQuery = graphql(`
  query FileReviews {
    fileReviews {
      pracPsnCode name version act detail target dueAt workingDaysLeft lookedAt sinceCount
      changes { title before after pieces { kind text } }
      since { seq title summary actorName at }
    }
  }
`);

export const FileSinceQuery = graphql(`
  query FileSince($code: String!) {
    fileSince(pracPsnCode: $code) {
      version lookedAt sinceCount
      changes { title before after pieces { kind text } }
      since { seq title summary actorName at }
    }
  }
`);

export const PointsSeen = graphql(`
  mutation PointsSeen($code: String!, $version: Int!) {
    result: pointsSeen(pracPsnCode: $code, version: $version) {
      ... on Done { ok }
      ... on UserError { code message }
    }
  }
`);

export const BesidesQuery = graphql(`
  query ReviewsBesides {
    reviewsBesides { kind title detail target dueAt workingDaysLeft overdue amount since }
  }
`);

export const ApproveReviews = graphql(`
  mutation ReviewsApprove($input: ReviewsApproveInput!) {
    result: reviewsApprove(input: $input) {
      ... on ReviewsSuccess { outcomes { caseNo approved why } }
      ... on UserError { code message }
    }
  }
`);

export const CaseSeen = graphql(`
  mutation CaseSeen($caseNo: String!, $version: Int!) {
    result: caseSeen(caseNo: $caseNo, version: $version) {
      ... on Done { ok }
      ... on UserError { code message }
    }
  }
`);
