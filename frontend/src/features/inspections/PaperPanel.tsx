import { FilePdfOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { ChoicesContext } from '../../acts/choices';
import { useDownload } from '../../api/download';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { ReceiptList } from '../cases/Receipts';
import { ScanLink, ScanUpload } from '../cases/ScanUpload';
import { inspectionActs, scanAttach } from './acts';
import type { InspectionFile } from './inspectionFile';
import { PaperBills } from './PaperBills';

type Paper = InspectionFile['papers'][number];

/** What each act is called on its button and in its drawer. */
const WORDS: Record<
  string,
  'inspections.recordReply' | 'inspections.sign' | 'inspections.sendReply'
> = {
  inspectionPaperSubmit: 'inspections.sendReply',
  inspectionPaperReply: 'inspections.recordReply',
  inspectionPaperSign: 'inspections.sign',
};

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
  const may = (act: string) => file.nextActions.some((one) => one.act === act);
  const spec = inspectionActs.find((one) => one.act === asking);
  const { reply, signature } = paper;
  const choices = useMemo(
    () => ({
      paper: { inspectionNo: file.inspectionNo, code: file.party.key, paperId: paper.paperId },
    }),
    [file.inspectionNo, file.party.key, paper.paperId],
  );
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
          [t('inspections.amountReason'), paper.amountReason || null],
          [
            t('inspections.facts'),
            <span key="f" className="wrap">
              {paper.facts}
            </span>,
          ],
          [t('inspections.law'), paper.law],
          [
            t('inspections.bills', { n: paper.billCount }),
            <PaperBills key={`b${paper.writtenAt}`} file={file} paper={paper} />,
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
              <ScanLink key="s" scan={paper.scan} name={paper.scanName ?? paper.scan} />
            ) : null,
          ],
        ]}
      />
      {paper.submitted.length ? (
        <section style={{ marginTop: 8 }}>
          <h4>{t('cases.receipts.title')}</h4>
          <ReceiptList receipts={paper.submitted} />
        </section>
      ) : null}
      <div className="row" style={{ marginTop: 8 }}>
        {!signature && may('inspectionPaperSubmit') ? (
          <Button size="small" type="primary" onClick={() => setAsking('inspectionPaperSubmit')}>
            {t('inspections.sendReply')}
          </Button>
        ) : null}
        {!signature && !reply?.own && may('inspectionPaperReply') ? (
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
        {signature && may('inspectionScanAttach') ? (
          <ScanUpload
            spec={scanAttach}
            fixed={{ inspectionNo: file.inspectionNo, paperId: paper.paperId }}
            kind="SCENE_RECORD"
            label={t(paper.scan ? 'cases.forms.replace' : 'inspections.attachScan')}
            again={Boolean(paper.scan)}
            of={paper.paperId}
            onDone={onDone}
          />
        ) : null}
      </div>
      {asking && spec ? (
        <ChoicesContext.Provider value={choices}>
          <ActDialog
            spec={spec}
            title={`${t(WORDS[asking] ?? 'inspections.rewrite')} ${paper.paperId}`}
            fixed={{ inspectionNo: file.inspectionNo, paperId: paper.paperId }}
            {...(asking === 'inspectionPaperWrite' ? { defaults: writtenBefore(paper) } : {})}
            version={file.version}
            word={file.inspectionNo}
            onStale={onDone}
            onClose={() => setAsking(null)}
            onDone={() => {
              setAsking(null);
              onDone();
            }}
          />
        </ChoicesContext.Provider>
      ) : null}
    </Panel>
  );
}

/** What a paper that is written anew starts with; an amount that is the sum is reckoned again. */
const writtenBefore = (paper: Paper): Record<string, unknown> => ({
  ...paper,
  bills: paper.typed,
  amount: paper.amount === paper.summed ? undefined : paper.amount,
});
