import { graphql } from '../../../gql';

export const ImportPreview = graphql(`
  query ImportPreview($folder: String!, $profile: String!) {
    importPreview(folder: $folder, profile: $profile) {
      problem ignored
      files {
        name source encoding unknownColumns brokenLines problem
        tables { table columns rows problems { column reason } }
      }
    }
  }
`);
