import { graphql } from '../../gql';

export const CalendarDaysQuery = graphql(`
  query CalendarDays($stretch: CalendarStretch!) {
    calendarDays(stretch: $stretch) { day total overdue first }
    calendarWork(stretch: $stretch) { special { day works title } unknownYears }
  }
`);

export const CalendarDeadlinesQuery = graphql(`
  query CalendarDeadlines($stretch: CalendarStretch!, $first: Int!, $after: String) {
    calendarDeadlines(stretch: $stretch, first: $first, after: $after) {
      nodes { key title basis mark dueAt workingDaysLeft overdue paused of ofTitle target officers }
      pageInfo { hasNextPage endCursor }
    }
  }
`);
