import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useQuery } from 'urql';
import type { RingChangeQuery as Data } from '../../../gql/graphql';
import { moment } from '../../../ui/format';
import { Facts, Panel } from '../../../ui/Panel';
import { Person } from '../../people/Person';
import { type Change, ChangeTag } from './ChangeTag';
import { RingChangeQuery } from './operations';

type Found = NonNullable<Data['ringChange']>;

/** As many are named; the rest are counted. */
const MOST = 20;

/** Where a ring comes from, who joined and who left since the run before. */
export function RingChange({ id }: { id: string }) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({ query: RingChangeQuery, variables: { id } });
  const found = data?.ringChange;
  if (!found) return null;
  const others = found.changedFrom.filter((one) => one !== id);
  return (
    <Panel title={t('ringChange.title')} extra={<ChangeTag change={found.change} />}>
      <div className="stack">
        <span>
          {t(`ringChange.sentences.${found.change as Change}`, { defaultValue: found.change })}
        </span>
        <Facts
          rows={[
            [
              t('ringChange.from'),
              others.length
                ? others.map((one) => (
                    <Link key={one} to={`/rings/${encodeURIComponent(one)}`}>
                      {one}{' '}
                    </Link>
                  ))
                : null,
            ],
            [
              t('ringChange.compared'),
              found.at && found.before ? `${moment(found.before)} → ${moment(found.at)}` : null,
            ],
          ]}
        />
        <Movers title={t('ringChange.joined', { n: found.joined.length })} who={found.joined} />
        <Movers title={t('ringChange.left', { n: found.left.length })} who={found.left} />
      </div>
    </Panel>
  );
}

function Movers({ title, who }: { title: string; who: Found['joined'] }) {
  const { t } = useTranslation();
  if (!who.length) return null;
  return (
    <div className="stack">
      <strong>{title}</strong>
      {who.slice(0, MOST).map((one) => (
        <Person
          key={one.psnNo}
          id={`Patient:${one.psnNo}`}
          name={one.name ?? null}
          code={one.psnNo}
        />
      ))}
      {who.length > MOST ? (
        <span className="muted">{t('ringChange.more', { n: who.length - MOST })}</span>
      ) : null}
    </div>
  );
}
