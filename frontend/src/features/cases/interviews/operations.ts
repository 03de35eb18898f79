import { graphql } from '../../../gql';

export const CaseInterviewsQuery = graphql(`
  query CaseInterviews($caseNo: String!) {
    caseInterviews(caseNo: $caseNo) {
      interviews {
        interviewId name capacity unit patient place pattern officers startedAt endedAt how evidenceId recordLost
        answers { question answer }
        clashes { interview name startedAt endedAt }
      }
      visitLists {
        listId purpose ringId by at questions
        people {
          psnNo who township village tie bills outcome visitedOn remarks evidenceId recordLost refusedBefore
          answers { question answer }
        }
      }
    }
  }
`);

export const QuestionSetsQuery = graphql(`
  query QuestionSets { questionSets { pattern title questions } }
`);

export const InterviewTimelineQuery = graphql(`
  query InterviewTimeline($id: ID!, $after: String) {
    timeline(id: $id, first: 100, after: $after) {
      entries { at settlement { id label properties { name value } } institution { id label } }
      endCursor
    }
  }
`);

export const CaseInterviewWrite = graphql(`
  mutation CaseInterviewWrite($input: CaseInterviewWriteInput!) {
    result: caseInterviewWrite(input: $input) { ...CaseOutcome }
  }
`);
