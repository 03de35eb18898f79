import { Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { bytes, moment } from '../../ui/format';
import { DifferencesQuery } from './operations';
import { type Picked, pair, SHIPPED } from './pair';
import type { Template } from './template';

/** The versions of a template, and in which lines any two differ: at first the last from the one before. */
export function Versions({ form }: { form: Template }) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<Picked>({});
  const { first, second } = pair(form.versions.length, picked);
  const shaOf = (at: number): string => form.versions[at]?.sha256 ?? '';
  const [{ data, fetching }] = useQuery({
    query: DifferencesQuery,
    variables: { formId: form.formId, first: shaOf(first), second: shaOf(second) },
    pause: form.versions.length === 0,
  });
  const options = [
    { value: SHIPPED, label: t('documents.shipped') },
    ...form.versions.map((one, at) => ({
      value: at,
      label: `${one.name || t('documents.shipped')} ${moment(one.at)}`,
    })),
  ];
  if (!form.versions.length) return <span className="muted">{t('documents.nothing')}</span>;
  const lines = data?.templateDifferences ?? [];
  return (
    <div className="stack" style={{ gap: 8 }}>
      <Table
        size="small"
        pagination={false}
        rowKey="at"
        dataSource={[...form.versions].reverse()}
        columns={[
          {
            title: t('documents.version'),
            width: 220,
            render: (_, one) => one.name || t('documents.shipped'),
          },
          { title: t('documents.note'), dataIndex: 'note' },
          {
            width: 220,
            render: (_, one) => t('documents.since', { by: one.by, at: moment(one.at) }),
          },
          {
            width: 180,
            align: 'right',
            render: (_, one) =>
              one.sha256 ? (
                <span className="mono muted" title={one.sha256}>
                  {bytes(one.size)} {one.sha256.slice(0, 12)}
                </span>
              ) : null,
          },
        ]}
      />
      <div>
        <div className="row wrapping">
          <strong>{t('documents.differences')}</strong>
          <Select
            size="small"
            aria-label={t('documents.second')}
            style={{ width: 260 }}
            options={options}
            value={second}
            onChange={(at) => setPicked({ first, second: at })}
          />
          <span>{t('documents.against')}</span>
          <Select
            size="small"
            aria-label={t('documents.first')}
            style={{ width: 260 }}
            options={options}
            value={first}
            onChange={(at) => setPicked({ first: at, second })}
          />
        </div>
        {lines.length === 0 && !fetching ? (
          <div className="muted">{t('documents.same')}</div>
        ) : null}
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and never move
          <div key={at} className={line.added ? 'done' : 'suspicion'}>
            <span className="muted">{t(line.added ? 'documents.added' : 'documents.removed')}</span>{' '}
            {line.text}
          </div>
        ))}
      </div>
    </div>
  );
}
