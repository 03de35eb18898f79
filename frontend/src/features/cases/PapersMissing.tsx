import { useTranslation } from 'react-i18next';
import type { CaseFile } from './CasePage';

type Paper = CaseFile['papersMissing'][number];

/** How many are told beside the next step; the rest when the pointer rests on them. */
const TOLD = 3;

/** Papers of the case that are not there, or not back with their signature. */
export function PapersMissing({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation();
  if (!papers.length) return null;
  const said = papers.map((one) => t('cases.paperMissing', { title: one.title, why: one.why }));
  const list = said.slice(0, TOLD).join(t('ui.comma'));
  return (
    <span data-testid="papers-missing" title={said.join('\n')} className="wrap">
      {papers.length > TOLD
        ? t('cases.papersMissingMore', { list, n: papers.length })
        : t('cases.papersMissing', { list })}
    </span>
  );
}
