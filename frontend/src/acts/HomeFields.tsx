import { Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { AnyCasesQuery, CitableQuery } from '../features/cases/operations';
import { useRested } from '../ui/useRested';

interface Given {
  id?: string;
  value?: string;
  onChange?: (value: string) => void;
}

/** Any case of the bureau, also one that is over, found by its number, title or party. */
export function HomeCase(field: Given) {
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const form = Form.useFormInstance();
  const [{ data, fetching }] = useQuery({
    query: AnyCasesQuery,
    variables: { text: text || null },
  });
  return (
    <Select
      {...field}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={fetching}
      options={(data?.cases.nodes ?? []).map((one) => ({
        value: one.caseNo,
        label: `${one.caseNo} ${one.title} · ${one.stageTitle}`,
      }))}
      onChange={(value) => {
        // Another case has other items.
        form.setFieldValue('evidenceId', undefined);
        field.onChange?.(value);
      }}
    />
  );
}

/** What that case took in itself; what tells who reported it is not cited. */
export function HomeItem(field: Given) {
  const { t } = useTranslation();
  const home = Form.useWatch('homeCase', Form.useFormInstance()) as string | undefined;
  const [{ data, fetching }] = useQuery({
    query: CitableQuery,
    variables: { caseNo: home ?? '' },
    pause: !home,
  });
  const own = home ? (data?.caseFile?.evidence ?? []).filter((one) => !one.origin) : [];
  return (
    <Select
      {...field}
      disabled={!home}
      loading={fetching}
      placeholder={home && !fetching && !own.length ? t('cases.evidence.noneThere') : ''}
      showSearch={{ optionFilterProp: 'label' }}
      options={own
        .map((one, nth) => ({ one, n: nth + 1 }))
        .filter(({ one }) => !one.reporter && !one.excluded)
        .map(({ one, n }) => ({
          value: one.evidenceId,
          label: `${n}. ${t('ui.paren', { a: one.name, b: one.proves })}`,
        }))}
    />
  );
}
