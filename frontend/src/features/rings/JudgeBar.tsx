import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Verdict } from '../../gql/graphql';

export type Wish = Verdict | 'TAKE_BACK' | 'CASE' | 'INTO_CASE';

/** What may be done with the chosen members. */
export function JudgeBar({
  count,
  judged,
  mayJudge,
  mayCase,
  onWish,
  onClear,
}: {
  count: number;
  /** Whether all of the chosen have a verdict that could be taken back. */
  judged: boolean;
  mayJudge: boolean;
  mayCase: boolean;
  onWish: (wish: Wish) => void;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  return (
    <div className="bulk" role="toolbar" aria-label={t('rings.chosen', { n: count })}>
      <strong>{t('rings.chosen', { n: count })}</strong>
      {mayJudge ? (
        <>
          {(['CONFIRMED', 'REJECTED', 'UNSURE'] as const).map((verdict) => (
            <Button key={verdict} size="small" onClick={() => onWish(verdict)}>
              {t(`rings.verdicts.${verdict}`)}
            </Button>
          ))}
          <Button size="small" disabled={!judged} onClick={() => onWish('TAKE_BACK')}>
            {t('rings.takeBack')}
          </Button>
        </>
      ) : null}
      {mayCase ? (
        <>
          <Button size="small" onClick={() => onWish('INTO_CASE')}>
            {t('rings.intoCase')}
          </Button>
          <Button size="small" onClick={() => onWish('CASE')}>
            {t('rings.toCase')}
          </Button>
        </>
      ) : null}
      <Button type="link" size="small" onClick={onClear}>
        {t('rings.clear')}
      </Button>
    </div>
  );
}
