import { Alert, Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { day, moment } from '../../ui/format';
import { Facts, Panel } from '../../ui/Panel';
import { type Approval, ApprovalForms } from '../points/ApprovalForms';
import { Cells } from './Cells';
import type { Parameter } from './parameter';

type Setting = Parameter['history'][number];

type Refusal = Parameter['refused'][number];

interface ParameterPanelProps {
  row: Parameter;
  mayPropose: boolean;
  mayAttach: boolean;
  onDo: (what: 'propose' | 'approve' | 'refuse' | 'attach', form?: Approval) => void;
}

/** A value in few words: of a table how many rows it has. */
function useShort() {
  const { t } = useTranslation();
  return (row: Parameter, one: Pick<Setting, 'shown' | 'cells'>) =>
    row.columns.length ? t('parameters.rows', { count: one.cells.length }) : one.shown;
}

/** A table's rows open below the line that tells of them. */
const opened = (row: Parameter) =>
  row.columns.length
    ? {
        expandable: {
          expandedRowRender: (one: Pick<Setting, 'cells'>) => (
            <Cells columns={row.columns} cells={one.cells} />
          ),
        },
      }
    : {};

/** One parameter: what holds, what waits for the head, what came before. */
export function ParameterPanel({ row, mayPropose, mayAttach, onDo }: ParameterPanelProps) {
  const { t } = useTranslation();
  const short = useShort();
  return (
    <Panel
      title={row.title}
      extra={
        mayPropose && !row.waiting ? (
          <Button
            size="small"
            onClick={() => onDo('propose')}
            aria-label={`${t('parameters.propose')} ${row.title}`}
          >
            {t('parameters.propose')}
          </Button>
        ) : null
      }
    >
      <div className="stack">
        {row.notes.map((text) => (
          <Alert key={text} type="info" showIcon title={text} />
        ))}
        {row.waiting ? <Waiting row={row} one={row.waiting} onDo={onDo} /> : null}
        <Facts
          rows={[
            [
              t('parameters.value'),
              <span key="v">
                <strong data-testid={`parameter-${row.name}`}>{short(row, row)}</strong>{' '}
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
                .map((one) =>
                  t('parameters.comes', { day: day(one.validFrom), value: short(row, one) }),
                )
                .join(t('ui.comma')),
            ],
            [t('parameters.basis'), row.basis],
            [t('parameters.preset'), row.since && !row.columns.length ? row.preset : ''],
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
        {row.columns.length ? (
          <Cells columns={row.columns} cells={row.cells} testId={`cells-${row.name}`} />
        ) : null}
        {row.history.length ? (
          <Table<Setting>
            size="small"
            pagination={false}
            rowKey={(one) => `${one.validFrom}${one.at}`}
            {...opened(row)}
            dataSource={[...row.history]}
            columns={[
              { title: t('parameters.from'), width: 110, render: (_, one) => day(one.validFrom) },
              { title: t('parameters.setTo'), width: 160, render: (_, one) => short(row, one) },
              { title: t('parameters.basis'), dataIndex: 'basis' },
              { title: t('parameters.reason'), dataIndex: 'reason' },
              { title: t('parameters.proposedBy'), width: 100, dataIndex: 'proposedBy' },
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
        {row.refused.length ? <Refusals row={row} /> : null}
        <ApprovalForms
          rows={row.approvals}
          printed={(one) => `/export/parameter-approval/${encodeURIComponent(one.about)}`}
          may={mayAttach}
          onAttach={(one) => onDo('attach', one)}
        />
      </div>
    </Panel>
  );
}

/** A proposal that waits: by whom, why, what it would change; buttons for other eyes than his. */
function Waiting({
  row,
  one,
  onDo,
}: Omit<ParameterPanelProps, 'mayPropose' | 'mayAttach'> & { one: Refusal }) {
  const { t } = useTranslation();
  const short = useShort();
  return (
    <Alert
      type="warning"
      showIcon
      data-testid={`waiting-${row.name}`}
      title={t('parameters.waits', {
        by: one.by,
        at: moment(one.at),
        day: day(one.validFrom),
        value: short(row, one),
      })}
      description={
        <Facts
          rows={[
            [t('parameters.basis'), one.basis],
            [t('parameters.reason'), one.reason],
            [
              t('parameters.wouldDo'),
              <ul key="w" style={{ margin: 0, paddingLeft: 18 }}>
                {one.consequences.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>,
            ],
          ]}
        />
      }
      action={
        one.mayDecide ? (
          <div className="row">
            <Button size="small" type="primary" onClick={() => onDo('approve')}>
              {t('parameters.approve')}
            </Button>
            <Button size="small" onClick={() => onDo('refuse')}>
              {t('parameters.refuse')}
            </Button>
          </div>
        ) : (
          <span className="muted">{t('parameters.otherEyes')}</span>
        )
      }
    />
  );
}

/** What was proposed and not approved. */
function Refusals({ row }: { row: Parameter }) {
  const { t } = useTranslation();
  const short = useShort();
  return (
    <div className="stack" style={{ gap: 4 }}>
      <strong>{t('parameters.refusals')}</strong>
      <Table<Refusal>
        size="small"
        pagination={false}
        rowKey="proposalId"
        {...opened(row)}
        dataSource={[...row.refused]}
        columns={[
          { title: t('parameters.from'), width: 110, render: (_, one) => day(one.validFrom) },
          { title: t('parameters.setTo'), width: 160, render: (_, one) => short(row, one) },
          { title: t('parameters.reason'), dataIndex: 'reason' },
          { title: t('parameters.proposedBy'), width: 100, dataIndex: 'by' },
          { title: t('parameters.refusedBy'), width: 100, dataIndex: 'decidedBy' },
          { title: t('parameters.why'), dataIndex: 'decidedReasons' },
        ]}
      />
    </div>
  );
}
