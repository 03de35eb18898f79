import { FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { useQuery } from 'urql';
import { ActBar } from '../../acts/ActBar';
import { ChoicesContext, namedColleague } from '../../acts/choices';
import { useDownload } from '../../api/download';
import { useObject } from '../../api/useObject';
import { useObjectName } from '../../app/Crumbs';
import { holds, useMe } from '../../app/session';
import { EmptyState } from '../../ui/EmptyState';
import { Money } from '../../ui/Money';
import { ObjectPage } from '../../ui/ObjectPage';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { Deadlines } from '../cases/Deadlines';
import { EventTimeline } from '../cases/EventTimeline';
import { decidersFor } from '../cases/leaders';
import { ColleaguesQuery } from '../cases/operations';
import { ScanLink, ScanUpload } from '../cases/ScanUpload';
import { inspectionActs, noticeAttach } from './acts';
import { CaseOf } from './CaseOf';
import { InspectionFileQuery } from './operations';
import { PaperPanel } from './PaperPanel';
import { RecusalPanel } from './RecusalPanel';

const FROM_PAPER = [
  'inspectionPaperReply',
  'inspectionPaperSubmit',
  'inspectionPaperSign',
  'inspectionScanAttach',
  'inspectionNoticeAttach',
];

const TONES: Readonly<Record<string, 'done' | 'neutral'>> = {
  closed: 'done',
  cancelled: 'neutral',
};

/** One inspection: its notice, the officers, one paper for each problem. */
export function Component() {
  const { t } = useTranslation();
  const { download } = useDownload();
  const { inspectionNo = '' } = useParams();
  const streams = useMemo(() => [`inspection:${inspectionNo}`], [inspectionNo]);
  const {
    value: file,
    loading,
    trouble,
    reload,
  } = useObject(
    InspectionFileQuery,
    { inspectionNo },
    (data) => data.inspectionFile,
    inspectionNo,
    streams,
  );
  useObjectName(file ? `${file.inspectionNo} ${file.title}` : inspectionNo);
  const house = holds(useMe(), 'INSURANCE_OFFICE');
  const [colleagues] = useQuery({ query: ColleaguesQuery, pause: house });
  const people = colleagues.data?.colleagues;
  const choices = useMemo(
    () => ({
      people: (people ?? []).map(namedColleague),
      ...(file ? { paper: { inspectionNo: file.inspectionNo, code: file.party.key } } : {}),
      lists: {
        deciders: decidersFor(
          people ?? [],
          file?.officers ?? [],
          (file?.recusals ?? []).filter((one) => one.granted === null).map((one) => one.account),
        ),
        recusals: (file?.recusals ?? [])
          .filter((one) => one.granted === null)
          .map((one) => ({
            value: one.recusalId,
            label: `${one.recusalId} ${one.name}`,
            asks: one.ofHead,
          })),
        followers: (file?.followers ?? []).map((one) => ({
          value: one.caseNo,
          label: `${one.caseNo} ${one.title}`,
        })),
      },
    }),
    [file, people],
  );
  const may = (act: string) => file?.nextActions.some((one) => one.act === act) ?? false;
  const address = `/export/inspection/${encodeURIComponent(inspectionNo)}`;
  return (
    <ObjectPage
      loading={loading}
      trouble={trouble}
      onRetry={reload}
      title={file?.title}
      status={
        file ? <StatusTag tone={TONES[file.stage] ?? 'active'}>{file.stageTitle}</StatusTag> : null
      }
      facts={
        file ? (
          <>
            <span className="mono">{file.inspectionNo}</span>
            <span>{file.kindTitle}</span>
            <span>{file.party.name}</span>
            <span>
              {file.startsOn} – {file.endsOn}
            </span>
            <Money value={file.amount} unit={t('ui.yuan')} />
          </>
        ) : null
      }
      action={
        file ? (
          <ChoicesContext.Provider value={choices}>
            <ActBar
              offered={file.nextActions.map((one) => ({ ...one, blockedBy: null }))}
              specs={inspectionActs}
              fixed={{ inspectionNo }}
              version={file.version}
              word={inspectionNo}
              except={FROM_PAPER}
              onDone={reload}
            />
          </ChoicesContext.Provider>
        ) : null
      }
      story={
        file ? (
          <div className="stack" style={{ gap: 12 }}>
            {file.papers.map((paper) => (
              <PaperPanel key={paper.paperId} file={file} paper={paper} onDone={reload} />
            ))}
            {file.papers.length ? null : (
              <Panel title={t('inspections.papers')}>
                <EmptyState what={t('inspections.noPapers')} />
              </Panel>
            )}
            {house ? null : (
              <Panel title={t('cases.tabs.timeline')}>
                <EventTimeline events={file.timeline} />
              </Panel>
            )}
          </div>
        ) : null
      }
      rail={
        file ? (
          <>
            {house ? null : (
              <Panel title={t('inspections.clocks')}>
                <Deadlines deadlines={file.deadlines} />
              </Panel>
            )}
            {file.followed.length ? (
              <Panel title={t('inspections.followed')}>
                {file.followed.map((one) => (
                  <div key={one.title} className="wrap">
                    {one.title}
                    <div className="muted">
                      {t('inspections.entered', {
                        day: one.on,
                        number: one.documentNo,
                        by: one.by,
                      })}
                    </div>
                    {one.note ? <div>{one.note}</div> : null}
                  </div>
                ))}
              </Panel>
            ) : null}
            <Panel
              title={t('inspections.notice')}
              extra={
                <>
                  <Button
                    size="small"
                    icon={<FilePdfOutlined />}
                    onClick={() => void download(`${address}/notice.pdf`)}
                  >
                    {t('inspections.printNotice')}
                  </Button>
                  {may('inspectionNoticeAttach') ? (
                    <ScanUpload
                      spec={noticeAttach}
                      fixed={{ inspectionNo }}
                      kind="DOCUMENTARY"
                      label={t(
                        file.noticeScan && !file.noticeScanLost
                          ? 'cases.forms.replace'
                          : 'inspections.attachNotice',
                      )}
                      again={Boolean(file.noticeScan) && !file.noticeScanLost}
                      of={file.noticeNo}
                      onDone={reload}
                    />
                  ) : null}
                  {file.cancelled ? (
                    <Button
                      size="small"
                      onClick={() => void download(`${address}/cancellation.pdf`)}
                    >
                      {t('inspections.printCancelled')}
                    </Button>
                  ) : null}
                  {file.papers.length ? (
                    <Button size="small" onClick={() => void download(`${address}/papers.pdf`)}>
                      {t('inspections.allPapers')}
                    </Button>
                  ) : null}
                </>
              }
            >
              <Facts
                rows={[
                  [t('inspections.noticeNo'), file.noticeNo],
                  [
                    t('inspections.noticeScan'),
                    file.noticeScan ? (
                      <ScanLink
                        key="n"
                        scan={file.noticeScan}
                        name={file.noticeScanName ?? file.noticeScan}
                      />
                    ) : null,
                  ],
                  [t('inspections.party'), `${file.party.name} ${file.party.key}`],
                  [t('inspections.basis'), file.basis],
                  [t('inspections.scope'), file.scope],
                  [
                    t('inspections.officers'),
                    file.officers
                      .map((one) => `${one.name} ${one.certificateNo}`)
                      .join(t('ui.semicolon')),
                  ],
                  [
                    t('cases.undeclared'),
                    file.undeclared.length ? (
                      <span key="u" className="suspicion">
                        {t('cases.notCompared', { names: file.undeclared.join(t('ui.comma')) })}
                      </span>
                    ) : null,
                  ],
                  [
                    t('inspections.officersBefore'),
                    file.changes.length
                      ? file.changes.map((one) => (
                          <div key={`${one.on} ${one.officers.join()}`}>
                            {t('inspections.until', {
                              officers: one.officers.join(t('ui.semicolon')),
                              day: one.on,
                              reason: one.reason,
                            })}
                          </div>
                        ))
                      : null,
                  ],
                  [
                    t('inspections.cancelled'),
                    file.cancelled
                      ? t('inspections.cancelledBy', {
                          day: file.cancelled.on,
                          by: file.cancelled.by,
                          reason: file.cancelled.reason,
                        })
                      : null,
                  ],
                  [
                    t('inspections.started'),
                    file.startedOn ? `${file.startedOn} ${file.place}` : null,
                  ],
                  [t('inspections.receivedBy'), file.receivedBy],
                  [t('inspections.result'), file.situation],
                  [t('inspections.case'), <CaseOf key="c" file={file} />],
                ]}
              />
            </Panel>
            <RecusalPanel
              recusals={file.recusals}
              onPrint={() => void download(`${address}/recusals.pdf`)}
            />
          </>
        ) : null
      }
    />
  );
}
