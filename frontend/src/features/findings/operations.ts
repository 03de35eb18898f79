import { graphql } from '../../gql';

export const FindingParts = graphql(`
  fragment FindingParts on Finding {
    id findingId ruleId ruleName ruleVersion result sentence
    psnNo psnName fixmedinsCode fixmedinsName pracPsnCode pracPsnName
    mdtrtIds firstTime lastTime amount amountInvolved lineCount population firstSeenAt
    legalBasis { citation }
    judgement { verdict reason by at }
    notes { ...NoteParts }
    caseNos
  }
`);

export const FindingsQuery = graphql(`
  query Findings($filter: FindingFilter, $after: String) {
    findings(filter: $filter, first: 100, after: $after) {
      nodes { ...FindingParts }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const FindingSumsQuery = graphql(`
  query FindingSums($filter: FindingFilter) {
    findingSums(filter: $filter) { count amount }
  }
`);

export const FindingGroupsQuery = graphql(`
  query FindingGroups($by: FindingGroupBy!, $filter: FindingFilter) {
    findingGroups(by: $by, filter: $filter) { key label count amount }
  }
`);

export const FindingQuery = graphql(`
  query Finding($id: ID!) {
    finding(id: $id) { ...FindingParts }
  }
`);

export const FindingBillQuery = graphql(`
  query FindingBill($id: ID!) {
    findingBill(id: $id) {
      mdtrtId feedetlSn feeOcurTime hilistCode hilistName cnt pric detItemFeeSumamt hit
    }
    findingUnset(id: $id) { visit billed amount on documents }
  }
`);

export const FindingJudge = graphql(`
  mutation FindingJudge($input: FindingJudgeInput!) {
    result: findingJudge(input: $input) { ...JudgementOutcome }
  }
  fragment JudgementOutcome on JudgementResult {
    ... on JudgementSuccess { count }
    ... on UserError { code message }
  }
`);

export const CaseAttachFindings = graphql(`
  mutation CaseAttachFindings($input: CaseAttachFindingsInput!) {
    result: caseAttachFindings(input: $input) { ...CaseOutcome }
  }
`);

export const CaseOpen = graphql(`
  mutation CaseOpen($input: CaseOpenInput!) {
    result: caseOpen(input: $input) { ...CaseOutcome }
  }
`);

export const OpenCasesQuery = graphql(`
  query OpenCases($text: String, $after: String) {
    cases(filter: { workable: true, text: $text }, first: 50, after: $after) {
      nodes { id caseNo title stageTitle }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
