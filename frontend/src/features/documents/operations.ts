import { graphql } from '../../gql';

export const TemplatesQuery = graphql(`
  query FormTemplates {
    formTemplates {
      formId title basis series own
      versions { sha256 size name note by at }
    }
    numberSeries { series title year numbers last gap }
  }
`);

export const NumbersQuery = graphql(`
  query DocumentNumbers($series: String!, $year: Int!, $after: Int!) {
    documentNumbers(series: $series, year: $year, after: $after) { serial number caseNo void }
  }
`);

export const DifferencesQuery = graphql(`
  query TemplateDifferences($formId: String!, $first: String!, $second: String!) {
    templateDifferences(formId: $formId, first: $first, second: $second) { added text }
  }
`);

export const TemplateReset = graphql(`
  mutation TemplateReset($input: TemplateResetInput!) {
    result: templateReset(input: $input) {
      ... on TemplateSuccess { template { formId } }
      ... on UserError { code message }
    }
  }
`);
