import { App, Button, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { troubleOf } from '../../api/trouble';
import type { NotePartsFragment } from '../../gql/graphql';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { FindingNote, RingNote } from './operations';

interface NotesPanelProps {
  /** What the notes stand beside. */
  of: { finding: string } | { ring: string };
  notes: readonly NotePartsFragment[];
  mayWrite: boolean;
  onAdded: () => void;
}

/** What colleagues wrote beside a finding or a ring, the latest first. */
export function NotesPanel({ of, notes, mayWrite, onAdded }: NotesPanelProps) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const id = useId();
  const [text, setText] = useState('');
  const [busy, setBusy] = useState(false);
  const add = async () => {
    const said = text.trim();
    if (!said || busy) return;
    setBusy(true);
    const { data, error } =
      'ring' in of
        ? await client.mutation(RingNote, { input: { ringId: of.ring, text: said } })
        : await client.mutation(FindingNote, { input: { findingId: of.finding, text: said } });
    setBusy(false);
    if (data?.result.__typename !== 'JudgementSuccess') {
      const why = data && 'message' in data.result ? data.result.message : troubleOf(error)?.what;
      message.error(why ?? t('ui.error.server'));
      return;
    }
    setText('');
    message.success(t('notes.added'));
    onAdded();
  };
  return (
    <Panel
      title={
        notes.length ? t('ui.paren', { a: t('notes.title'), b: notes.length }) : t('notes.title')
      }
    >
      <div className="stack" style={{ gap: 8 }}>
        {notes.length === 0 ? <span className="muted">{t('notes.none')}</span> : null}
        {[...notes].reverse().map((note) => (
          <div key={`${note.at}${note.text}`}>
            <div className="wrap" style={{ whiteSpace: 'pre-wrap' }}>
              {note.text}
            </div>
            <div className="muted">{t('notes.by', { by: note.by, at: moment(note.at) })}</div>
          </div>
        ))}
        {mayWrite ? (
          <>
            <label htmlFor={id}>{t('notes.write')}</label>
            <Input.TextArea
              id={id}
              value={text}
              maxLength={1000}
              autoSize={{ minRows: 2, maxRows: 6 }}
              aria-describedby={`${id}-help`}
              onChange={(event) => setText(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void add();
              }}
            />
            <span id={`${id}-help`} className="muted">
              {t('notes.help')}
            </span>
            <Button size="small" loading={busy} disabled={!text.trim()} onClick={() => void add()}>
              {t('notes.add')}
            </Button>
          </>
        ) : null}
      </div>
    </Panel>
  );
}
