import { Button, Segmented } from 'antd';
import { useLayoutEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { FindingFilter, FindingGroupBy } from '../../gql/graphql';
import { count, lastDay, money } from '../../ui/format';
import { useBox } from '../../ui/useBox';
import { useUrlState } from '../../ui/useUrlState';
import { FindingGroupsQuery } from './operations';
import './groups.css';

const BY: readonly FindingGroupBy[] = ['RULE', 'INSTITUTION', 'DOCTOR', 'MONTH'];
const PARAM: Partial<Record<FindingGroupBy, string>> = {
  RULE: 'rule',
  INSTITUTION: 'institution',
  DOCTOR: 'doctor',
};

const MOST = 30;

/** The heaviest groups of what is filtered; a click narrows the list to one of them. */
export function Groups({ filter }: { filter: FindingFilter }) {
  const { t } = useTranslation();
  const [state, change] = useUrlState();
  const [by, setBy] = useState<FindingGroupBy>('RULE');
  const [{ data }] = useQuery({ query: FindingGroupsQuery, variables: { by, filter } });
  const groups = [...(data?.findingGroups ?? [])].sort(
    (a, b) => Number(b.amount) - Number(a.amount),
  );
  const param = PARAM[by];
  const [all, setAll] = useState(false);
  const { ref, width } = useBox<HTMLDivElement>();
  const shown = groups.slice(0, MOST);
  const [hides, setHides] = useState(false);
  useLayoutEffect(() => {
    const row = ref.current;
    // Laid out in one row, it says itself whether it has room; opened, it keeps what it said.
    if (row && width && shown.length && !all) setHides(row.scrollWidth > row.clientWidth + 1);
  }, [ref, width, shown.length, all]);
  const choose = (key: string) => {
    if (param) change({ [param]: state[param] === key ? undefined : key });
    else change({ dayFrom: `${key}-01`, dayTo: lastDay(key) });
  };
  return (
    <div className="row">
      <Segmented<FindingGroupBy>
        size="small"
        aria-label={t('findings.groups')}
        value={by}
        onChange={setBy}
        options={BY.map((value) => ({ value, label: t(`findings.groupBy.${value}`) }))}
      />
      <div ref={ref} className={all ? 'groups all' : 'groups'}>
        {shown.map((group) => (
          <button
            type="button"
            key={group.key}
            title={group.label}
            aria-pressed={param ? state[param] === group.key : false}
            onClick={() => choose(group.key)}
          >
            <span className="clip">{group.label}</span>
            <span className="muted num">
              {count(group.count)} · {money(group.amount)} {t('ui.yuan')}
            </span>
          </button>
        ))}
      </div>
      {hides ? (
        <Button type="link" size="small" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('findings.oneRow') : t('findings.allGroups', { n: shown.length })}
        </Button>
      ) : null}
    </div>
  );
}
