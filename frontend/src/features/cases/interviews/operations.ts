import { graphql } from '../../../gql';

export const CaseInterviewsQuery = graphql(`
  query CaseInterviews($caseNo: String!) {
    caseInterviews(caseNo: $caseNo) {
      version
      interviews {
        interviewId name capacity unit patient place pattern officers startedAt endedAt how evidenceId recordLost
        answers { question answer }
        clashes { interview name startedAt endedAt }
      }
      visitLists {
        listId purpose ringId by at questions
        people {
          psnNo who township village tie bills of
          asked { visit begins ends place kind amount }
          outcome visitedOn remarks evidenceId recordLost refusedBefore
          answers { question answer }
          earlier { visitedOn officers outcome remarks answers { question answer } }
        }
      }
    }
  }
`);

export const QuestionSetsQuery = graphql(`
  query QuestionSets { questionSets { pattern title questions } }
`);

export const InterviewTimelineQuery = graphql(`
  query InterviewTimeline($id: ID!, $fromDay: Date, $toDay: Date, $after: String) {
    timeline(id: $id, first: 50, fromDay: $fromDay, toDay: $toDay, after: $after) {
      entries { at settlement { id label properties { name value } } institution { id label } }
      endCursor
    }
    timelineTotal(id: $id, fromDay: $fromDay, toDay: $toDay)
  }
`);

export const CaseInterviewWrite = graphql(`
  mutation CaseInterviewWrite($input: CaseInterviewWriteInput!) {
    result: caseInterviewWrite(input: $input) { ...CaseOutcome }
  }
`);
