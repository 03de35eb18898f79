import { graphql } from '../../gql';

export const LogQuery = graphql(`
  query Log($filter: LogFilter, $after: String) {
    log(filter: $filter, first: 100, after: $after) {
      nodes { stream seq type title actor actorName at summary hash prev }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);

export const ChainReportQuery = graphql(`
  query ChainReport {
    chainReport { streams events checkedAt problems { stream why } }
  }
`);
