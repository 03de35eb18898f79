import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';

/** What a picture of more than 800 elements shows in less. */
export function FoldedBar({ folded, dropped }: { folded: number; dropped: number }) {
  const { t } = useTranslation();
  const what = [
    folded ? t('graph.foldedMerged', { n: folded }) : '',
    dropped ? t('graph.foldedDropped', { n: dropped }) : '',
  ];
  const said = what.filter(Boolean).join(t('ui.semicolon'));
  return <Alert banner type="info" title={t('graph.folded', { what: said })} />;
}
