import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** No letter of entrustment holds: why the centre is offered nothing, and where the head cures it. */
export function Unentrusted({ why }: { why: string }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="unentrusted"
      title={t('cases.unentrusted')}
      description={why}
      action={<Link to="/delegations">{t('cases.toDelegations')}</Link>}
    />
  );
}
