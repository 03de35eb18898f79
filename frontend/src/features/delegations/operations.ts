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
      letters { documentNo scope publishedOn where startsOn endsOn by holds }
      mine { act title }
      never { title basis }
    }
  }
`);
