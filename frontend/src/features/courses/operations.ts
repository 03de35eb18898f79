import { graphql } from '../../gql';

export const CourseParts = graphql(`
  fragment CourseParts on Course {
    id courseId title retired number hours pages questions rejects corrections version
  }
`);

export const QuestionParts = graphql(`
  fragment QuestionParts on BankQuestion {
    questionId kind text answer basis void also
    options { letter text }
  }
`);

export const CoursesQuery = graphql(`
  query Courses {
    courses { ...CourseParts }
    questionDisputes {
      pracPsnCode name attemptId courseId courseTitle chosen text at version mayAnswer
      question { ...QuestionParts }
    }
  }
`);

export const CourseQuery = graphql(`
  query CourseOf($courseId: String!, $number: Int) {
    course(courseId: $courseId, number: $number) {
      course { ...CourseParts }
      shown mayTeach
      versions {
        number title hours pages questions fileName sha256 by at
        rejects { sheet row field reason raw }
      }
      pages { chapter title text }
      questions { ...QuestionParts }
    }
  }
`);

export const CourseRetire = graphql(`
  mutation CourseRetire($input: CourseRetireInput!) {
    result: courseRetire(input: $input) {
      __typename
      ... on CourseSuccess { course { ...CourseParts } }
      ... on UserError { code message }
    }
  }
`);

export const AppealResolve = graphql(`
  mutation AppealResolve($input: QuestionAppealResolveInput!) {
    result: questionAppealResolve(input: $input) {
      __typename
      ... on StudySuccess { study { pracPsnCode version } }
      ... on UserError { code message }
    }
  }
`);
