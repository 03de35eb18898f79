import { FilePdfOutlined, WarningOutlined } from '@ant-design/icons';
import { Alert, App, Button, Collapse } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActDialog } from '../../../acts/ActDialog';
import { useDownload } from '../../../api/download';
import { troubleOf } from '../../../api/trouble';
import { useLive } from '../../../app/live';
import type { CaseInterviewsQuery as Answer } from '../../../gql/graphql';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { moment } from '../../../ui/format';
import { StatusTag } from '../../../ui/StatusTag';
import { caseActs } from '../acts';
import type { CaseFile } from '../caseFile';
import { ScanLink } from '../ScanUpload';
import { Answers } from './Answers';
import { interviewRecordAttach } from './acts';
import { ClaimsBeside } from './ClaimsBeside';
import { Editor } from './Editor';
import { CaseInterviewsQuery } from './operations';
import { RecordDialog } from './RecordDialog';
import { same } from './record';
import { useRecord } from './useRecord';
import { VisitLists } from './VisitLists';

type Found = NonNullable<Answer['caseInterviews']>;
type Interview = Found['interviews'][number];

interface Props {
  file: CaseFile;
  onDone: () => void;
}

/** 询问与走访: records of questioning with their editor, and home visits with what came of them. */
export function InterviewsTab({ file, onDone }: Props) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState<string | null>(null);
  const [{ data, error }, again] = useQuery({
    query: CaseInterviewsQuery,
    variables: { caseNo: file.case.caseNo },
    requestPolicy: 'cache-and-network',
  });
  const streams = useMemo(() => [`case:${file.case.caseNo}`], [file.case.caseNo]);
  useLive(streams, () => again({ requestPolicy: 'network-only' }));
  const done = () => {
    setAsking(null);
    again({ requestPolicy: 'network-only' });
    onDone();
  };
  const trouble = troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={again} />;
  const found = data?.caseInterviews;
  const spec = caseActs.find((one) => one.act === asking);
  const may = (act: string) => file.nextActions.some((one) => one.act === act);
  return (
    <div className="stack" style={{ padding: 12, gap: 12 }}>
      <div className="row">
        {(['caseInterviewOpen', 'caseHomeVisitsPlan'] as const).map((act) =>
          may(act) ? (
            <Button key={act} onClick={() => setAsking(act)}>
              {t(`interviews.${act}`)}
            </Button>
          ) : null,
        )}
      </div>
      {found && !found.interviews.length && !found.visitLists.length ? (
        <EmptyState what={t('interviews.none')} />
      ) : null}
      {found?.interviews.length ? (
        <Collapse
          defaultActiveKey={found.interviews
            .filter((one) => !one.endedAt)
            .map((one) => one.interviewId)}
          items={found.interviews.map((one) => ({
            key: one.interviewId,
            label: <Head one={one} />,
            children: <Record file={file} one={one} version={found.version} onDone={done} />,
          }))}
        />
      ) : null}
      {found ? <VisitLists file={file} lists={found.visitLists} onDone={done} /> : null}
      {asking && spec ? (
        <ActDialog
          spec={spec}
          title={t(`interviews.${asking as 'caseInterviewOpen'}`)}
          fixed={{ caseNo: file.case.caseNo }}
          version={file.case.version}
          word={file.case.caseNo}
          onStale={onDone}
          onClose={() => setAsking(null)}
          onDone={done}
        />
      ) : null}
    </div>
  );
}

function Head({ one }: { one: Interview }) {
  const { t } = useTranslation();
  return (
    <span className="row wrapping">
      <strong>
        {one.interviewId} {one.name}
      </strong>
      <span className="muted">{one.officers.join(t('ui.comma'))}</span>
      <span className="muted">
        {moment(one.startedAt)} – {one.endedAt ? moment(one.endedAt).slice(11) : ''}
      </span>
      <StatusTag tone={one.endedAt ? 'done' : 'active'}>
        {one.endedAt ? t(`interviews.${one.how as 'signed'}`) : t('interviews.running')}
      </StatusTag>
      {one.clashes.length ? (
        <strong className="danger">
          <WarningOutlined /> {t('interviews.clash')}
        </strong>
      ) : null}
    </span>
  );
}

function Record({ file, one, version, onDone }: Props & { one: Interview; version: number }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { download } = useDownload();
  const [ending, setEnding] = useState(false);
  const [signing, setSigning] = useState(false);
  const again = Boolean(one.evidenceId) && !one.recordLost;
  const maySign = file.nextActions.some((act) => act.act === 'caseInterviewRecordAttach');
  const spec = caseActs.find((act) => act.act === 'caseInterviewEnd');
  const may = file.nextActions.some((act) => act.act === 'caseInterviewEnd');
  const saved = { answers: one.answers, version };
  const record = useRecord(file.case.caseNo, one.interviewId, saved);
  const writing = !one.endedAt && may;
  const save = async () => {
    const done = await record.save();
    if (done) onDone();
    return done;
  };
  const address = `/export/interview/${encodeURIComponent(file.case.caseNo)}/${one.interviewId}.pdf`;
  /** What is printed is what the officers see: saved first, and nobody else's text unread. */
  const print = async () => {
    const wrote = record.unsaved;
    if (!one.endedAt) {
      if (writing && !(await record.save())) return;
      const now = await record.latest();
      if (!now) return;
      if (!wrote && !same(now.answers, one.answers)) {
        message.warning(t('interviews.readAgain'), 6);
        return;
      }
    }
    await download(address);
  };
  return (
    <div className="stack" style={{ gap: 8 }}>
      {one.clashes.map((other) => (
        <Alert
          key={other.interview}
          type="error"
          showIcon
          title={t('interviews.clashWith', {
            what: other.interview,
            who: other.name,
            from: moment(other.startedAt),
          })}
        />
      ))}
      {writing ? (
        <div className="row" style={{ alignItems: 'flex-start', gap: 12 }}>
          <Editor record={record} saved={saved} onSave={() => void save()} />
          {one.patient ? (
            <ClaimsBeside
              psnNo={one.patient}
              from={file.conductFrom ?? null}
              to={file.conductTo ?? null}
            />
          ) : null}
        </div>
      ) : (
        <Answers said={one.answers} />
      )}
      {one.endedAt && record.unsaved ? (
        <Alert
          type="warning"
          showIcon
          title={t('interviews.leftOver')}
          description={<Answers said={record.rows} />}
          action={
            <Button size="small" onClick={record.forget}>
              {t('interviews.throwAway')}
            </Button>
          }
        />
      ) : null}
      <div className="row">
        <Button icon={<FilePdfOutlined />} loading={record.busy} onClick={() => void print()}>
          {record.unsaved && writing ? t('interviews.saveAndPrint') : t('interviews.print')}
        </Button>
        {writing ? (
          <Button
            disabled={record.busy}
            onClick={async () => {
              if (await save()) setEnding(true);
            }}
          >
            {record.unsaved ? t('interviews.saveAndEnd') : t('interviews.end')}
          </Button>
        ) : null}
        {one.evidenceId ? (
          <ScanLink scan={one.evidenceId} name={t('interviews.signedRecord')} />
        ) : null}
        {one.endedAt && maySign ? (
          <Button
            aria-label={`${t(again ? 'cases.forms.replace' : 'interviews.attachSigned')} ${one.interviewId}`}
            onClick={() => setSigning(true)}
          >
            {t(again ? 'cases.forms.replace' : 'interviews.attachSigned')}
          </Button>
        ) : null}
      </div>
      {signing ? (
        <RecordDialog
          caseNo={file.case.caseNo}
          spec={interviewRecordAttach}
          fixed={{ interviewId: one.interviewId }}
          title={
            again
              ? t('cases.forms.replaceOf', { title: one.interviewId })
              : t('interviews.attachInterview', { who: one.name })
          }
          action={t(again ? 'cases.forms.replace' : 'interviews.attachSigned')}
          why={again ? t('cases.forms.replaceWhy') : undefined}
          proves={t('interviews.interviewProves', {
            who: one.name,
            on: moment(one.startedAt).slice(0, 10),
          })}
          kind={one.capacity === 'party_itself' ? 'PARTY_STATEMENT' : 'TESTIMONY'}
          onClose={() => setSigning(false)}
          onDone={() => {
            setSigning(false);
            onDone();
          }}
        />
      ) : null}
      {ending && spec ? (
        <ActDialog
          spec={spec}
          title={t('interviews.end')}
          fixed={{ caseNo: file.case.caseNo, interviewId: one.interviewId }}
          version={file.case.version}
          word={file.case.caseNo}
          onStale={onDone}
          onClose={() => setEnding(false)}
          onDone={() => {
            setEnding(false);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}
