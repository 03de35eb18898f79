import { useTranslation } from 'react-i18next';
import type { BureauParametersQuery as Answer } from '../../gql/graphql';
import { Panel } from '../../ui/Panel';

type Fixed = Answer['bureauParameters']['fixed'][number];

/** What somebody may look for among the parameters: why it is none, and which law fixes it. */
export function FixedRules({ rows }: { rows: readonly Fixed[] }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('parameters.fixed')}>
      {rows.map((one) => (
        <div key={one.title} style={{ padding: '4px 0' }}>
          <strong>{one.title}</strong>
          <div className="wrap">{one.why}</div>
          <div className="muted wrap" title={t(`cases.marks.${one.mark as 'V' | 'S' | 'M'}`)}>
            {one.law} [{one.mark}]
          </div>
        </div>
      ))}
    </Panel>
  );
}
