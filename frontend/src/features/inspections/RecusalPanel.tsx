import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { InspectionFileQuery } from '../../gql/graphql';
import { Facts, Panel } from '../../ui/Panel';

type Recusal = NonNullable<InspectionFileQuery['inspectionFile']>['recusals'][number];

/** Who was asked to withdraw from the inspection, why, what he says, and what was decided. */
export function RecusalPanel(props: { recusals: readonly Recusal[]; onPrint: () => void }) {
  const { t } = useTranslation();
  if (!props.recusals.length) return null;
  const asked = (one: Recusal) =>
    one.byParty ? t('inspections.byParty') : t('inspections.askedBy', { name: one.askedBy });
  const decided = (one: Recusal) =>
    one.granted === null
      ? t('inspections.undecided', { who: one.decidedBy })
      : t(one.granted ? 'inspections.granted' : 'inspections.notGranted');
  return (
    <Panel
      title={t('inspections.recusals')}
      extra={
        <Button size="small" onClick={props.onPrint}>
          {t('inspections.printRecusals')}
        </Button>
      }
    >
      <Facts
        rows={props.recusals.map((one) => [
          `${one.recusalId} ${one.name}`,
          [
            decided(one),
            one.ground,
            `${one.reason}${t('ui.semicolon')}${asked(one)}`,
            ...(one.answer ? [t('inspections.ownWord', { text: one.answer })] : []),
          ].join(t('ui.semicolon')),
        ])}
      />
    </Panel>
  );
}
