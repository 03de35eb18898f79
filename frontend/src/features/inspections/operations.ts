import { graphql } from '../../gql';

export const InspectionsQuery = graphql(`
  query Inspections($open: Boolean, $mine: Boolean!, $text: String, $after: String) {
    inspections(open: $open, mine: $mine, text: $text, first: 100, after: $after) {
      nodes {
        inspectionNo title stage stageTitle kindTitle partyName startsOn officers papers unsigned amount caseNo
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const InspectionFileQuery = graphql(`
  query InspectionFile($inspectionNo: String!) {
    inspectionFile(inspectionNo: $inspectionNo) {
      inspectionNo title stage stageTitle kind kindTitle nextStep basis scope noticeNo noticeScan noticeScanName noticeScanLost startsOn endsOn startedOn place
      receivedBy amount situation caseNo version
      followers { caseNo title }
      followed { title on documentNo note by }
      deadlines {
        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem
        why { text at }
      }
      party { kind key name }
      officers { name account certificateNo }
      changes { officers on reason }
      undeclared
      recusals { recusalId name account ground reason byParty askedBy answer decidedBy granted ofHead }
      cancelled { on reason documentNo by }
      papers {
        paperId problem facts law amount billCount findingIds leftOut typed summed amountReason writtenBy writtenAt scan scanName
        reply { agrees text by post on own }
        submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }
        signature { how signedOn signer witness witnessUnit whatHappened }
      }
      timeline { seq type title summary actor actorName onBehalfOf under at hash }
      nextActions { act title primary onBehalfOf }
    }
  }
`);

export const InspectionOpen = graphql(`
  mutation InspectionOpen($input: InspectionOpenInput!) {
    result: inspectionOpen(input: $input) {
      ... on InspectionSuccess { inspectionFile { inspectionNo } }
      ... on UserError { code message }
      ... on InvalidInput { field }
    }
  }
`);

export const InspectionOutcome = graphql(`
  fragment InspectionOutcome on InspectionResult {
    ... on InspectionSuccess { inspectionFile { inspectionNo version stage } }
    ... on UserError { code message }
    ... on InvalidInput { field }
    ... on StaleVersion { currentVersion }
    ... on IllegalTransition { current }
  }
`);

export const PaperLineParts = graphql(`
  fragment PaperLineParts on PaperLines {
    total count summed unknown elsewhere
    rows { bill on who item amount held inPaper known leftOut }
  }
`);

export const PaperLinesQuery = graphql(`
  query PaperLines($inspectionNo: String!, $paperId: String!, $first: Int!, $start: Int!) {
    lines: inspectionPaperLines(inspectionNo: $inspectionNo, paperId: $paperId, first: $first, start: $start) {
      ...PaperLineParts
    }
  }
`);

export const PaperPickQuery = graphql(`
  query PaperPick($inspectionNo: String!, $choice: PaperChoice!, $first: Int!, $start: Int!) {
    lines: inspectionPaperPick(inspectionNo: $inspectionNo, choice: $choice, first: $first, start: $start) {
      ...PaperLineParts
    }
  }
`);

export const PaperFindingsQuery = graphql(`
  query PaperFindings($filter: FindingFilter) {
    findings(filter: $filter, first: 50) {
      nodes { findingId ruleName sentence amount }
    }
  }
`);
