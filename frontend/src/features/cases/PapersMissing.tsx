import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from './caseFile';

type Paper = CaseFile['papersMissing'][number];

/** How many are named beside the next step; the others, and why each is missing, in the tooltip. */
const TOLD = 2;

/** Papers of the case that are not there, or not back with their signature: one line, never more. */
export function PapersMissing({ papers }: { papers: readonly Paper[] }) {
  const { t } = useTranslation();
  if (!papers.length) return null;
  const all = papers.map((one) => t('cases.paperMissing', { title: one.title, why: one.why }));
  const list = papers
    .slice(0, TOLD)
    .map((one) => one.title)
    .join(t('ui.comma'));
  return (
    <Tooltip title={<div style={{ whiteSpace: 'pre-line' }}>{all.join('\n')}</div>}>
      <span
        data-testid="papers-missing"
        className="clip"
        style={{ maxWidth: 460 }}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the reasons must be reachable by keyboard
        tabIndex={0}
      >
        {papers.length > TOLD
          ? t('cases.papersMissingMore', { list, n: papers.length })
          : t('cases.papersMissing', { list })}
      </span>
    </Tooltip>
  );
}
