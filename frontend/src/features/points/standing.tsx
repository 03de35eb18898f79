import { useTranslation } from 'react-i18next';
import { day } from '../../ui/format';
import { StatusTag, type Tone } from '../../ui/StatusTag';

interface File {
  status: string;
  statusTitle: string;
  statusUntil?: string | null;
}

/** Normal, suspended or terminated, with the day until which it lasts. */
export function Standing({ file }: { file: File }) {
  const { t } = useTranslation();
  const tone: Tone = /normal|restored/.test(file.status)
    ? 'done'
    : /suspend/.test(file.status)
      ? 'suspicion'
      : 'danger';
  return (
    <StatusTag tone={tone}>
      {file.statusTitle}
      {file.statusUntil ? ` ${t('points.until')} ${day(file.statusUntil)}` : ''}
    </StatusTag>
  );
}
