import { graphql } from '../../../gql';

export const RingChangeQuery = graphql(`
  query RingChange($id: ID!) {
    ringChange(id: $id) {
      change changedFrom at before
      joined { psnNo name }
      left { psnNo name }
    }
  }
`);
