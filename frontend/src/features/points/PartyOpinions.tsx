import { Alert, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/format';
import { StatusTag } from '../../ui/StatusTag';
import type { PointsDetail } from './pointsDetail';

type Party = NonNullable<PointsDetail['restoration']>['parties'][number];

const TONES = { approved: 'done', returned: 'suspicion', refused: 'danger' } as const;
const isOutcome = (said?: string | null): said is keyof typeof TONES => !!said && said in TONES;

/** What each party organisation said, and whose opinion is still missing; nothing where only one is asked. */
export function PartyOpinions(props: { parties: readonly Party[]; brief?: boolean }) {
  const { parties, brief } = props;
  const { t } = useTranslation();
  const [only] = parties;
  if (!only) return null;
  if (parties.length === 1)
    return only.standsIn ? (
      <Alert type="info" showIcon title={t('points.standsIn', { name: only.name })} />
    ) : null;
  // Four columns side by side leave a phone one character a line.
  if (brief)
    return (
      <div className="stack">
        {parties.map((one) => (
          <div key={one.body}>
            <div className="row between">
              <Name party={one} />
              <Said party={one} />
            </div>
            {one.opinion ? <div className="wrap">{one.opinion}</div> : null}
            <div className="muted">{said(one)}</div>
          </div>
        ))}
      </div>
    );
  return (
    <Table<Party>
      size="small"
      pagination={false}
      rowKey="body"
      dataSource={[...parties]}
      columns={[
        {
          title: t('points.partyOf'),
          render: (_, one) => <Name party={one} />,
        },
        { title: t('points.partyOpinion'), width: 150, render: (_, one) => <Said party={one} /> },
        {
          title: t('points.partyReasons'),
          render: (_, one) => <span className="wrap">{one.opinion}</span>,
        },
        {
          title: t('points.partyBy'),
          width: 200,
          render: (_, one) => said(one),
        },
      ]}
    />
  );
}

/** By whom and when it was said; nothing before. */
const said = (one: Party): string =>
  [one.by, one.at ? moment(one.at) : null].filter(Boolean).join(' ');

function Name({ party }: { party: Party }) {
  const { t } = useTranslation();
  return (
    <span className="wrap">
      {party.name}
      {party.standsIn ? (
        <span className="muted">
          {t('points.speaksFor', { places: party.placeNames.join(t('ui.comma')) })}
        </span>
      ) : null}
    </span>
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
