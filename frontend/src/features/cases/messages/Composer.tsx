import { Button, Checkbox, Input, Select } from 'antd';
import { useContext, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoicesContext } from '../../../acts/choices';
import { useMe } from '../../../app/session';
import type { CaseFile } from '../caseFile';
import type { Message, Talking } from './useTalk';

interface Props {
  file: CaseFile;
  answering: Message | null;
  partyReads: boolean;
  onSend: Talking['send'];
  onEnd: () => void;
}

/** Write a message: to whom, and whether the party reads it. Ctrl+Enter sends. */
export function Composer({ file, answering, partyReads, onSend, onEnd }: Props) {
  const { t } = useTranslation();
  const me = useMe();
  const { people } = useContext(ChoicesContext);
  const bureau = Boolean(file.lineTotals);
  const [text, setText] = useState('');
  const [addressees, setAddressees] = useState<string[]>([]);
  const [toParty, setToParty] = useState(Boolean(answering?.ofParty));
  const [busy, setBusy] = useState(false);
  // The same words sent twice by a double click are one message.
  const [commandId, setCommandId] = useState(() => crypto.randomUUID());
  const send = async () => {
    if (busy || !text.trim()) return;
    setBusy(true);
    const done = await onSend({
      text,
      addressees,
      toParty: bureau && toParty,
      replyTo: answering?.messageId ?? null,
      commandId,
    });
    setBusy(false);
    if (!done) return;
    setText('');
    setAddressees([]);
    setToParty(false);
    setCommandId(crypto.randomUUID());
    onEnd();
  };
  const officers = file.case.officers.map((one) => one.name).join(t('ui.comma'));
  const nobody = answering && !answering.ofParty ? answering.byName : officers;
  return (
    <div className="stack composer">
      {answering ? (
        <blockquote className="muted clip" lang="zh">
          {t('messages.answering', { name: answering.byName })} {answering.text}
        </blockquote>
      ) : null}
      <Input.TextArea
        aria-label={t('messages.text')}
        placeholder={t(bureau ? 'messages.placeholder' : 'messages.placeholderParty')}
        autoFocus={Boolean(answering)}
        autoSize={{ minRows: 2, maxRows: 8 }}
        maxLength={4000}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setCommandId(crypto.randomUUID());
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send();
          if (event.key === 'Escape' && answering && !text) onEnd();
        }}
      />
      <div className="row between wrapping">
        <span className="row wrapping grow">
          {bureau ? (
            <Select
              mode="multiple"
              allowClear
              aria-label={t('messages.to')}
              className="addressees"
              placeholder={
                nobody ? t('messages.toDefault', { names: nobody }) : t('messages.toNobody')
              }
              optionFilterProp="label"
              value={addressees}
              onChange={setAddressees}
              options={(people ?? []).filter((one) => one.value !== me.account)}
            />
          ) : null}
          {bureau && partyReads ? (
            <Checkbox
              checked={toParty}
              disabled={Boolean(answering?.ofParty)}
              onChange={(event) => setToParty(event.target.checked)}
            >
              {t('messages.toPartyAsk', { name: file.case.party?.name ?? '' })}
            </Checkbox>
          ) : null}
          {toParty || !bureau ? <span className="suspicion">{t('messages.noService')}</span> : null}
        </span>
        <span className="row">
          {answering ? <Button onClick={onEnd}>{t('ui.cancel')}</Button> : null}
          <Button
            type="primary"
            loading={busy}
            disabled={!text.trim()}
            title="Ctrl+Enter"
            onClick={() => void send()}
          >
            {t('messages.send')}
          </Button>
        </span>
      </div>
    </div>
  );
}
