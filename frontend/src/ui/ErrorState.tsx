import { CloseCircleOutlined, CopyOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** A failure as people need it: what happened, what was kept, what to do, and a reference. */
export interface Trouble {
  what: string;
  kept: string;
  cure: string;
  reference: string;
}

export function ErrorState({ trouble, retry }: { trouble: Trouble; retry?: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = async () => {
    await navigator.clipboard.writeText(`${trouble.what} ${trouble.reference}`);
    message.success(t('ui.copied'));
  };
  return (
    <div className="panel" role="alert" style={{ margin: 16, maxWidth: 640 }}>
      <header>
        <h2 className="danger">
          <CloseCircleOutlined /> {t('ui.error.title')}
        </h2>
        {retry ? (
          <Button size="small" onClick={retry}>
            {t('ui.retry')}
          </Button>
        ) : null}
      </header>
      <div className="body">
        <dl className="facts-grid">
          <dt>{t('ui.error.what')}</dt>
          <dd>{trouble.what}</dd>
          <dt>{t('ui.error.kept')}</dt>
          <dd>{trouble.kept}</dd>
          <dt>{t('ui.error.cure')}</dt>
          <dd>{trouble.cure}</dd>
          <dt>{t('ui.error.reference')}</dt>
          <dd>
            <span className="mono">{trouble.reference}</span>{' '}
            <Button
              type="text"
              size="small"
              icon={<CopyOutlined />}
              aria-label={t('ui.copy')}
              onClick={copy}
            />
          </dd>
        </dl>
      </div>
    </div>
  );
}
