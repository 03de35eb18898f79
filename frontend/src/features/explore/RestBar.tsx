import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Rest } from './useExplorer';

/** What two selections share goes on behind what is drawn: how many are, and the next page. */
export function RestBar({ rest, busy }: { rest: Rest; busy: boolean }) {
  const { t } = useTranslation();
  return (
    <Alert
      banner
      type="info"
      title={t('explore.commonOfMore', { n: rest.shown })}
      closable={{ onClose: rest.close }}
      action={
        <Button size="small" loading={busy} onClick={rest.next}>
          {t('explore.nextPage')}
        </Button>
      }
    />
  );
}
