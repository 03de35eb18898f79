import { Alert, Button, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState, type Trouble } from '../../ui/ErrorState';
import { Panel } from '../../ui/Panel';
import { type Figures, marksOf } from './dossier';

/** The ring in plain words; each sentence that rests on visits opens them. */
export function SummaryPanel({
  figures,
  trouble,
  onRetry,
  onOpen,
}: {
  figures: Figures | null;
  trouble: Trouble | null;
  onRetry: () => void;
  onOpen: (marks: readonly number[], what: string) => void;
}) {
  const { t } = useTranslation();
  return (
    <Panel title={t('rings.sentencePlain')}>
      {trouble ? <ErrorState trouble={trouble} retry={onRetry} /> : null}
      {!figures && !trouble ? (
        <div role="status">
          <span className="muted">{t('rings.loadingFigures')}</span>
          <Skeleton active title={false} paragraph={{ rows: 4 }} />
        </div>
      ) : null}
      {figures?.missing ? (
        <Alert type="warning" showIcon title={t('rings.missing', { n: figures.missing })} />
      ) : null}
      {figures?.summary.map((line) => {
        const marks = marksOf(figures, line.code);
        return (
          <p key={line.code} className="sentence wrap">
            {line.text}
            {marks.length ? (
              <Button type="link" size="small" onClick={() => onOpen(marks, line.text)}>
                {t('rings.basedOn', { n: marks.length })}
              </Button>
            ) : null}
          </p>
        );
      })}
    </Panel>
  );
}
