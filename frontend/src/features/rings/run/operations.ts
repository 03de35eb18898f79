import { graphql } from '../../../gql';

export const RingRunQuery = graphql(`
  query RingRun {
    ringRun {
      runId at seed firstDay lastDay note
      channels { channel appearances groups threshold permutations note }
      oddities { psnNo name visits days }
    }
  }
`);
