import { graphql } from '../../gql';

export const ParametersQuery = graphql(`
  query BureauParameters {
    bureauParameters {
      version maySet
      rows {
        name title hint law mark value shown since basis effects
        choices { value title }
        coming { value shown validFrom basis by at }
        history { value shown validFrom basis by at }
      }
    }
  }
`);
