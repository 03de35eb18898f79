import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { UndecidedQuery } from './operations';

/** What a queue is where its name does not say it; elsewhere, that some groups could not be routed. */
export function QueueNote({ route }: { route: string }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: UndecidedQuery, pause: route === 'undecided' });
  if (route === 'undecided')
    return <Alert type="warning" showIcon title={t('rings.undecidedWhat')} />;
  if (route === 'province') return <Alert type="info" showIcon title={t('rings.provinceWhat')} />;
  const n = data?.rings.totalCount ?? 0;
  if (!n) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('rings.undecidedSome', { n })}
      action={<Link to="/rings?route=undecided">{t('rings.undecidedSee')}</Link>}
    />
  );
}
