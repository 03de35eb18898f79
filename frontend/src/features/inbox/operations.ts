import { graphql } from '../../gql';

export const InboxQuery = graphql(`
  query Inbox($first: Int!) {
    inbox(first: $first) {
      waiting { kind title detail target dueAt workingDaysLeft overdue amount since }
      more
      deadlines { kind title detail target dueAt workingDaysLeft overdue amount since }
      news { code title count target }
    }
  }
`);
