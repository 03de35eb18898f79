import { graphql } from '../../gql';

export const DoctorsQuery = graphql(`
  query Doctors($filter: PointsFilter, $after: String, $marks: Boolean! = false) {
    doctors(filter: $filter, first: 100, after: $after) {
      nodes {
        id pracPsnCode name fixmedinsCode fixmedinsName institutionNames status statusTitle statusUntil billable yearPoints
        restorationStep restorationTitle version
        since @include(if: $marks) { lookedAt count latest changes }
      }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const PointsDetailQuery = graphql(`
  query PointsDetail($pracPsnCode: String!) {
    pointsDetail(pracPsnCode: $pracPsnCode) {
      file {
        id pracPsnCode name fixmedinsCode institutions institutionNames status statusTitle statusUntil billable yearPoints
        restorationStep restorationTitle version
      }
      totals { year points }
      sanctions { kind title starts until national single total ruleSetTitle }
      scores {
        entryId points originalPoints act actTitle responsibility conductOn countedOn basis basisKind
        fixmedinsName ruleSetTitle minPoints maxPoints reasons departure conductTo dayDeparture counts voidWhy voidNo voidPaper { certificate name } recordedBy recordedAt notifiedOn notifiedWay
        particulars servedBy postedOn receipt { certificate name } consent { certificate name }
        objection objectionPaper { certificate name } receivedOn objector objectedForName enclosures { certificate name } resolution resolutionReasons acts
        weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } }
        reviews { caseNo documentNo why fineBefore fine dueAt outcome reasons by at weighed { materials { certificate name } count show closed expert unit opinion paper { certificate name } } }
      }
      repairs {
        repairId activity title heldOn certificate recordedBy points outcome shortens
        decidedBy decidedOn reasons decidable
      }
      history { status title starts until billable }
      restoration {
        applicationId step stepTitle isOpen appliedBy appliedAt statement ruleSetTitle earned required
        examPassed wasReturned approvalStands registrationNo batch revocation { reasons heardUntil said } recused
        parties { body name placeNames standsIn asked owing outcome by at opinion }
        recusals { recusalId officer officerAccount body ground reason by granted decidedBy answer ofHead }
        standsIn unserved
        papers { paper title party scan { certificate name } lacking shared }
        services { ruling on way particulars servedBy postedOn receipt { certificate name } consent { certificate name } }
        announced { ruling postedOn where }
        posted { postedOn where }
        remedies {
          remedyId applicationId kind title body filedOn documentNo placeName outcome outcomeTitle
          decidedOn outcomeNo reasons former
          notice { certificate name } decision { certificate name }
          stops { since until documentNo order { certificate name } }
        }
        studies {
          kind title on hours mark passed points certificate validUntil counts struckBy struckWhy strikable
        }
        lapses { title validUntil lapsed }
        steps { step title state outcome by at opinion checks { matter title met } }
        halts { key kind title reference reasons at endedAt }
      }
      restorationBar
      deciders { account name body }
      ties { name body ground reason }
      ledgerless
      twice { certificate doctors named }
      ledgers {
        caseNo entries identified demanded returned writtenOff outstanding arranged uncorrected
      }
      approvals { about of title by at scan { certificate name } }
      bars {
        barId title basis documentNo issuedOn reasons paper { certificate name } recordedBy recordedAt
        liftedBy liftedAt liftedDocumentNo liftedReasons liftedPaper { certificate name } liftable
      }
      deadlines {
        id title startedAt dueAt clock clockTitle calendar basis mark isOpen left unitsLeft problem
        why { text at }
      }
      timeline { seq type title summary actor actorName onBehalfOf under at hash }
      nextActions { act title primary onBehalfOf }
    }
  }
`);

export const ScoreActsQuery = graphql(`
  query ScoreActs($conductOn: Date!) {
    scoreActs(conductOn: $conductOn) { act title ruleSetTitle minPoints maxPoints suggested basis }
  }
`);

/** What a new score of a doctor who was chosen by his code may repeat. */
export const EarlierScoresQuery = graphql(`
  query EarlierScores($pracPsnCode: String!) {
    pointsDetail(pracPsnCode: $pracPsnCode) { scores { entryId points actTitle countedOn counts } }
  }
`);

export const PointsAsOfQuery = graphql(`
  query PointsAsOf($pracPsnCode: String!, $on: Date!) {
    pointsAsOf(pracPsnCode: $pracPsnCode, on: $on) {
      on statusToday statusTodayTitle yearPointsToday
      known {
        file { status statusTitle statusUntil yearPoints billable restorationTitle version }
        scores { entryId points actTitle responsibility countedOn basis counts }
        sanctions { kind title starts until }
      }
    }
  }
`);

export const BarredFeesQuery = graphql(`
  query BarredFees {
    barredFees { pracPsnCode name fixmedinsCode fixmedinsName lines amount fund firstDay lastDay cases }
    payableFees {
      pracPsnCode name fixmedinsCode fixmedinsName since lines visits amount fund firstDay lastDay
      why whyTitle because
    }
  }
`);

export const SharesQuery = graphql(`
  query InstitutionShares($on: Date) {
    institutionShares(on: $on) {
      fixmedinsCode name barred staff percent effect severe basis term
      people { pracPsnCode name standing since }
    }
  }
`);

export const SettleFeesQuery = graphql(`
  query SettleFees($pracPsnCode: String!) {
    settleFees(pracPsnCode: $pracPsnCode) {
      pracPsnCode name fixmedinsCode place entryId why firstDay lastDay lines amount fund unsettled cases
    }
  }
`);
