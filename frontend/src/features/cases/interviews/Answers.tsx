import { useTranslation } from 'react-i18next';
import { rowsOf, type Said } from './record';

/** A record to be read: each question, and what was said to it. */
export function Answers({ said }: { said: readonly Said[] }) {
  const { t } = useTranslation();
  return (
    <>
      {rowsOf(said).map((row) => (
        <div key={row.key} className="wrap">
          <div>{t('interviews.q', { text: row.question })}</div>
          <div className="muted">{t('interviews.a', { text: row.answer })}</div>
        </div>
      ))}
    </>
  );
}
