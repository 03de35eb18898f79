import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InboxQuery } from '../../gql/graphql';
import { Clock } from '../../ui/Clock';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import './inbox.css';

type Item = InboxQuery['inbox']['waiting'][number];

/** Things to do, each a link to where it is done. */
export function Items({ items }: { items: readonly Item[] }) {
  const { t } = useTranslation();
  return (
    <ul className="inbox-items">
      {items.map((item) => (
        <li key={`${item.kind}${item.target}${item.title}`}>
          <Link to={item.target}>
            <span className="row between">
              <strong className="clip grow">{item.title}</strong>
              {item.dueAt ? (
                <Clock due={item.dueAt} workingDaysLeft={item.workingDaysLeft ?? null} />
              ) : null}
            </span>
            <span className="row between muted">
              <span className="clip grow">{item.detail}</span>
              {item.amount && Number(item.amount) > 0 ? (
                <Money value={item.amount} unit={t('ui.yuan')} />
              ) : null}
              {item.since ? <span>{t('inbox.since', { at: moment(item.since) })}</span> : null}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
