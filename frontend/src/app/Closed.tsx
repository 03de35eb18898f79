import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EmptyState } from '../ui/EmptyState';

/** In place of a page that is not for the roles of this person. */
export function Closed() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  return (
    <div className="page">
      <h1>{t('frame.closed.title')}</h1>
      <EmptyState
        what={t('frame.closed.what')}
        step={
          <Button type="primary" onClick={() => navigate('/')}>
            {t('frame.notFound.home')}
          </Button>
        }
      />
    </div>
  );
}
