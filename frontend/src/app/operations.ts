import { graphql } from '../gql';

export const JobParts = graphql(`
  fragment JobParts on Job {
    id jobId kind state phase done total createdBy createdAt finishedAt error canCancel
  }
`);

export const RecentJobs = graphql(`
  query RecentJobs { jobs(first: 12) { ...JobParts } }
`);

export const JobProgressSubscription = graphql(`
  subscription JobProgress { jobProgress { ...JobParts } }
`);

export const ChangedSubscription = graphql(`
  subscription Changed { changed }
`);

export const CancelJob = graphql(`
  mutation JobCancel($id: ID!) {
    result: jobCancel(id: $id) {
      ... on JobSuccess { job { ...JobParts } }
      ... on UserError { code message }
    }
  }
`);

export const SearchCases = graphql(`
  query SearchCases($text: String!) {
    cases(filter: { text: $text }, first: 6) {
      nodes { id caseNo title stageTitle }
    }
  }
`);

export const SearchPeople = graphql(`
  query SearchEntities($text: String!, $kinds: [NodeKind!], $after: String) {
    search(text: $text, kinds: $kinds, first: 20, after: $after) {
      truncated
      byCertno
      endCursor
      leftOut { ...LeftParts }
      nodes { id kind label sharers crowded inOpenCase properties { name value } }
    }
  }
`);
