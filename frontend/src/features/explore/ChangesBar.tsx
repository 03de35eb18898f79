import { Alert, Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Difference, settle } from '../../graph/compare';
import { money } from '../../ui/format';
import { RowTable } from '../../ui/RowTable';
import { StatusTag } from '../../ui/StatusTag';
import type { Explorer } from './useExplorer';

export interface Comparison {
  /** What it is compared with: the time of saving, or the name of another state. */
  with: string;
  differences: readonly Difference[];
}

const TONE = { added: 'done', gone: 'neutral', changed: 'suspicion' } as const;

/** What differs from the saved state, in one line; the rows behind it in a drawer. */
export function ChangesBar(props: {
  explorer: Explorer;
  comparison: Comparison;
  onSelect: (ids: string[]) => void;
  onDone: () => void;
}) {
  const { t } = useTranslation();
  const [listed, setListed] = useState(false);
  const [at, setAt] = useState(-1);
  const { explorer, comparison } = props;
  const of = (change: Difference['change']) =>
    comparison.differences.filter((one) => one.change === change).length;
  const done = () => {
    explorer.step(settle);
    props.onDone();
  };
  if (!comparison.differences.length) {
    return (
      <Alert
        banner
        type="success"
        title={t('explore.changes.none', { name: comparison.with })}
        closable={{ onClose: props.onDone }}
      />
    );
  }
  const pick = (one: Difference | undefined) => {
    const edge = one && explorer.picture.edges[one.id];
    if (one) props.onSelect(edge ? [edge.source, edge.target] : [one.id]);
  };
  const accept = (
    <Button size="small" type="primary" onClick={done}>
      {t('explore.changes.accept')}
    </Button>
  );
  const figure = (one: Difference['before']) =>
    one
      ? one.amount
        ? t('graph.edgeMoney', { n: one.count, amount: money(one.amount) })
        : t('graph.edge', { n: one.count })
      : '—';
  return (
    <>
      <Alert
        banner
        type="info"
        title={t('explore.changes.some', {
          name: comparison.with,
          added: of('added'),
          gone: of('gone'),
          changed: of('changed'),
        })}
        action={
          <Space>
            <Button size="small" onClick={() => setListed(true)}>
              {t('explore.changes.list')}
            </Button>
            {accept}
          </Space>
        }
      />
      <Drawer
        open={listed}
        size={720}
        mask={false}
        title={t('explore.changes.title', { name: comparison.with })}
        // The drawer lies over the bar.
        extra={accept}
        onClose={() => setListed(false)}
        styles={{ body: { display: 'flex', padding: 12 } }}
      >
        <RowTable<Difference>
          label={t('explore.changes.list')}
          rows={comparison.differences}
          rowKey={(one) => one.id}
          at={at}
          onAt={setAt}
          onAct={(_, one) => pick(one)}
          columns={[
            {
              title: t('explore.changes.change'),
              width: 100,
              render: (_, one) => (
                <StatusTag tone={TONE[one.change]}>{t(`explore.changes.${one.change}`)}</StatusTag>
              ),
            },
            { title: t('graph.columns.name'), width: 200, dataIndex: 'name', ellipsis: true },
            {
              title: t('explore.changes.before'),
              width: 190,
              align: 'right',
              render: (_, one) => (one.isEdge ? figure(one.before) : ''),
            },
            {
              title: t('explore.changes.after'),
              width: 190,
              align: 'right',
              render: (_, one) => (one.isEdge ? figure(one.after) : ''),
            },
          ]}
        />
      </Drawer>
    </>
  );
}
