import { useTranslation } from 'react-i18next';
import { useMe } from '../../app/session';
import { EmptyState } from '../../ui/EmptyState';
import { DoctorFile } from './DoctorFile';

/** A doctor's own page, which also fits a phone. */
export function Component() {
  const { t } = useTranslation();
  const { pracPsnCode } = useMe();
  return pracPsnCode ? (
    <DoctorFile code={pracPsnCode} own />
  ) : (
    <EmptyState what={t('points.noScores')} />
  );
}
