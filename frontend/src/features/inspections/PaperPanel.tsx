import { FilePdfOutlined, UploadOutlined } from '@ant-design/icons';
import { App, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { ActDialog } from '../../acts/ActDialog';
import { useDownload } from '../../api/download';
import { PurposeDownload } from '../../api/PurposeDownload';
import type { InspectionFileQuery as Answer } from '../../gql/graphql';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { uploadEvidence } from '../cases/upload';
import { inspectionActs } from './acts';
import { InspectionScanAttach } from './operations';

export type InspectionFile = NonNullable<Answer['inspectionFile']>;
type Paper = InspectionFile['papers'][number];

/** What each act is called on its button and in its drawer. */
const WORDS: Record<string, 'inspections.recordReply' | 'inspections.sign'> = {
  inspectionPaperReply: 'inspections.recordReply',
  inspectionPaperSign: 'inspections.sign',
};

/** A file's name is as long as it is: the link breaks like the text beside it. */
const FILE_NAME = { padding: 0, height: 'auto', whiteSpace: 'normal', textAlign: 'start' } as const;

interface Props {
  file: InspectionFile;
  paper: Paper;
  onDone: () => void;
}

/** One 工作底稿 with its reply and signature, and what is to do about it. */
export function PaperPanel({ file, paper, onDone }: Props) {
  const { t } = useTranslation();
  const { download } = useDownload();
  const [asking, setAsking] = useState<string | null>(null);
  const [opening, setOpening] = useState(false);
  const may = (act: string) => file.nextActions.some((one) => one.act === act);
  const spec = inspectionActs.find((one) => one.act === asking);
  const { reply, signature } = paper;
  const address = `/export/inspection/${encodeURIComponent(file.inspectionNo)}/${paper.paperId}.pdf`;
  return (
    <Panel
      title={`${paper.paperId} ${paper.problem}`}
      extra={
        <>
          <StatusTag
            tone={signature ? (signature.how === 'signed' ? 'done' : 'danger') : 'suspicion'}
          >
            {signature
              ? t(`inspections.${signature.how as 'signed' | 'refused_to_sign'}`)
              : t('inspections.notSigned')}
          </StatusTag>
          <Button size="small" icon={<FilePdfOutlined />} onClick={() => void download(address)}>
            {t('inspections.print')}
          </Button>
        </>
      }
    >
      <Facts
        rows={[
          [t('inspections.amount'), <Money key="a" value={paper.amount} />],
          [
            t('inspections.facts'),
            <span key="f" className="wrap">
              {paper.facts}
            </span>,
          ],
          [t('inspections.law'), paper.law],
          [
            t('inspections.bills', { n: paper.bills.length }),
            <span key="b" className="mono wrap">
              {paper.bills.slice(0, 12).join(' ')}
              {paper.bills.length > 12 ? ' …' : ''}
            </span>,
          ],
          [
            t('inspections.reply'),
            reply
              ? `${t(reply.agrees ? 'inspections.agrees' : 'inspections.objects')}${t('ui.semicolon')}${reply.text} — ${reply.by} ${reply.post} ${reply.on}`
              : null,
          ],
          [
            t('inspections.signature'),
            signature
              ? signature.how === 'signed'
                ? `${signature.signer} ${signature.signedOn}`
                : `${signature.whatHappened} — ${t('inspections.witness')} ${signature.witness} ${signature.witnessUnit} ${signature.signedOn}`
              : null,
          ],
          [
            t('inspections.scan'),
            paper.scan ? (
              <Button
                key="s"
                type="link"
                size="small"
                style={FILE_NAME}
                onClick={() => setOpening(true)}
              >
                {paper.scanName ?? paper.scan}
              </Button>
            ) : null,
          ],
        ]}
      />
      <div className="row" style={{ marginTop: 8 }}>
        {!signature && may('inspectionPaperReply') ? (
          <Button size="small" onClick={() => setAsking('inspectionPaperReply')}>
            {t('inspections.recordReply')}
          </Button>
        ) : null}
        {!signature && may('inspectionPaperSign') ? (
          <Button size="small" onClick={() => setAsking('inspectionPaperSign')}>
            {t('inspections.sign')}
          </Button>
        ) : null}
        {signature?.how !== 'signed' && may('inspectionPaperWrite') ? (
          <Button size="small" onClick={() => setAsking('inspectionPaperWrite')}>
            {t('inspections.rewrite')}
          </Button>
        ) : null}
        {signature && !paper.scan && may('inspectionScanAttach') ? (
          <Scan file={file} paper={paper} onDone={onDone} />
        ) : null}
      </div>
      {opening && paper.scan ? (
        <PurposeDownload
          address={`/export/evidence/${encodeURIComponent(paper.scan)}`}
          onClose={() => setOpening(false)}
        />
      ) : null}
      {asking && spec ? (
        <ActDialog
          spec={spec}
          title={`${t(WORDS[asking] ?? 'inspections.rewrite')} ${paper.paperId}`}
          fixed={{ inspectionNo: file.inspectionNo, paperId: paper.paperId }}
          {...(asking === 'inspectionPaperWrite' ? { defaults: { ...paper } } : {})}
          version={file.version}
          word={file.inspectionNo}
          onStale={onDone}
          onClose={() => setAsking(null)}
          onDone={() => {
            setAsking(null);
            onDone();
          }}
        />
      ) : null}
    </Panel>
  );
}

/** The signed paper as a scan: into the vault, then to its paper. */
function Scan({ file, paper, onDone }: Props) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const send = async (scan: File) => {
    setBusy(true);
    try {
      const kept = await uploadEvidence(client, scan, { kind: 'SCENE_RECORD' }, () => {});
      const input = {
        inspectionNo: file.inspectionNo,
        paperId: paper.paperId,
        evidenceId: kept.evidenceId,
      };
      const { data } = await client.mutation(InspectionScanAttach, { input });
      const answer = data?.result;
      if (answer?.__typename !== 'InspectionSuccess')
        throw new Error(answer && 'message' in answer ? String(answer.message) : '');
      onDone();
    } catch (error) {
      message.error(
        error instanceof Error && error.message ? error.message : t('ui.error.server'),
        6,
      );
    } finally {
      setBusy(false);
    }
  };
  return (
    <Upload
      accept=".pdf,.jpg,.jpeg,.png"
      showUploadList={false}
      beforeUpload={(scan) => {
        void send(scan);
        return false;
      }}
    >
      <Button size="small" loading={busy} icon={<UploadOutlined />}>
        {t('inspections.attachScan')}
      </Button>
    </Upload>
  );
}
