import { graphql } from '../../../gql';

export const CaseLineParts = graphql(`
  fragment CaseLineParts on CaseLine {
    lineId findingId ruleId ruleName fixmedinsCode psnNo who on item cnt pric amount insidePolicy suspected
    state confirmed groupDifference returned loss reasons by at refunds { source amount on documentNo }
    rivals { caseNo amount judged }
  }
`);

export const CaseLinesQuery = graphql(`
  query CaseLines($caseNo: String!, $filter: LineFilterInput, $first: Int!, $after: String) {
    caseLines(caseNo: $caseNo, filter: $filter, first: $first, after: $after) {
      total endCursor
      rows { ...CaseLineParts }
      matched { listed open suspected confirmed returned loss }
      whole { listed open suspected confirmed rejected returned loss }
      groups { ruleId ruleName count open suspected loss }
      clashes { caseNo lines open suspected recovered }
      unset { visit fixmedinsCode lineId room billed amount on documents }
      institutions
    }
  }
`);

export const CaseLinesPreviewQuery = graphql(`
  query CaseLinesPreview($input: CaseLinesPreviewInput!) {
    caseLinesPreview(input: $input) {
      count suspected confirmed returned loss lossBefore refused
    }
  }
`);

export const CaseLinesArrivedQuery = graphql(`
  query CaseLinesArrived($caseNo: String!) {
    caseLinesArrived(caseNo: $caseNo) { count suspected }
  }
`);

export const CaseLinesJudge = graphql(`
  mutation CaseLinesJudge($input: CaseLinesJudgeInput!) {
    result: caseLinesJudge(input: $input) { ...CaseOutcome }
  }
`);

export const EarlierRefundsQuery = graphql(`
  query EarlierRefunds($code: String!) {
    earlierRefunds(fixmedinsCode: $code) { refundId bill source amount on documentNo by }
  }
`);
