import { Button, Skeleton } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { troubleOf } from '../../api/trouble';
import { INBOX_STEP, useInbox } from '../../app/inboxCount';
import { useMe } from '../../app/session';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { count, day } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { useStepKeys } from '../../ui/useStepKeys';
import { Items } from './Items';
import './inbox.css';

/** The first page of every role: what waits for me, what is due, what is new. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const navigate = useNavigate();
  const [first, setFirst] = useState(INBOX_STEP);
  const { inbox: asked, error, fetching, refetch } = useInbox(first);
  const { inbox: begun } = useInbox();
  // While more is asked for, what was there stays.
  const inbox = asked ?? begun;
  useStepKeys('.inbox-items a');
  const begins = me.roles.includes('INSPECTOR') || me.roles.includes('AGENCY_OFFICER');
  const trouble = inbox ? null : troubleOf(error);
  if (trouble) {
    return (
      <ErrorState trouble={trouble} retry={() => refetch({ requestPolicy: 'network-only' })} />
    );
  }
  return (
    <div className="page scroll">
      <div className="page-head">
        <h1>{t('inbox.title')}</h1>
        <span className="muted">
          {t('inbox.hello', { name: me.name, date: day(dayjs().toISOString()) })}
        </span>
      </div>
      {inbox ? null : <Skeleton active />}
      {inbox && inbox.news.length > 0 ? (
        <div className="figures">
          {inbox.news.map((one) => (
            <Link key={one.code} to={one.target} className="panel figure">
              <strong>{count(one.count)}</strong>
              <span>{one.title}</span>
            </Link>
          ))}
        </div>
      ) : null}
      {inbox ? (
        <div className="inbox-columns">
          <Panel
            title={`${t('inbox.waiting')} (${inbox.waiting.length}${inbox.more ? '+' : ''})`}
            flush
          >
            {inbox.waiting.length === 0 ? (
              <EmptyState
                what={t(begins ? 'inbox.nothingYet' : 'inbox.nothingWaiting')}
                step={
                  begins ? (
                    <Button type="primary" onClick={() => navigate('/findings')}>
                      {t('inbox.start')}
                    </Button>
                  ) : null
                }
              />
            ) : (
              <Items items={inbox.waiting} />
            )}
            {inbox.more ? (
              <div className="inbox-more">
                <Button loading={fetching} onClick={() => setFirst(first + INBOX_STEP)}>
                  {t('inbox.more', { count: INBOX_STEP })}
                </Button>
              </div>
            ) : null}
          </Panel>
          <Panel title={`${t('inbox.deadlines')} (${inbox.deadlines.length})`} flush>
            {inbox.deadlines.length === 0 ? (
              <EmptyState what={t('inbox.nothingDue')} />
            ) : (
              <Items items={inbox.deadlines} />
            )}
          </Panel>
        </div>
      ) : null}
    </div>
  );
}
