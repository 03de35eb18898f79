import { graphql } from '../../gql';

export const CasesQuery = graphql(`
  query Cases($filter: CaseFilter, $after: String) {
    cases(filter: $filter, first: 100, after: $after) {
      nodes {
        id caseNo title stage stageTitle isOpen path amount openedAt openedBy version nextDueAt workingDaysLeft
        party { kind key name }
        officers { account name }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const AnyCasesQuery = graphql(`
  query AnyCases($text: String) {
    cases(filter: { text: $text }, first: 20) { nodes { id caseNo title stageTitle } }
  }
`);

export const CitableQuery = graphql(`
  query Citable($caseNo: String!) {
    caseFile(caseNo: $caseNo) {
      evidence { evidenceId name proves reporter excluded origin { caseNo } }
    }
  }
`);

export const CaseFileQuery = graphql(`
  query CaseFilePage($caseNo: String!, $events: Int!) {
    caseFile(caseNo: $caseNo) {
      case {
        id caseNo title stage stageTitle isOpen path source amount openedAt openedBy version nextDueAt workingDaysLeft
        party { kind key name address representative representativeNo soleTrader }
        officers { account name roles }
        undeclared
      }
      summary conductFrom conductTo discoveredOn discoveredBy ringIds inspectionNos chainIntact
      pictures { pictureId title by at }
      findings { findingId ruleId ruleName amount elsewhere sentence }
      evidence { evidenceId name kind size sha256 sm3 proves attachedAt damage reporter excluded excludedWhy doubt doubtWhy doubtedBack homeExcluded rests origin { caseNo number text } }
      eventsTotal
      timeline(first: $events) {
        seq type title summary actor actorName onBehalfOf under at hash
        changes { title before after pieces { kind text } }
      }
      deadlines {
        id title startedAt dueAt clock clockTitle calendar basis mark isOpen endedByHand left unitsLeft problem
        why { text at }
      }
      tasks { taskId title assignee due givenBy result }
      report { party measures facts evidence law proposal by }
      docketNo
      referralWarning
      otherFrauds { caseNo docket amount on }
      referralWeighed { refer reasons amount by at }
      publicText
      reportDraft { party measures facts evidence law proposal }
      proposals {
        proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula
        hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons
      }
      former {
        number fall noticeOn hearingHeld defence legalOpinion servedOn
        decision { ruling decisionNo fine recovery citation reasons by at onBehalfOf }
        proposals {
          proposalId articleId citation baseLoss multiple fine recovery notDemanded lessGround lessReasons suspensionMonths suspensionGround consequence consequenceEvidence department intent noPenalty notInsured formula
          hearingRight reasons proposedBy proposedAt outcome reviewedBy reviewReasons
        }
        steps { kind key title text isOpen on amount ofHead ofCourt state account }
      }
      noticeOn hearingRight hearingRequested papersToServe hearing { startsAt place chair isPublic closedReason notifyBy servedOn } hearingHeld defence contested legalOpinion
      submitted { seq title text by at hash until late next files { evidenceId name size sha256 sm3 } }
      decision { ruling decisionNo fine recovery suspensionMonths citation reasons by at onBehalfOf }
      handling {
        measures { kind amount months target clause area endsAt }
        reasons proposedBy pharmacyActs pharmacyRows { act title points } rectify rectifyDays notDemanded lessGround lessReasons
      }
      handlingMoney {
        recovery recoveredBefore recovered recoveryOpen damages damagesPaid damagesOpen
      }
      performance { decisionNo recovery damages days reasons by at servedOn }
      rectification { text due reports reported passed checks { heldOn passed record } }
      forms { issueId formId title number inner issuedBy issuedAt remarks void signed }
      mayBind
      bindings {
        version boundBy boundAt retention basis permanent retainUntil damaged
        volumes { kind title sha256 sm3 size pages rows { n number responsible title on pages } }
      }
      effect { need title basis formId issueId evidenceId }
      approvals { formId title basis issueId evidenceId }
      papersMissing { title why act }
      paperGaps { what act parameter waits }
      formKinds { formId title basis series inner missing }
      lineTotals { listed open loss }
      place { outside title text whole }
      courtTime { late title text }
      unentrusted
      barred { certain title text }
      freed { pracPsnCode name entryId why starts until }
      servedOn recovered finesPaid fineOpen owed { kind amount } payments { paymentId kind amount paidOn voucher } paused annulled changed onSpot suspendsDepartment published surcharge surchargesPaid
      steps { kind key title text isOpen on amount ofHead ofCourt state account }
      scores { pracPsnCode name entryId points actTitle countedOn counts reviewDue voidWhy }
      worksheets {
        worksheetId articleId citation loss multiple fine tier belowBand suspensionMonths suspensionGround consequence consequenceEvidence reasons drawnBy former
        steps { text }
      }
      referralGroup { name certificateNo }
      referral {
        status statusTitle reportedBy reportedAt suspectedCrime amount recipient
        approved decidedBy decidedAt decisionReasons
        dossierName dossierSha256 dossierSm3 dossierDamaged dossierOutdated letterNo letterSigned
        sentAt receiptNo answer answerReasons
        copiedOn itemsOn objectedOn review supervisionOn supervision
      }
      nextActions { act title step primary onBehalfOf }
      nextBy
      dossierBlockers { code title cure }
    }
  }
`);

export const CaseEventsQuery = graphql(`
  query CaseEvents($caseNo: String!) {
    caseFile(caseNo: $caseNo) {
      timeline {
        seq type title summary actor actorName onBehalfOf under at hash
        changes { title before after pieces { kind text } }
      }
    }
  }
`);

export const ColleaguesQuery = graphql(`
  query Colleagues { colleagues { account name roles certificateNo awayUntil discusses } }
`);

export const WorksheetDifferencesQuery = graphql(`
  query WorksheetDifferences($caseNo: String!, $first: String!, $second: String!) {
    worksheetDifferences(caseNo: $caseNo, first: $first, second: $second) { title first second }
  }
`);

export const WorksheetFigureQuery = graphql(`
  query WorksheetFigure($caseNo: String!, $worksheetId: String!, $figure: Decimal!) {
    worksheetFigure(caseNo: $caseNo, worksheetId: $worksheetId, figure: $figure) { due lawful text }
  }
`);

export const DiscretionFactorsQuery = graphql(`
  query DiscretionFactors { discretionFactors { factor title aggravating basis } }
`);

export const StartablePeriodsQuery = graphql(`
  query StartablePeriods { startablePeriods { period title units calendar basis } }
`);

export const PenaltyArticlesQuery = graphql(`
  query PenaltyArticles($on: Date!, $kind: PartyKind) {
    penaltyArticles(on: $on, kind: $kind) {
      articleId title citation natures minMultiple maxMultiple minAmount maxAmount
    }
  }
`);

export const EvidenceQuery = graphql(`
  query Evidence($evidenceId: String!) {
    evidence(evidenceId: $evidenceId) {
      evidenceId name mediaType size sha256 sm3 retainedUntil receivedBy receivedAt
      checkedAt damage kind
      collection {
        collectedAt place method process holder originalMedium original noOriginalReason pages officers
        witness noWitnessReason missing
      }
      earlier {
        collectedAt place method process holder originalMedium original noOriginalReason pages officers
        witness noWitnessReason missing
      }
      custody { seq type title actor at purpose hashBefore hashAfter }
    }
  }
`);

export const EvidenceTakenQuery = graphql(`
  query EvidenceTaken($caseNo: String!) {
    evidenceItems(caseNo: $caseNo, first: 500) {
      evidenceId
      collection { collectedAt place holder officers missing }
    }
  }
`);

export const EvidenceCollectionState = graphql(`
  mutation EvidenceCollectionState($input: EvidenceCollectionStateInput!) {
    result: evidenceCollectionState(input: $input) {
      ... on EvidenceSuccess { evidence { evidenceId } }
      ... on UserError { code message }
    }
  }
`);

export const EvidenceAskedQuery = graphql(`
  query EvidenceAsked { evidenceAsked { kind fields } }
`);

export const EvidenceUploadStart = graphql(`
  mutation EvidenceUploadStart($input: EvidenceUploadStartInput!) {
    result: evidenceUploadStart(input: $input) {
      ... on UploadSuccess { ticket { uploadId url parts { number url first size } expiresAt } }
      ... on UserError { code message }
    }
  }
`);

export const EvidenceUploadComplete = graphql(`
  mutation EvidenceUploadComplete($input: EvidenceUploadCompleteInput!) {
    result: evidenceUploadComplete(input: $input) {
      ... on EvidenceSuccess { evidence { evidenceId name sha256 } duplicate }
      ... on UserError { code message }
    }
  }
`);

export const DossierStart = graphql(`
  mutation DossierStart($input: JobStartInput!) {
    result: jobStart(input: $input) {
      ... on JobSuccess { job { ...JobParts } }
      ... on UserError { code message }
    }
  }
`);

export const PharmacyActsQuery = graphql(`
  query PharmacyActs($code: String) {
    pharmacyActs(fixmedinsCode: $code) { act title points refuse }
  }
`);

export const CaseMeasuresQuery = graphql(`
  query CaseMeasures($caseNo: String!) {
    measures(history: true, caseNo: $caseNo) {
      id name department title startsAt overAt restsSince standing standingTitle liftReasons
    }
  }
`);

export const PharmacyOutlookQuery = graphql(`
  query PharmacyOutlook($code: String!, $acts: [String!]!, $caseNo: String) {
    pharmacyOutlook(fixmedinsCode: $code, acts: $acts, caseNo: $caseNo) {
      before after refuse
      level { points title lifts basis }
    }
  }
`);
