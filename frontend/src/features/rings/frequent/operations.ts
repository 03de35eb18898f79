import { graphql } from '../../../gql';

export const FrequentParts = graphql(`
  fragment FrequentParts on FrequentVisitor {
    key psnNo name fixmedinsCode fixmedinsName channel days firstDay lastDay
    amount periodicShare diagnosis reason
  }
`);

export const FrequentQuery = graphql(`
  query FrequentVisitors($institution: String, $after: String) {
    frequentVisitors(institution: $institution, first: 100, after: $after) {
      nodes { ...FrequentParts }
      pageInfo { hasNextPage endCursor }
      totalCount
    }
  }
`);
