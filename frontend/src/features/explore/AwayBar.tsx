import { Alert, Button, Space } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Away } from './useAsk';

/** The map does not answer: what is kept, what the page does about it, and two ways out. */
export function AwayBar({ away }: { away: Away }) {
  const { t } = useTranslation();
  return (
    <Alert
      banner
      type="warning"
      title={t('explore.away', { n: away.tries })}
      action={
        <Space>
          <Button size="small" type="primary" onClick={away.now}>
            {t('ui.retry')}
          </Button>
          <Button size="small" onClick={away.giveUp}>
            {t('ui.cancel')}
          </Button>
        </Space>
      }
    />
  );
}
