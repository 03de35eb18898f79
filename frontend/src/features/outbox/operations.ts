import { graphql } from '../../gql';

export const OutboxQuery = graphql(`
  query OutboxOfDeliveries {
    outbox {
      ways { way open setting waiting failed sent lastSentAt }
      stuck { key way account attempts at why nextAt }
    }
  }
`);

export const SendAgain = graphql(`
  mutation OutboxSend($keys: [String!]) {
    result: outboxSend(keys: $keys) {
      ... on Done { ok }
      ... on UserError { code message }
    }
  }
`);
