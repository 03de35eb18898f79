import { graphql } from '../../gql';

export const MeasureRowParts = graphql(`
  fragment MeasureRowParts on MeasureRow {
    id subjectKind subjectKey department name measureId kind title area startsAt overAt
    restsSince acts standing standingTitle stops withholds personal source basis caseNo documentNo reasons liftReasons statement statementScans
    proposedBy decidedBy onBehalfOf identityNo managerRole notes forms { formId title scan scanLost }
    services { of correctable title servedOn way particulars receipt } version
  }
`);

export const MeasuresQuery = graphql(`
  query Measures($asOf: DateTime, $history: Boolean!) {
    measures(asOf: $asOf, history: $history) { ...MeasureRowParts }
  }
`);

/** Also where a list of what holds leaves them out: somebody must decide or serve them. */
export const WaitingMeasuresQuery = graphql(`
  query WaitingMeasures {
    measuresToDecide { ...MeasureRowParts }
    measuresToServe { ...MeasureRowParts }
  }
`);

export const MeasureRulesQuery = graphql(`
  query MeasureRules {
    measureTerms {
      term title kind kindTitle subjects minMonths maxMonths timed personal penal basis mark
    }
    measureOverlaps { title mode basis mark }
    pharmacyActs { act title points refuse basis mark }
    pharmacyLevels { points title lifts basis mark }
  }
`);
