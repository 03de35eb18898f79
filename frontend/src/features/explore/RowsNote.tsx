import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Rows } from './useRows';

/** Why rows are not here, or not all of them; nothing where all is well. */
export function RowsNote({
  rows,
}: {
  rows: Pick<Rows<unknown>, 'away' | 'trouble' | 'left' | 'again'>;
}) {
  const { t } = useTranslation();
  const { away, trouble, left, again } = rows;
  if (away || trouble) {
    return (
      <div className="row wrapping" role="status">
        <span className="wrap grow">{trouble ?? t('explore.awayHere')}</span>
        <Button size="small" onClick={again}>
          {t('ui.retry')}
        </Button>
      </div>
    );
  }
  return left.length ? (
    <span className="muted wrap" role="note">
      {[...new Set(left)].join(' ')}
    </span>
  ) : null;
}
