import { useTranslation } from 'react-i18next';
import { timeParts } from './time';

/** A time in words, from seconds: hours of study are often less than one, and nobody reads 0.02 of them. */
export function useTimeWords(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) =>
    timeParts(seconds)
      .map(([unit, count]) => t(`study.time.${unit}`, { count }))
      .join(' ');
}
