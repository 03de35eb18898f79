import { graphql } from '../../gql';

export const YearQuery = graphql(`
  query YearReport($year: Int) {
    yearReport(year: $year) {
      year
      opened { code title count target }
      outcomes { code title count target }
      received { code title amount }
      months { month opened returned outcomes { code title count target } }
      money { code title amount }
      recovered
      missed { row title count still }
      waiting
      toDecide
      filesWaiting
      measuresWaiting
      parametersWaiting
      unreferred { caseNo title amount }
    }
  }
`);

export const ReceiptsQuery = graphql(`
  query YearReceipts($year: Int, $account: String, $first: Int!, $after: String) {
    yearReceipts(year: $year, account: $account, first: $first, after: $after) {
      nodes { key title paidOn amount documentNo of ofTitle party target }
      pageInfo { hasNextPage endCursor }
    }
  }
`);

export const MissedQuery = graphql(`
  query MissedDeadlines($year: Int, $row: String, $first: Int!, $after: String) {
    missedDeadlines(year: $year, row: $row, first: $first, after: $after) {
      nodes { key title basis dueAt endedAt of ofTitle target officers }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
