import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { day, moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import type { Pattern } from './pattern';

type Version = Pattern['versions'][number];

/** One set: its questions today, what begins later, and the versions with their differences. */
export function QuestionSetPanel({ row, onEdit }: { row: Pattern; onEdit?: () => void }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={row.title}
      extra={
        <>
          <Standing row={row} />
          {onEdit ? (
            <Button
              size="small"
              onClick={onEdit}
              aria-label={`${t('questions.edit')} ${row.title}`}
            >
              {t('questions.edit')}
            </Button>
          ) : null}
        </>
      }
    >
      <div className="stack">
        <ol data-testid={`questions-${row.pattern}`} style={{ margin: 0, paddingLeft: 24 }}>
          {row.questions.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ol>
        {row.coming.map((one) => (
          <div key={one.at}>
            {t('questions.coming', {
              day: day(one.validFrom),
              by: one.by,
              n: one.questions.length,
            })}
          </div>
        ))}
        {row.versions.length ? (
          <Table<Version>
            size="small"
            pagination={false}
            rowKey="at"
            title={() => t('questions.versions')}
            dataSource={[...row.versions]}
            columns={[
              { title: t('questions.from'), width: 110, render: (_, one) => day(one.validFrom) },
              { title: t('questions.count'), width: 80, render: (_, one) => one.questions.length },
              {
                title: t('questions.changed'),
                render: (_, one, n) => (
                  <Difference
                    before={row.versions[n + 1]?.questions ?? row.shipped}
                    now={one.questions}
                  />
                ),
              },
              { title: t('questions.note'), dataIndex: 'note' },
              { title: t('questions.by'), width: 90, dataIndex: 'by' },
              { title: t('questions.at'), width: 140, render: (_, one) => moment(one.at) },
            ]}
          />
        ) : null}
      </div>
    </Panel>
  );
}

/** Whose version is asked today. */
function Standing({ row }: { row: Pattern }) {
  const { t } = useTranslation();
  const words = row.since
    ? t('questions.since', { day: day(row.since) })
    : t(row.shipped.length ? 'questions.shipped' : 'questions.notYet');
  return <span className="muted">{words}</span>;
}

/** What a version took out and put in. */
function Difference({ before, now }: { before: readonly string[]; now: readonly string[] }) {
  const { t } = useTranslation();
  const added = now.filter((text) => !before.includes(text));
  const removed = before.filter((text) => !now.includes(text));
  if (!added.length && !removed.length) {
    return <span className="muted">{t('questions.reordered')}</span>;
  }
  return (
    <div className="stack" style={{ gap: 2 }}>
      {removed.map((text) => (
        <del key={text} className="muted">
          {t('questions.removed', { text })}
        </del>
      ))}
      {added.map((text) => (
        <span key={text}>{t('questions.added', { text })}</span>
      ))}
    </div>
  );
}
