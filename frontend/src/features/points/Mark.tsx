import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DoctorsQuery } from '../../gql/graphql';
import { moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';

type Since = NonNullable<DoctorsQuery['doctors']['nodes'][number]['since']>;

/** What others did in a file since I last looked, in a list: how much, and the latest of it. */
export function Mark({ since }: { since: Since | null | undefined }) {
  const { t } = useTranslation();
  if (!since) return null;
  if (!since.lookedAt) return <StatusTag tone="suspicion">{t('points.marks.never')}</StatusTag>;
  if (!since.count) return <span className="muted">{t('points.marks.same')}</span>;
  const what = [...new Set([...since.latest, ...since.changes])].join(t('ui.comma'));
  return (
    <Tooltip title={t('points.marks.looked', { at: moment(since.lookedAt), what })}>
      <span data-testid="file-mark">
        <StatusTag tone="suspicion">{t('points.marks.new', { n: since.count })}</StatusTag> {what}
      </span>
    </Tooltip>
  );
}
