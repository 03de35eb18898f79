import { graphql } from '../../gql';

export const LessonParts = graphql(`
  fragment LessonParts on Lesson {
    sessionId courseId title page pages furthest pageSeconds leastSeconds mostSeconds seconds
    neededSeconds beatSeconds idleSeconds completed nextUnread
    content { chapter title text }
  }
`);

export const SittingParts = graphql(`
  fragment SittingParts on Sitting {
    attemptId title startedAt due secondsLeft mark passed late passMark appealUntil appealDays mayAppeal version
    questions {
      number questionId kind text chosen right basis dispute outcome reasons
      options { letter text }
    }
  }
`);

export const StudyQuery = graphql(`
  query Study($pracPsnCode: String!) {
    study(pracPsnCode: $pracPsnCode) {
      pracPsnCode name application whyNone earned required studyPoints studyPointsNeeded
      hoursPerPoint examPassed own openSitting examBarred examFreeOn version
      courses {
        courseId title number hours pages furthest seconds neededSeconds completed hasExam
      }
      sittings { attemptId courseId title startedAt due mark passed late certificate }
      rules {
        questions minutes attempts attemptsLeft waitDays passMark appealWorkingDays basis
      }
    }
  }
`);

export const SittingQuery = graphql(`
  query SittingOf($pracPsnCode: String!, $attemptId: String!) {
    sitting(pracPsnCode: $pracPsnCode, attemptId: $attemptId) { ...SittingParts }
  }
`);

export const LessonOpen = graphql(`
  mutation LessonOpen($input: LessonOpenInput!) {
    result: lessonOpen(input: $input) {
      __typename
      ... on LessonSuccess { lesson { ...LessonParts } }
      ... on UserError { code message }
    }
  }
`);

export const LessonBeat = graphql(`
  mutation LessonBeat($input: LessonBeatInput!) {
    result: lessonBeat(input: $input) {
      __typename
      ... on LessonSuccess { lesson { ...LessonParts } }
      ... on UserError { code message }
    }
  }
`);

export const ExamStart = graphql(`
  mutation ExamStart($input: ExamStartInput!) {
    result: examStart(input: $input) {
      __typename
      ... on SittingSuccess { sitting { ...SittingParts } }
      ... on UserError { code message }
    }
  }
`);

export const ExamSave = graphql(`
  mutation ExamSave($input: ExamSaveInput!) {
    result: examSave(input: $input) {
      __typename
      ... on SittingSuccess { sitting { attemptId secondsLeft } }
      ... on UserError { code message }
    }
  }
`);

export const ExamSubmit = graphql(`
  mutation ExamSubmit($input: ExamSubmitInput!) {
    result: examSubmit(input: $input) {
      __typename
      ... on SittingSuccess { sitting { ...SittingParts } }
      ... on UserError { code message }
    }
  }
`);

export const QuestionAppeal = graphql(`
  mutation QuestionAppeal($input: QuestionAppealInput!) {
    result: questionAppeal(input: $input) {
      __typename
      ... on SittingSuccess { sitting { ...SittingParts } }
      ... on UserError { code message }
    }
  }
`);
