import { UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Modal, Upload } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { count } from '../../../ui/format';
import { Money } from '../../../ui/Money';
import { Codes } from './Codes';
import { type RefundAnswer, sendRefunds } from './sendRefunds';

const MOST = 200;

/** A list of earlier refunds of an institution's lines: what it would enter is shown, then it is entered. */
export function RefundsUpload(given: { codes: readonly string[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [code, setCode] = useState(given.codes[0] ?? '');
  const [file, setFile] = useState<File | null>(null);
  const [seen, setSeen] = useState<RefundAnswer | null>(null);
  const asked = useRef(0);
  const [busy, setBusy] = useState(false);
  const send = async (chosen: File, of: string, look: boolean) => {
    setBusy(true);
    const answer = await sendRefunds(of, chosen, look);
    setBusy(false);
    if (answer && !answer.message) return answer;
    message.error(answer?.message ?? t('ui.error.network'), 8);
    return null;
  };
  const look = async (chosen: File, of: string) => {
    asked.current += 1;
    const turn = asked.current;
    setCode(of);
    const answer = await send(chosen, of, true);
    // An answer about an institution that is chosen no longer is of no use.
    if (turn === asked.current) setSeen(answer);
  };
  const choose = (chosen: File) => {
    setFile(chosen);
    void look(chosen, given.codes.includes(code) ? code : (given.codes[0] ?? ''));
  };
  const enter = async () => {
    const answer = file ? await send(file, code, false) : null;
    if (!answer) return;
    setSeen(null);
    const { entered, known } = answer;
    message.success(t('lines.refundsDone', { entered, known }));
    given.onDone();
  };
  return (
    <>
      <Upload
        accept=".xlsx,.csv"
        showUploadList={false}
        beforeUpload={(chosen) => {
          choose(chosen);
          return false;
        }}
      >
        <Button
          icon={<UploadOutlined />}
          loading={busy && !seen}
          title={t('lines.refundsHelp', { columns: t('lines.refundsColumns') })}
        >
          {t('lines.refunds')}
        </Button>
      </Upload>
      <Modal
        open={seen !== null}
        title={t('lines.refundsLook', { file: file?.name ?? '' })}
        okText={t('lines.refundsEnter', {
          n: count(seen?.entered ?? 0),
          count: seen?.entered ?? 0,
        })}
        okButtonProps={{ disabled: !seen?.entered || busy, loading: busy }}
        cancelText={t('ui.cancel')}
        onOk={() => void enter()}
        onCancel={() => setSeen(null)}
      >
        {seen && file ? (
          <div className="stack" style={{ maxHeight: 360, overflow: 'auto', gap: 6 }}>
            <Codes codes={given.codes} code={code} onChange={(next) => void look(file, next)} />
            <div data-testid="refunds-look">
              {t('lines.refundsWould', { entered: seen.entered, known: seen.known })}{' '}
              <Money value={seen.amount ?? '0'} />
            </div>
            {seen.bad.length ? (
              <strong>{t('lines.refundsBad', { n: seen.bad.length })}</strong>
            ) : null}
            {seen.bad.slice(0, MOST).map((one) => (
              <Alert
                key={one.row}
                type="warning"
                title={t('lines.refundRow', { n: one.row, why: one.why })}
              />
            ))}
          </div>
        ) : null}
      </Modal>
    </>
  );
}
