import { Form } from 'antd';
import { NamedCode } from '../features/people/NamedCode';
import type { NodeKind } from '../gql/graphql';

/** What the map knows by name; an insured person is named by number alone. */
const KNOWN: Readonly<Record<string, readonly NodeKind[]>> = {
  INSTITUTION: ['HOSPITAL', 'PHARMACY'],
  DEPARTMENT: ['HOSPITAL'],
  DOCTOR: ['DOCTOR'],
  MANAGER: ['HOSPITAL', 'PHARMACY'],
};

/** Whom a measure hits: chosen by name, which then stands in the field of the name, or typed. */
export function SubjectField(field: { id?: string; value?: string; onChange?: () => void }) {
  const form = Form.useFormInstance();
  const kind = String(Form.useWatch('subjectKind', form) ?? '');
  const kinds = KNOWN[kind];
  return (
    <NamedCode
      {...field}
      kinds={kinds ?? []}
      {...(kinds ? {} : { placeholder: '' })}
      onName={(name) => form.setFieldValue('subjectName', name)}
    />
  );
}
