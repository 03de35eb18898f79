import { graphql } from '../../gql';

export const QuestionBookQuery = graphql(`
  query QuestionBook {
    questionBook {
      version mayEdit
      patterns {
        pattern title zh en questions shipped since
        coming { zh en questions validFrom note by at }
        versions { zh en questions validFrom note by at }
      }
    }
  }
`);
