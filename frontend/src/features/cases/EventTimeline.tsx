import { Timeline } from 'antd';
import { useTranslation } from 'react-i18next';
import { moment } from '../../ui/format';
import { type CaseChange, Changes } from './Changes';

interface Event {
  seq: number;
  title: string;
  summary: string;
  actorName: string;
  onBehalfOf?: string | null;
  under?: string | null;
  at: string;
  hash: string;
  changes?: readonly CaseChange[];
}

/** What happened, newest first as the server gives it, and what it changed; each event shows its place in the hash chain. */
export function EventTimeline({ events }: { events: readonly Event[] }) {
  const { t } = useTranslation();
  return (
    <Timeline
      style={{ padding: '12px 16px 14px' }}
      items={events.map((event) => ({
        key: String(event.seq),
        content: (
          <div>
            <div className="row between wrapping">
              <strong>{event.title}</strong>
              <span className="muted" title={event.hash}>
                {moment(event.at)} · {event.actorName}
                {event.onBehalfOf ? t('cases.onBehalf', { name: event.onBehalfOf }) : ''}
                {event.under ? t('cases.under', { no: event.under }) : ''} ·{' '}
                {t('cases.seq', { n: event.seq })}{' '}
                <span className="mono">{event.hash.slice(0, 8)}</span>
              </span>
            </div>
            {event.summary ? (
              <div className="wrap" style={{ whiteSpace: 'pre-line' }}>
                {event.summary}
              </div>
            ) : null}
            <Changes changes={event.changes ?? []} />
          </div>
        ),
      }))}
    />
  );
}
