import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';
import type { PointsDetail } from './DoctorFile';

type Party = NonNullable<PointsDetail['restoration']>['parties'][number];

const TONES = { approved: 'done', returned: 'suspicion', refused: 'danger' } as const;
const isOutcome = (said?: string | null): said is keyof typeof TONES => !!said && said in TONES;

/** What each party organisation said, and whose opinion is still missing; nothing where only one is asked. */
export function PartyOpinions({ parties }: { parties: readonly Party[] }) {
  const { t } = useTranslation();
  const [only] = parties;
  if (!only) return null;
  if (parties.length === 1)
    return only.standsIn ? (
      <Alert type="info" showIcon title={t('points.standsIn', { name: only.name })} />
    ) : null;
  return (
    <Table<Party>
      size="small"
      pagination={false}
      rowKey="body"
      dataSource={[...parties]}
      columns={[
        {
          title: t('points.partyOf'),
          render: (_, one) => (
            <span className="wrap">
              {one.name}
              {one.standsIn ? (
                <span className="muted">
                  {t('points.speaksFor', { places: one.placeNames.join(t('ui.comma')) })}
                </span>
              ) : null}
            </span>
          ),
        },
        { title: t('points.partyOpinion'), width: 150, render: (_, one) => <Said party={one} /> },
        {
          title: t('points.partyReasons'),
          render: (_, one) => <span className="wrap">{one.opinion}</span>,
        },
        {
          title: t('points.partyBy'),
          width: 200,
          render: (_, one) => [one.by, one.at ? moment(one.at) : null].filter(Boolean).join(' '),
        },
      ]}
    />
  );
}

function Said({ party }: { party: Party }) {
  const { t } = useTranslation();
  if (party.owing)
    return (
      <StatusTag tone="active">
        {t(party.outcome ? 'points.partyAgain' : 'points.partyOwes')}
      </StatusTag>
    );
  if (!isOutcome(party.outcome)) return <span className="muted">{t('ui.none')}</span>;
  return (
    <StatusTag tone={party.asked ? TONES[party.outcome] : 'stopped'}>
      {t(`restoration.outcomes.${party.outcome}`)}
    </StatusTag>
  );
}
