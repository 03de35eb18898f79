import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Table } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActDialog } from '../../acts/ActDialog';
import { useDownload } from '../../api/download';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import type { BatchAct } from '../../gql/graphql';
import { moment } from '../../ui/format';
import { ObjectPage } from '../../ui/ObjectPage';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { batchPaper, batchStrike, batchVoid } from './acts';
import type { BatchRow } from './batchRow';
import { type Answers, HandleDialog } from './HandleDialog';
import { BatchQuery } from './operations';
import { ServeDialog } from './ServeDialog';

const ORDER: readonly BatchAct[] = ['BUREAU', 'CENTRE', 'PARTY', 'SUBMIT', 'REGISTER', 'SERVE'];
const BODIES = ['party', 'centre', 'bureau'] as const;

const KINDS = ['pdf', 'docx', 'xlsx'] as const;

/** One list: a row for each doctor, acts for several rows at once, one document. */
export function BatchPage({ batchId, onClose }: { batchId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { download, busy } = useDownload();
  const [selected, setSelected] = useState<string[]>([]);
  const [act, setAct] = useState<BatchAct | null>(null);
  const [answers, setAnswers] = useState<Answers>([]);
  const [leaving, setLeaving] = useState<BatchRow | null>(null);
  const [voiding, setVoiding] = useState(false);
  const [signing, setSigning] = useState(false);
  const streams = useMemo(() => [`batch:${batchId}`, 'points:'], [batchId]);
  const {
    value: batch,
    loading,
    trouble,
    reload,
  } = useObject(BatchQuery, { batchId }, (data) => data.restorationBatch, batchId, streams);
  useObjectName(batchId);
  const rows = batch?.rows ?? [];
  const possible = ORDER.filter((one) => rows.some((row) => row.acts.includes(one)));
  const chosen = (one: BatchAct): BatchRow[] => {
    const able = rows.filter((row) => row.acts.includes(one));
    const picked = able.filter((row) => selected.includes(row.file.pracPsnCode));
    return picked.length ? picked : able;
  };
  const refused = answers.filter((one) => !one.done);
  const handled = (found: Answers) => {
    setAct(null);
    setSelected([]);
    setAnswers(found);
    reload();
  };
  return (
    <>
      <ObjectPage
        loading={loading}
        trouble={trouble}
        onRetry={reload}
        title={batch?.title}
        status={
          <>
            <span className="mono">{batchId}</span>
            {batch?.void ? <StatusTag tone="stopped">{t('restoration.voided')}</StatusTag> : null}
          </>
        }
        facts={
          batch ? (
            <>
              <span>{t('restoration.drawn', { by: batch.by, at: moment(batch.at) })}</span>
              {batch.counts.map((one) => (
                <span key={one.step}>
                  {t('restoration.stepCount', { step: one.title, n: one.count })}
                </span>
              ))}
            </>
          ) : null
        }
        action={
          <>
            <Button onClick={onClose}>{t('ui.back')}</Button>
            {KINDS.map((kind) => (
              <Button
                key={kind}
                icon={<DownloadOutlined aria-hidden />}
                loading={busy}
                onClick={() =>
                  download(`/export/restoration-list/${encodeURIComponent(batchId)}.${kind}`)
                }
              >
                {t(`restoration.papers.${kind}`)}
              </Button>
            ))}
            {batch?.papersOpen ? (
              <Button onClick={() => setSigning(true)}>{t('restoration.signedPapers')}</Button>
            ) : null}
            {batch?.changeable && rows.every((row) => row.undecided) ? (
              <Button onClick={() => setVoiding(true)}>{t('restoration.voidList')}</Button>
            ) : null}
            {possible.map((one, index) => (
              <Button
                key={one}
                type={index === 0 ? 'primary' : 'default'}
                onClick={() => setAct(one)}
              >
                {t('restoration.actFor', {
                  act: t(`restoration.acts.${one}`),
                  n: chosen(one).length,
                })}
              </Button>
            ))}
          </>
        }
        story={
          <>
            {answers.length ? (
              <Alert
                type={refused.length ? 'warning' : 'success'}
                showIcon
                closable
                onClose={() => setAnswers([])}
                title={t('restoration.handled', {
                  done: answers.length - refused.length,
                  refused: refused.length,
                })}
                description={refused.map((one) => (
                  <div key={one.pracPsnCode} className="wrap">
                    {t('restoration.refusedRow', { name: one.name, why: one.message ?? '' })}
                  </div>
                ))}
              />
            ) : null}
            {batch?.void ? (
              <Alert
                type="warning"
                showIcon
                title={t('restoration.voidedWhy', { why: batch.void })}
              />
            ) : null}
            <Panel title={t('restoration.people')} flush>
              <Rows
                rows={rows}
                selected={selected}
                onSelect={setSelected}
                {...(batch?.changeable ? { onStrike: setLeaving } : {})}
              />
              {(batch?.void ? [] : (batch?.gone ?? [])).map((one) => (
                <div key={one.pracPsnCode} className="muted wrap" style={{ padding: '4px 8px' }}>
                  {t('restoration.gone', {
                    name: one.name,
                    code: one.pracPsnCode,
                    why: one.reasons,
                  })}
                </div>
              ))}
            </Panel>
          </>
        }
      />
      {leaving ? (
        <ActDialog
          spec={batchStrike}
          title={t('restoration.strike')}
          fixed={{ batchId, pracPsnCode: leaving.file.pracPsnCode }}
          version={null}
          word={leaving.file.pracPsnCode}
          onClose={() => setLeaving(null)}
          onDone={() => {
            setLeaving(null);
            reload();
          }}
        />
      ) : null}
      {signing ? (
        <ActDialog
          spec={batchPaper}
          title={t('restoration.signedPapers')}
          fixed={{ batchId }}
          version={null}
          word={batchId}
          onClose={() => setSigning(false)}
          onDone={() => {
            setSigning(false);
            reload();
          }}
        />
      ) : null}
      {voiding ? (
        <ActDialog
          spec={batchVoid}
          title={t('restoration.voidList')}
          fixed={{ batchId }}
          version={batch?.version ?? null}
          word={batchId}
          onClose={() => setVoiding(false)}
          onDone={() => {
            setVoiding(false);
            reload();
          }}
        />
      ) : null}
      {act === 'SERVE' ? (
        <ServeDialog
          batchId={batchId}
          rows={chosen(act)}
          onClose={() => setAct(null)}
          onDone={handled}
        />
      ) : act ? (
        <HandleDialog
          batchId={batchId}
          act={act}
          rows={chosen(act)}
          onClose={() => setAct(null)}
          onDone={handled}
        />
      ) : null}
    </>
  );
}

interface RowsProps {
  rows: readonly BatchRow[];
  selected: readonly string[];
  onSelect: (codes: string[]) => void;
  onStrike?: (row: BatchRow) => void;
}

function Rows({ rows, selected, onSelect, onStrike }: RowsProps) {
  const { t } = useTranslation();
  return (
    <Table<BatchRow>
      size="small"
      pagination={false}
      rowKey={(row) => row.file.pracPsnCode}
      scroll={{ x: 1000 }}
      dataSource={[...rows]}
      rowSelection={{
        columnWidth: 36,
        selectedRowKeys: [...selected],
        onChange: (keys) => onSelect(keys.map(String)),
        getCheckboxProps: (row) => ({
          disabled: row.acts.length === 0,
          'aria-label': row.file.name,
        }),
      }}
      columns={[
        {
          title: t('points.name'),
          width: 100,
          render: (_, row) => (
            <Link to={`/points/${encodeURIComponent(row.file.pracPsnCode)}`}>{row.file.name}</Link>
          ),
        },
        { title: t('points.code'), width: 140, render: (_, row) => row.file.pracPsnCode },
        {
          title: t('points.step'),
          width: 140,
          render: (_, row) => (
            <>
              <StatusTag tone={toneOf(row)}>{row.stepTitle}</StatusTag>
              {row.lacking.length ? (
                <div className="muted wrap">
                  {t('restoration.lacking', { what: row.lacking.join(t('ui.comma')) })}
                </div>
              ) : null}
            </>
          ),
        },
        { title: t('restoration.earned'), width: 80, align: 'right', dataIndex: 'earned' },
        {
          title: t('restoration.exam'),
          width: 70,
          align: 'right',
          render: (_, row) => row.examMark ?? t('ui.none'),
        },
        ...BODIES.map((body) => ({
          title: t(`restoration.bodies.${body}`),
          width: 150,
          ellipsis: true,
          render: (_: unknown, row: BatchRow) => <Opinion row={row} body={body} />,
        })),
        ...(onStrike
          ? [
              {
                title: '',
                width: 90,
                fixed: 'right' as const,
                render: (_: unknown, row: BatchRow) =>
                  row.undecided ? (
                    <Button size="small" type="link" onClick={() => onStrike(row)}>
                      {t('restoration.strike')}
                    </Button>
                  ) : null,
              },
            ]
          : []),
      ]}
    />
  );
}

function Opinion({ row, body }: { row: BatchRow; body: string }) {
  const { t } = useTranslation();
  const given = latest(row.opinions.filter((one) => one.body === body));
  if (!given.length) return <span className="muted">{t('ui.none')}</span>;
  return given.map((one) => {
    const said = `${t(`restoration.outcomes.${outcomeWord(one.outcome)}`)} ${one.reasons}`;
    const whole =
      given.length > 1 && one.partyName
        ? t('restoration.opinionOf', { name: one.partyName, said })
        : said;
    return (
      <div key={one.party ?? ''} className="clip" title={whole}>
        {whole}
      </div>
    );
  });
}

type Given = BatchRow['opinions'][number];

/** The latest opinion of a body; of several party organisations that of each. */
function latest(given: readonly Given[]): Given[] {
  return [...new Map(given.map((one) => [one.party ?? '', one])).values()];
}

const OUTCOMES = ['approved', 'returned', 'refused'] as const;
const outcomeWord = (outcome: string): (typeof OUTCOMES)[number] =>
  OUTCOMES.find((one) => one === outcome) ?? 'approved';

function toneOf(row: BatchRow): 'done' | 'danger' | 'suspicion' | 'active' | 'stopped' {
  if (row.step === 'restored') return 'done';
  if (['refused', 'revoked', 'annulled'].includes(row.step)) return 'danger';
  if (row.step === 'returned' || row.step === 'halted') return 'suspicion';
  return row.isOpen ? 'active' : 'stopped';
}
