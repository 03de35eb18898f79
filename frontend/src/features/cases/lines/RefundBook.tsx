import { Button, Drawer, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActDialog } from '../../../acts/ActDialog';
import { troubleOf } from '../../../api/trouble';
import type { EarlierRefundsQuery as Answer } from '../../../gql/graphql';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { Money } from '../../../ui/Money';
import { Codes } from './Codes';
import { EarlierRefundsQuery } from './operations';
import { refundWithdraw } from './refundActs';

type Row = Answer['earlierRefunds'][number];

/** The book of an institution's earlier refunds: every entry that stands, also of lines of no case; a wrong one is withdrawn. */
export function RefundBook(props: {
  codes: readonly string[];
  onDone: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [code, setCode] = useState(props.codes[0] ?? '');
  const [{ data, fetching, error }, again] = useQuery({
    query: EarlierRefundsQuery,
    variables: { code },
    requestPolicy: 'cache-and-network',
  });
  const [leaving, setLeaving] = useState<Row | null>(null);
  const trouble = data ? null : troubleOf(error);
  const reload = () => again({ requestPolicy: 'network-only' });
  return (
    <Drawer open title={t('lines.book')} size={860} onClose={props.onClose}>
      <Codes codes={props.codes} code={code} onChange={setCode} />
      {trouble ? <ErrorState trouble={trouble} retry={reload} /> : null}
      <Table<Row>
        size="small"
        rowKey="refundId"
        loading={fetching && !data}
        dataSource={[...(data?.earlierRefunds ?? [])]}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        locale={{ emptyText: <EmptyState what={t('lines.bookEmpty')} /> }}
        columns={[
          {
            title: t('lines.bookLine'),
            className: 'mono',
            width: 170,
            render: (_, one) => <Bill number={one.bill} />,
          },
          { title: t('lines.refundSource'), dataIndex: 'source', width: 120 },
          {
            title: t('lines.refundAmount'),
            align: 'right',
            width: 110,
            render: (_, one) => <Money value={one.amount} />,
          },
          { title: t('lines.refundOn'), dataIndex: 'on', width: 104 },
          { title: t('lines.refundDocument'), dataIndex: 'documentNo' },
          { title: t('lines.bookBy'), dataIndex: 'by', width: 84 },
          {
            title: '',
            width: 80,
            render: (_, one) => (
              <Button size="small" onClick={() => setLeaving(one)}>
                {t('lines.bookWithdraw')}
              </Button>
            ),
          },
        ]}
      />
      {leaving ? (
        <ActDialog
          spec={refundWithdraw}
          title={t('lines.bookTitle', { line: leaving.bill })}
          fixed={{ fixmedinsCode: code, refundId: leaving.refundId }}
          version={null}
          word={leaving.documentNo}
          onClose={() => setLeaving(null)}
          onDone={() => {
            setLeaving(null);
            reload();
            props.onDone();
          }}
        />
      ) : null}
    </Drawer>
  );
}

/** Visit and line, one below the other: together they leave the paper beside them no room. */
function Bill({ number }: { number: string }) {
  const [visit, ...line] = number.split('/');
  return (
    <>
      <div>{visit}</div>
      {line.length ? <div className="muted">/{line.join('/')}</div> : null}
    </>
  );
}
