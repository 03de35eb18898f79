import type { FormTemplatesQuery } from '../../gql/graphql';

/** A form with its templates. */
export type Template = FormTemplatesQuery['formTemplates'][number];
