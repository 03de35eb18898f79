import { graphql } from '../../gql';

export const ParametersQuery = graphql(`
  query BureauParameters {
    bureauParameters {
      version mayPropose mayAttach
      fixed { title why law mark }
      rows {
        name title hint law mark value shown since preset basis effects yearly notes
        choices { value title }
        columns { name title help optional choices { value title } } cells
        coming { value shown cells validFrom basis by at proposedBy reason }
        history { value shown cells validFrom basis by at proposedBy reason }
        approvals { about of title by at scan { certificate name } }
        waiting {
          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt
          decidedReasons consequences mayDecide
        }
        refused {
          proposalId value shown cells validFrom basis reason by at outcome decidedBy decidedAt
          decidedReasons consequences mayDecide
        }
      }
    }
  }
`);
