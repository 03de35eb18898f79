import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { day, moment } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import type { Parameter } from './ParametersPage';

type Setting = Parameter['history'][number];

/** One parameter with its history; `onSet` only for who may. */
export function ParameterPanel({ row, onSet }: { row: Parameter; onSet?: () => void }) {
  const { t } = useTranslation();
  return (
    <Panel
      title={row.title}
      extra={
        onSet ? (
          <Button size="small" onClick={onSet} aria-label={`${t('parameters.set')} ${row.title}`}>
            {t('parameters.set')}
          </Button>
        ) : (
          <span className="muted">{t('parameters.onlyHead')}</span>
        )
      }
    >
      <div className="stack">
        <Facts
          rows={[
            [
              t('parameters.value'),
              <span key="v">
                <strong data-testid={`parameter-${row.name}`}>{row.shown}</strong>{' '}
                <span className="muted">
                  {row.since
                    ? t('parameters.since', { day: day(row.since) })
                    : t('parameters.byDefault')}
                </span>
              </span>,
            ],
            [
              t('parameters.coming'),
              row.coming
                .map((one) => t('parameters.comes', { day: day(one.validFrom), value: one.shown }))
                .join(t('ui.comma')),
            ],
            [t('parameters.basis'), row.basis],
            [
              t('parameters.law'),
              <span key="l" title={t(`cases.marks.${row.mark as 'V' | 'S' | 'M'}`)}>
                {row.law} <span className="muted">[{row.mark}]</span>
              </span>,
            ],
            [
              t('parameters.effects'),
              <ul key="e" style={{ margin: 0, paddingLeft: 18 }}>
                {row.effects.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>,
            ],
          ]}
        />
        {row.history.length ? (
          <Table<Setting>
            size="small"
            pagination={false}
            rowKey={(one) => `${one.validFrom}${one.at}`}
            dataSource={[...row.history]}
            columns={[
              { title: t('parameters.from'), width: 110, render: (_, one) => day(one.validFrom) },
              { title: t('parameters.setTo'), width: 160, dataIndex: 'shown' },
              { title: t('parameters.basis'), dataIndex: 'basis' },
              { title: t('parameters.by'), width: 100, dataIndex: 'by' },
              {
                title: t('parameters.at'),
                width: 150,
                render: (_, one) => (one.at ? moment(one.at) : ''),
              },
            ]}
          />
        ) : (
          <span className="muted">{t('parameters.none')}</span>
        )}
      </div>
    </Panel>
  );
}
