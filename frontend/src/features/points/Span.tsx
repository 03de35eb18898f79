import { useTranslation } from 'react-i18next';

/** From which to which day a standing or a sanction holds; one without an end holds from its day on. */
export function Span(props: { title: string; from: string; until?: string | null | undefined }) {
  const { t } = useTranslation();
  const { title, from, until } = props;
  return (
    <>
      {until
        ? t('points.sanction', { title, from, to: until })
        : t('points.sanctionOpen', { title, from })}
    </>
  );
}
