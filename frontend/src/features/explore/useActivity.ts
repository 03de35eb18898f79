import { useEffect, useMemo, useState } from 'react';
import type { Day } from '../../graph/story';
import type { Picture } from '../../graph/types';
import { ActivityQuery } from './operations';
import type { useAsk } from './useAsk';

const NONE: readonly Day[] = [];

/** What happened day by day between the drawn nodes; asked for once the story is opened. */
export function useActivity(
  picture: Picture,
  on: boolean,
  ask: ReturnType<typeof useAsk>['ask'],
  tell: (left: readonly { message: string }[]) => void,
): readonly Day[] {
  const [days, setDays] = useState<readonly Day[]>(NONE);
  const ids = useMemo(() => Object.keys(picture.nodes).sort().join('\n'), [picture.nodes]);
  useEffect(() => {
    if (!on || !ids) {
      setDays(NONE);
      return;
    }
    let wanted = true;
    void ask(ActivityQuery, { ids: ids.split('\n') }).then((data) => {
      if (!wanted || !data) return;
      tell(data.activity.leftOut);
      setDays(
        data.activity.days.map(({ day, edgeIds, counts, amounts }) => ({
          day,
          edges: Object.fromEntries(
            edgeIds.map((id, at) => [id, { count: counts[at] ?? 0, amount: amounts[at] ?? '0' }]),
          ),
        })),
      );
    });
    return () => {
      wanted = false;
    };
  }, [on, ids, ask, tell]);
  return days;
}
