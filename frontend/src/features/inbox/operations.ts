import { graphql } from '../../gql';

export const InboxQuery = graphql(`
  query Inbox {
    inbox {
      waiting { kind title detail target dueAt workingDaysLeft overdue amount since }
      deadlines { kind title detail target dueAt workingDaysLeft overdue amount since }
      news { code title count target }
    }
  }
`);
