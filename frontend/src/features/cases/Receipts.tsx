import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { bytes, moment } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import type { CaseFile } from './caseFile';

type Receipt = CaseFile['submitted'][number];

/** Each receipt: what was handed in, when, which files, and what comes next. */
export function ReceiptList({ receipts }: { receipts: readonly Receipt[] }) {
  return (
    <div className="stack" style={{ gap: 12 }} data-testid="receipts">
      {receipts.map((one) => (
        <One key={one.seq} one={one} />
      ))}
    </div>
  );
}

/** Receipts of what the party handed in on its own page: what, when, which files, and what comes next. */
export function Receipts({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  if (!file.submitted.length) return null;
  return (
    <Panel
      title={t('cases.receipts.title')}
      extra={
        <Button size="small" icon={<PrinterOutlined />} onClick={() => window.print()}>
          {t('cases.receipts.print')}
        </Button>
      }
    >
      <ReceiptList receipts={file.submitted} />
    </Panel>
  );
}

function One({ one }: { one: Receipt }) {
  const { t } = useTranslation();
  return (
    <article>
      <header className="row between">
        <strong>{one.title}</strong>
        <StatusTag tone={one.late ? 'suspicion' : 'done'}>
          {t(one.late ? 'cases.receipts.late' : 'cases.receipts.inTime')}
        </StatusTag>
      </header>
      <Facts
        rows={[
          [t('cases.receipts.at'), `${moment(one.at)} ${one.by}`],
          [t('cases.receipts.until'), one.until ?? null],
          [t('cases.receipts.text'), one.text],
          ...one.files.map((paper, nth): [string, ReactNode] => [
            t('cases.receipts.file', { n: nth + 1 }),
            <span key={paper.evidenceId} className="wrap">
              {t('ui.paren', { a: paper.name, b: bytes(paper.size) })}
              <br />
              <span className="mono muted">SHA-256 {paper.sha256}</span>
            </span>,
          ]),
          [
            t('cases.receipts.hash'),
            <span key="h" className="mono muted wrap">
              {one.hash}
            </span>,
          ],
          [t('cases.receipts.next'), one.next],
        ]}
      />
    </article>
  );
}
