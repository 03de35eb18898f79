import { graphql } from '../../gql';

export const MandatesQuery = graphql(`
  query Mandates {
    mandates {
      version
      delegations {
        delegationId principal principalAccount deputy deputyAccount startsAt overAt reason holds
        ended
        acts { act title }
      }
      absences { absenceId who whoAccount standIn startsOn overOn reason holds ended mayEnd }
      mayRecordOthers
      letters { documentNo scope publishedOn where startsOn endsOn by holds scan scanName scanLost }
      mine { act title to }
      never { title basis }
    }
  }
`);
