import dayjs from 'dayjs';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { ActDialog } from '../../acts/ActDialog';
import { ChoicesContext } from '../../acts/choices';
import { pointsActs } from './acts';
import { EARLIER_SCORES, earlierScores } from './earlier';
import { EarlierScoresQuery, ScoreActsQuery } from './operations';

interface RecordScoreProps {
  pracPsnCode: string;
  /** As the map knows it; empty for a doctor whose code was typed. */
  pracPsnName: string;
  version: number | null;
  onDone: () => void;
  onClose: () => void;
}

/** Acts of the rule sets that a score may name; each with its band of points. */
export function useScoreActs() {
  const today = useMemo(() => dayjs().format('YYYY-MM-DD'), []);
  const [now] = useQuery({ query: ScoreActsQuery, variables: { conductOn: today } });
  const [before] = useQuery({ query: ScoreActsQuery, variables: { conductOn: '2024-06-30' } });
  return useMemo(() => {
    // Of an act in both rule sets the one of today is told: the later entry stays.
    const all = [...(before.data?.scoreActs ?? []), ...(now.data?.scoreActs ?? [])];
    return [...new Map(all.map((one) => [one.act, one])).values()].map((one) => ({
      value: one.act,
      label: `${one.title} ${one.minPoints}–${one.maxPoints} · ${one.ruleSetTitle}`,
      suggested: one.suggested,
    }));
  }, [now.data, before.data]);
}

/** Records points that rest on a decision against the institution. */
export function RecordScore(props: RecordScoreProps) {
  const { t } = useTranslation();
  const scoreActs = useScoreActs();
  const [known] = useQuery({
    query: EarlierScoresQuery,
    variables: { pracPsnCode: props.pracPsnCode },
  });
  const scores = known.data?.pointsDetail?.scores;
  const choices = useMemo(
    () => ({ scoreActs, lists: { [EARLIER_SCORES]: earlierScores(scores ?? [], t) } }),
    [scoreActs, scores, t],
  );
  const defaults = useMemo(() => ({ pracPsnName: props.pracPsnName }), [props.pracPsnName]);
  const spec = pointsActs.find((one) => one.act === 'pointsRecordScore');
  if (!spec) return null;
  return (
    <ChoicesContext.Provider value={choices}>
      <ActDialog
        spec={spec}
        title={t('points.record')}
        fixed={{ pracPsnCode: props.pracPsnCode }}
        defaults={defaults}
        version={props.version}
        word={props.pracPsnCode}
        onDone={props.onDone}
        onClose={props.onClose}
      />
    </ChoicesContext.Provider>
  );
}
