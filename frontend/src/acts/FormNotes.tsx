import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** What the page tells of the object before the act is filled in. */
export function ForeNote({ text }: { text: string }) {
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      data-testid="fore-note"
      title={text}
    />
  );
}

/** Why what was sent was refused. */
export function RefusedNote({ message }: { message: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 12 }}
      title={t('ui.error.title')}
      description={message}
    />
  );
}

/** When the draft was kept; before there is one, which keys send the form. */
export function DraftNote({ savedAt }: { savedAt: string }) {
  const { t } = useTranslation();
  return savedAt ? (
    <span className="muted">{t('ui.form.draft', { at: savedAt })}</span>
  ) : (
    <span className="muted keys-only">{t('ui.form.submitKey')}</span>
  );
}
