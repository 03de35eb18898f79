import { Alert, Form, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useChoices } from '../../acts/choices';
import { money } from '../../ui/format';
import { useRested } from '../../ui/useRested';
import { PaperFindingsQuery, PaperPickQuery } from './operations';
import { PAGE, PaperTable } from './PaperTable';

interface FieldProps {
  id?: string;
  value?: string[];
  onChange?: (value: string[]) => void;
}

const NONE: string[] = [];

/** Findings of the inspected institution, looked for by rule, person or item. */
export function PaperFindings({ value = NONE, ...rest }: FieldProps) {
  const { paper } = useChoices();
  const [typed, setTyped] = useState('');
  const text = useRested(typed);
  const codes = paper ? [paper.code] : [];
  const [{ data, fetching }] = useQuery({
    query: PaperFindingsQuery,
    variables: { filter: { fixmedinsCodes: codes, ...(text ? { text } : {}) } },
    pause: !paper,
  });
  const [{ data: chosen }] = useQuery({
    query: PaperFindingsQuery,
    variables: { filter: { fixmedinsCodes: codes, findingIds: value } },
    pause: !paper || !value.length,
  });
  const known = [...(chosen?.findings.nodes ?? []), ...(data?.findings.nodes ?? [])];
  const options = [...new Map(known.map((one) => [one.findingId, one])).values()].map((one) => ({
    value: one.findingId,
    label: `${one.ruleName} ${money(one.amount)} ${one.sentence}`,
    head: `${one.ruleName} ${money(one.amount)}`,
    sentence: one.sentence,
  }));
  return (
    <Select
      {...rest}
      mode="multiple"
      value={value}
      loading={fetching}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      options={options}
      optionRender={({ data: { head, sentence } }) => (
        <div style={{ whiteSpace: 'normal' }}>
          <div>{head}</div>
          <div className="muted">{sentence}</div>
        </div>
      )}
    />
  );
}

/** The lines behind what was chosen, each ticked until somebody leaves it out, with their sum. */
export function PaperLines({ value = NONE, onChange }: FieldProps) {
  const { t } = useTranslation();
  const { paper } = useChoices();
  const values = Form.useWatch([], Form.useFormInstance()) as Record<string, string[]> | undefined;
  const [page, setPage] = useState(1);
  const { findingIds = NONE, bills = NONE } = values ?? {};
  const choice = { findingIds, bills, leftOut: value, paperId: paper?.paperId ?? null };
  const [{ data, fetching, error }] = useQuery({
    query: PaperPickQuery,
    variables: {
      inspectionNo: paper?.inspectionNo ?? '',
      choice,
      first: PAGE,
      start: (page - 1) * PAGE,
    },
    pause: !paper || !(findingIds.length || bills.length),
    requestPolicy: 'cache-and-network',
  });
  const found = findingIds.length || bills.length ? data?.lines : undefined;
  if (error) return <Alert type="error" showIcon title={t('inspections.linesFailed')} />;
  if (!found) return <span className="muted">{t('inspections.pickFirst')}</span>;
  const last = Math.max(1, Math.ceil(found.total / PAGE));
  return (
    <div className="stack" style={{ gap: 8 }}>
      {found.unknown.length ? (
        <Alert
          type="warning"
          showIcon
          title={t('inspections.unknownBills', { bills: found.unknown.join(' ') })}
        />
      ) : null}
      {found.elsewhere.length ? (
        <Alert
          type="error"
          showIcon
          title={t('inspections.elsewhereBills', { bills: found.elsewhere.join(' ') })}
        />
      ) : null}
      <PaperTable
        found={found}
        loading={fetching}
        page={Math.min(page, last)}
        onPage={setPage}
        onTake={(bills, take) => {
          const rest = value.filter((one) => !bills.includes(one));
          onChange?.(take ? rest : [...rest, ...bills]);
        }}
      />
    </div>
  );
}
