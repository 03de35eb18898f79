import { Button, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../../api/trouble';
import { useMe } from '../../../app/session';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { count, moment } from '../../../ui/format';
import { StatusTag } from '../../../ui/StatusTag';
import { TONES } from './LineTable';
import { useLineWords } from './lineText';
import { QualityColleagues, QualityWorklistQuery } from './operations';

const EVERYBODY = '*';

/** What was taken in hand or closed, over all batches: one's own, a colleague's, everybody's. */
export function Worklist({
  owner,
  onOwner,
  onOpen,
}: {
  owner: string | null;
  onOwner: (owner: string) => void;
  onOpen: (batch: string, line: string) => void;
}) {
  const { t } = useTranslation();
  const me = useMe();
  const { sentence, tableName } = useLineWords();
  const whose = owner ?? me.account;
  const [{ data, error, fetching }, again] = useQuery({
    query: QualityWorklistQuery,
    variables: { owner: whose === EVERYBODY ? null : whose },
    requestPolicy: 'cache-and-network',
  });
  const [{ data: known }] = useQuery({ query: QualityColleagues });
  const trouble = troubleOf(error);
  const others = (known?.colleagues ?? []).filter((one) => one.account !== me.account);
  if (trouble && !data) return <ErrorState trouble={trouble} retry={again} />;
  return (
    <div className="stack">
      <div className="row">
        <Select
          showSearch
          optionFilterProp="label"
          style={{ width: 260 }}
          aria-label={t('imports.quality.whose')}
          value={whose}
          onChange={onOwner}
          options={[
            { value: me.account, label: t('imports.quality.mine') },
            { value: EVERYBODY, label: t('imports.quality.everybody') },
            ...others.map((one) => ({
              value: one.account,
              label: t('ui.paren', { a: one.name, b: one.account }),
            })),
          ]}
        />
      </div>
      <Table
        size="small"
        className="panel"
        pagination={false}
        loading={fetching && !data}
        rowKey={(one) => `${one.batchId} ${one.line.lineId}`}
        dataSource={[...(data?.qualityWorklist ?? [])]}
        scroll={{ y: 'calc(100vh - 240px)' }}
        locale={{ emptyText: <EmptyState what={t('imports.quality.noWork')} /> }}
        columns={[
          { title: t('imports.quality.batch'), width: 190, dataIndex: 'batchId' },
          {
            title: t('imports.quality.what'),
            render: (_, one) => (
              <Button
                type="link"
                size="small"
                className="wrap"
                onClick={() => onOpen(one.id, one.line.lineId)}
              >
                {sentence(one.line)}
              </Button>
            ),
          },
          { title: t('imports.table'), width: 150, render: (_, one) => tableName(one.line.table) },
          {
            title: t('imports.rows'),
            width: 100,
            align: 'right',
            render: (_, one) => count(one.line.rows),
          },
          {
            title: t('imports.status'),
            width: 110,
            render: (_, one) => (
              <StatusTag tone={TONES[one.line.state]}>
                {t(`imports.quality.states.${one.line.state}`)}
              </StatusTag>
            ),
          },
          {
            title: t('imports.quality.owner'),
            width: 110,
            render: (_, one) => one.line.owner?.name ?? '—',
          },
          {
            title: t('imports.quality.since'),
            width: 140,
            render: (_, one) => (one.line.changedAt ? moment(one.line.changedAt) : '—'),
          },
        ]}
      />
    </div>
  );
}
