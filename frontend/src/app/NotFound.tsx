import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../ui/EmptyState';

export function NotFound() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="page">
      <h1>{t('frame.notFound.title')}</h1>
      <EmptyState
        what={t('frame.notFound.what')}
        step={
          <Button type="primary" onClick={() => navigate('/')}>
            {t('frame.notFound.home')}
          </Button>
        }
      />
    </div>
  );
}
