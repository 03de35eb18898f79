import { useTranslation } from 'react-i18next';

/** Marks what is bound into the 副卷. */
export function Inner() {
  const { t } = useTranslation();
  return <span className="muted">({t('cases.forms.inner')})</span>;
}
