import {
  CheckCircleOutlined,
  StopOutlined,
  UploadOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Button, Drawer, Table, Tag, Timeline } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { PurposeDownload } from '../../api/PurposeDownload';
import type {
  EvidenceKind,
  EvidenceQuery as EvidencePage,
  EvidenceTakenQuery as EvidenceTaken,
} from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { bytes, day, moment } from '../../ui/format';
import { Facts } from '../../ui/Panel';
import { useUrlState } from '../../ui/useUrlState';
import type { CaseFile } from './caseFile';
import { EvidenceQuery, EvidenceTakenQuery } from './operations';
import { StateTaken } from './StateTaken';
import { type TakenField, takenKey } from './taken';
import { UploadDialog } from './UploadDialog';

/** Items of the vault that belong to the case, with their chain of custody. */
export function EvidenceTab({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  // In the address, for the act of the page leads here.
  const [{ upload }, change] = useUrlState();
  const uploading = Boolean(upload);
  const setUploading = (yes: boolean) => change({ upload: yes ? 'new' : undefined });
  const [open, setOpen] = useState<string | null>(null);
  const taken = useTakenOf(file.case.caseNo);
  const may = file.nextActions.some((one) => one.act === 'caseAttachEvidence');
  const add = may ? (
    <Button icon={<UploadOutlined />} onClick={() => setUploading(true)}>
      {t('cases.evidence.upload')}
    </Button>
  ) : null;
  return (
    <div className="stack" style={{ padding: 12 }}>
      <div className="row between">
        <span className="muted" />
        {add}
      </div>
      <Table
        size="small"
        pagination={false}
        rowKey="evidenceId"
        dataSource={[...file.evidence]}
        locale={{ emptyText: <EmptyState what={t('cases.noEvidence')} /> }}
        onRow={(one) => ({ onClick: () => setOpen(one.evidenceId) })}
        columns={[
          {
            title: t('cases.evidence.file'),
            render: (_, one) => (
              <>
                <Button type="link" size="small" onClick={() => setOpen(one.evidenceId)}>
                  {one.name}
                </Button>
                {one.reporter ? (
                  <Tag color="red" title={t('cases.evidence.reporterHelp')}>
                    {t('cases.evidence.reporter')}
                  </Tag>
                ) : null}
                {one.excluded ? (
                  <div className="suspicion wrap" title={one.excludedWhy ?? ''}>
                    <StopOutlined aria-hidden /> {one.excluded}
                  </div>
                ) : null}
                {one.doubt ? (
                  <div className="muted wrap" title={one.doubtWhy ?? ''}>
                    {one.doubt}
                  </div>
                ) : null}
                {one.homeExcluded ? (
                  <div className="suspicion wrap">
                    {t('cases.evidence.homeExcluded', { mark: one.homeExcluded })}
                  </div>
                ) : null}
                {one.origin ? (
                  <div className="muted wrap" style={{ paddingLeft: 8 }} title={one.origin.text}>
                    {t('cases.evidence.cited', { no: one.origin.caseNo, n: one.origin.number })}
                  </div>
                ) : null}
                <div className="mono muted" title={one.sha256} style={{ paddingLeft: 8 }}>
                  SHA-256 {one.sha256.slice(0, 12)} · {bytes(one.size)}
                </div>
              </>
            ),
          },
          {
            title: t('cases.evidence.kind'),
            width: 88,
            render: (_, one) =>
              t(`cases.evidence.kinds.${one.kind.toUpperCase() as EvidenceKind}`, {
                defaultValue: one.kind,
              }),
          },
          { title: t('cases.evidence.proves'), dataIndex: 'proves', width: 150 },
          {
            title: t('cases.evidence.takenTitle'),
            width: 180,
            render: (_, one) => <TakenBrief of={taken.get(one.evidenceId)} />,
          },
          { title: t('cases.evidence.at'), width: 128, render: (_, one) => moment(one.attachedAt) },
          {
            title: t('cases.evidence.integrity'),
            width: 88,
            render: (_, one) => <Integrity damage={one.damage} brief />,
          },
        ]}
      />
      {uploading ? (
        <UploadDialog
          caseNo={file.case.caseNo}
          of={file.case}
          onClose={() => setUploading(false)}
          onDone={() => {
            setUploading(false);
            onDone();
          }}
        />
      ) : null}
      {open ? (
        <Item evidenceId={open} of={may ? file.case : undefined} onClose={() => setOpen(null)} />
      ) : null}
    </div>
  );
}

const ITEMS = { additionalTypenames: ['EvidenceItem'] };

/** How the items of a case were taken, by their ids. */
function useTakenOf(caseNo: string) {
  const [{ data }] = useQuery({
    query: EvidenceTakenQuery,
    variables: { caseNo },
    context: ITEMS,
  });
  return useMemo(
    () => new Map((data?.evidenceItems ?? []).map((one) => [one.evidenceId, one.collection])),
    [data],
  );
}

type TakenShort = NonNullable<EvidenceTaken['evidenceItems'][number]['collection']>;

function TakenBrief({ of }: { of?: TakenShort | null }) {
  const { t } = useTranslation();
  if (!of) return <span className="muted">{t('cases.evidence.untold')}</span>;
  return (
    <>
      <div>
        {[of.collectedAt ? day(of.collectedAt) : '', of.holder].filter(Boolean).join(' · ')}
      </div>
      <div className="muted">
        {[of.place, of.officers.join(t('cases.evidence.and'))].filter(Boolean).join(' · ')}
      </div>
      {of.missing.length ? (
        <div className="suspicion">
          <WarningOutlined aria-hidden /> {t('cases.evidence.lacks', { count: of.missing.length })}
        </div>
      ) : null}
    </>
  );
}

type TakenWhole = NonNullable<NonNullable<EvidencePage['evidence']>['collection']>;

/** When, where, how, of whom, by whom, and who stood by; then what its kind asks for and nobody said. */
function TakenFacts({ taken, kind }: { taken: TakenWhole; kind: string }) {
  const { t } = useTranslation();
  const label = (name: TakenField) => t(takenKey(name, kind.toUpperCase() as EvidenceKind));
  const copy = [t('cases.evidence.isCopy'), taken.noOriginalReason].filter(Boolean).join(' · ');
  return (
    <>
      <Facts
        rows={[
          [label('collectedAt'), taken.collectedAt ? moment(taken.collectedAt) : null],
          [label('place'), taken.place],
          [label('method'), taken.method],
          [label('process'), taken.process],
          [label('holder'), taken.holder],
          [label('originalMedium'), taken.originalMedium],
          [
            label('original'),
            taken.original === null ? null : taken.original ? t('cases.evidence.isOriginal') : copy,
          ],
          [label('pages'), taken.pages],
          [label('officers'), taken.officers.join(t('cases.evidence.and'))],
          [label('witness'), taken.witness],
          [label('noWitnessReason'), taken.noWitnessReason],
        ]}
      />
      {taken.missing.length ? (
        <div className="suspicion">
          <WarningOutlined aria-hidden />{' '}
          {t('cases.evidence.lack', { what: taken.missing.join(t('cases.evidence.and')) })}
        </div>
      ) : null}
    </>
  );
}

/** What the last check found: the words of the damage, or that the bytes are sound. */
function Integrity({ damage, brief }: { damage?: string | null; brief?: boolean }) {
  const { t } = useTranslation();
  return damage ? (
    <span className="suspicion" title={damage}>
      <WarningOutlined aria-hidden /> {brief ? t('cases.evidence.damaged') : damage}
    </span>
  ) : (
    <span className="done">
      <CheckCircleOutlined aria-hidden /> {t('cases.evidence.sound')}
    </span>
  );
}

function Item({
  evidenceId,
  of,
  onClose,
}: {
  evidenceId: string;
  /** The case, where the reader may say how the item was taken. */
  of?: CaseFile['case'];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [{ data, fetching }, again] = useQuery({
    query: EvidenceQuery,
    variables: { evidenceId },
  });
  const [stating, setStating] = useState(false);
  const [asking, setAsking] = useState(false);
  const item = data?.evidence;
  return (
    <Drawer
      open
      size={560}
      title={item?.name ?? t('ui.loading')}
      loading={fetching && !item}
      onClose={onClose}
      extra={
        <Button type="primary" onClick={() => setAsking(true)}>
          {t('cases.evidence.download')}
        </Button>
      }
    >
      {item ? (
        <div className="stack wide">
          <Facts
            rows={[
              [
                'SHA-256',
                <span key="s" className="mono">
                  {item.sha256}
                </span>,
              ],
              [
                'SM3',
                <span key="m" className="mono">
                  {item.sm3}
                </span>,
              ],
              [t('cases.evidence.size'), bytes(item.size)],
              [
                t('cases.evidence.integrity'),
                <span key="i">
                  <Integrity damage={item.damage} />{' '}
                  <span className="muted">{item.checkedAt ? moment(item.checkedAt) : ''}</span>
                </span>,
              ],
              [t('cases.evidence.retained'), item.retainedUntil ? day(item.retainedUntil) : null],
              [
                t('cases.evidence.at'),
                `${item.receivedBy} ${item.receivedAt ? moment(item.receivedAt) : ''}`,
              ],
            ]}
          />
          <h3>{t('cases.evidence.takenTitle')}</h3>
          {item.collection ? (
            <TakenFacts taken={item.collection} kind={item.kind} />
          ) : (
            <span className="muted">{t('cases.evidence.untold')}</span>
          )}
          {of ? (
            <Button onClick={() => setStating(true)} style={{ alignSelf: 'flex-start' }}>
              {t('cases.evidence.state')}
            </Button>
          ) : null}
          {item.earlier.map((one) => (
            <div key={JSON.stringify(one)}>
              <h3 className="muted">{t('cases.evidence.stood')}</h3>
              <TakenFacts taken={one} kind={item.kind} />
            </div>
          ))}
          {stating && of ? (
            <StateTaken
              evidenceId={evidenceId}
              kind={item.kind.toUpperCase() as EvidenceKind}
              of={of}
              onClose={() => setStating(false)}
              onDone={() => {
                setStating(false);
                again({ requestPolicy: 'network-only' });
              }}
            />
          ) : null}
          <h3>{t('cases.evidence.custody')}</h3>
          <Timeline
            items={item.custody.map((event) => ({
              key: String(event.seq),
              content: (
                <div>
                  <strong>{event.title}</strong>{' '}
                  <span className="muted">
                    {event.actor} {moment(event.at)}
                  </span>
                  {event.purpose ? <div>{event.purpose}</div> : null}
                  <Hashes before={event.hashBefore} after={event.hashAfter} />
                </div>
              ),
            }))}
          />
        </div>
      ) : null}
      {asking ? (
        <PurposeDownload
          address={`/export/evidence/${encodeURIComponent(evidenceId)}`}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </Drawer>
  );
}

/** The hash before and after a step of custody; one line when they are the same. */
function Hashes({ before, after }: { before?: string | null; after?: string | null }) {
  const { t } = useTranslation();
  if (!before && !after) return null;
  if (!before || !after || before === after) {
    return (
      <div className="mono muted wrap">
        {before && after ? `${t('cases.evidence.same')} ` : ''}
        {after || before}
      </div>
    );
  }
  return (
    <div className="mono wrap suspicion">
      {t('cases.evidence.before')} {before}
      <br />
      {t('cases.evidence.after')} {after}
    </div>
  );
}
