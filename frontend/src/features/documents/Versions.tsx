import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { bytes, moment } from '../../ui/format';
import type { Template } from './DocumentsPage';
import { DifferencesQuery } from './operations';

/** The versions of a template, and in which lines the one in force differs from the shipped one. */
export function Versions({ form }: { form: Template }) {
  const { t } = useTranslation();
  const second = form.versions.at(-1)?.sha256 ?? '';
  const [{ data, fetching }] = useQuery({
    query: DifferencesQuery,
    variables: { formId: form.formId, first: '', second },
    pause: !second,
  });
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
            title: t('documents.inForce'),
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
      {second ? (
        <div>
          <strong>{t('documents.differences')}</strong>
          {lines.length === 0 && !fetching ? (
            <div className="muted">{t('documents.same')}</div>
          ) : null}
          {lines.map((line, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines may repeat and never move
            <div key={at} className={line.added ? 'done' : 'suspicion'}>
              <span className="muted">
                {t(line.added ? 'documents.added' : 'documents.removed')}
              </span>{' '}
              {line.text}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  );
}
