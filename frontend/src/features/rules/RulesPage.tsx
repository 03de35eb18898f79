import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { holds, useMe } from '../../app/session';
import type { RulesQuery as Answer } from '../../gql/graphql';
import { EmptyState } from '../../ui/EmptyState';
import { ListPage } from '../../ui/ListPage';
import { Facts } from '../../ui/Panel';
import { ResultTag } from '../findings/columns';
import { RulesQuery } from './operations';
import { useStartJob } from './useStartJob';

type Row = Answer['rules'][number];
type Stage = 'before' | 'during' | 'after';

/** The examiner's rules with their law and their dated parameters. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const start = useStartJob();
  const [{ data, fetching, error }, refetch] = useQuery({ query: RulesQuery });
  const rows = data?.rules ?? [];
  return (
    <ListPage<Row>
      id="rules"
      title={t('rules.title')}
      rows={rows}
      rowKey={(row) => row.id}
      loading={fetching}
      trouble={data ? null : troubleOf(error)}
      total={rows.length}
      onRetry={() => refetch({ requestPolicy: 'network-only' })}
      actions={
        holds(me, 'INSPECTOR', 'SUPERVISOR') ? (
          <>
            <Button onClick={() => void start('RINGS')}>{t('rules.rings')}</Button>
            <Button type="primary" onClick={() => void start('AUDIT')}>
              {t('rules.run')}
            </Button>
          </>
        ) : null
      }
      preview={(row) => (
        <div className="stack wide">
          <h2>{row.name}</h2>
          <Facts
            rows={[
              [t('rules.version'), row.version],
              [t('rules.stage'), t(`rules.stages.${row.stage as Stage}`)],
              [t('rules.basis'), row.legalBasis.map((one) => one.citation).join(t('ui.semicolon'))],
            ]}
          />
          <h3>{t('rules.parameters')}</h3>
          {row.parameters.map((one) => (
            <div key={one.name}>
              {one.name}: <strong>{one.value}</strong> {one.unit}{' '}
              <span className="muted">
                {one.validFrom ? t('rules.from', { day: one.validFrom }) : ''} {one.basis}
              </span>
            </div>
          ))}
          <Link to={`/findings?rule=${encodeURIComponent(row.ruleId)}`}>{t('rules.findings')}</Link>
        </div>
      )}
      columns={[
        {
          title: t('rules.name'),
          width: 236,
          render: (_, row) => (
            <Link to={`/findings?rule=${encodeURIComponent(row.ruleId)}`}>{row.name}</Link>
          ),
        },
        {
          title: t('rules.result'),
          width: 136,
          render: (_, row) => <ResultTag finding={row} t={t} />,
        },
        { title: t('rules.version'), width: 64, dataIndex: 'version' },
        {
          title: t('rules.stage'),
          width: 144,
          render: (_, row) => t(`rules.stages.${row.stage as Stage}`),
        },
        {
          title: t('rules.parameters'),
          width: 270,
          ellipsis: true,
          render: (_, row) =>
            row.parameters
              .map((one) => [one.name, one.value, one.unit].filter(Boolean).join(' '))
              .join(t('ui.comma')),
        },
        {
          title: t('rules.basis'),
          width: 278,
          ellipsis: true,
          render: (_, row) => row.legalBasis.map((one) => one.citation).join(t('ui.semicolon')),
        },
      ]}
      empty={<EmptyState what={t('rules.empty')} />}
    />
  );
}
