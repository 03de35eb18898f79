import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { RowsNote } from './RowsNote';
import type { Rows } from './useRows';

interface FoundMoreProps {
  found: Omit<Rows<unknown>, 'rows'>;
  /** How many are listed. */
  n: number;
}

/** Below what was found: what is missing, and the way to the next ones. */
export function FoundMore({ found, n }: FoundMoreProps) {
  const { t } = useTranslation();
  const told = found.away || found.trouble !== null || found.left.length > 0;
  if (!n || !(found.next || told)) return null;
  return (
    <div className="stack search-more">
      {told ? <RowsNote rows={found} /> : null}
      {found.next ? (
        <Button
          block
          size="small"
          type="text"
          loading={found.loading}
          // The list stays open while it grows.
          onMouseDown={(event) => event.preventDefault()}
          onClick={found.more}
        >
          {t('explore.moreOrType', { n })}
        </Button>
      ) : null}
    </div>
  );
}
