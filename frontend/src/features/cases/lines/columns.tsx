import { type TableColumnsType, Tooltip } from 'antd';
import type { TFunction } from 'i18next';
import { money } from '../../../ui/format';
import { Money } from '../../../ui/Money';
import { StatusTag, type Tone } from '../../../ui/StatusTag';
import type { Line } from './useLines';

export type LineState = 'open' | 'confirmed' | 'partly' | 'rejected';
export const STATES: readonly LineState[] = ['open', 'confirmed', 'partly', 'rejected'];
const TONES: Record<LineState, Tone> = {
  open: 'suspicion',
  confirmed: 'done',
  partly: 'active',
  rejected: 'stopped',
};

const right = { align: 'right' as const };

/** One line in one row: what it is, what the fund paid, what was said, what is left to recover. */
export function lineColumns(t: TFunction): TableColumnsType<Line> {
  return [
    { title: t('lines.on'), dataIndex: 'on', width: 90 },
    { title: t('lines.item'), dataIndex: 'item', width: 124 },
    {
      title: t('lines.who'),
      width: 58,
      render: (_, line) => <span title={line.psnNo}>{line.who || '—'}</span>,
    },
    { title: t('lines.rule'), dataIndex: 'ruleName', width: 92 },
    {
      title: t('lines.fund'),
      width: 92,
      ...right,
      render: (_, line) => (
        <Tooltip
          title={t('lines.whole', {
            amount: money(line.amount),
            inside: money(line.insidePolicy),
          })}
        >
          <span>
            <Money value={line.suspected} />
          </span>
        </Tooltip>
      ),
    },
    {
      title: t('lines.state'),
      width: 112,
      render: (_, line) => {
        const state = line.state as LineState;
        return (
          <span
            title={[
              line.by,
              line.groupDifference
                ? t('lines.byGroup', { amount: money(line.groupDifference) })
                : '',
              line.reasons,
            ]
              .filter(Boolean)
              .join(t('ui.semicolon'))}
          >
            <StatusTag tone={TONES[state]}>{t(`lines.states.${state}`)}</StatusTag>
          </span>
        );
      },
    },
    {
      title: t('lines.before'),
      width: 90,
      ...right,
      render: (_, line) => <Before line={line} t={t} />,
    },
    {
      title: t('lines.toRecover'),
      width: 92,
      ...right,
      render: (_, line) =>
        line.state === 'open' ? <span className="muted">—</span> : <Money value={line.loss} />,
    },
  ];
}

/** What came back of a line before, each refund with its paper. */
function Before({ line, t }: { line: Line; t: TFunction }) {
  const open = line.rivals.filter((one) => !one.judged);
  if (!line.refunds.length && open.length)
    return (
      <Tooltip
        title={open
          .map((one) => t('lines.alsoOpen', { caseNo: one.caseNo, amount: money(one.amount) }))
          .join(t('ui.semicolon'))}
      >
        <span className="suspicion">{t('lines.also')}</span>
      </Tooltip>
    );
  if (!line.refunds.length) return <span className="muted">—</span>;
  const said = line.refunds
    .map((one) => `${one.source} ${one.documentNo} ${one.on ?? ''} ${money(one.amount)}`)
    .join('\n');
  const sum = line.refunds.reduce((all, one) => all + Number(one.amount), 0).toFixed(2);
  return (
    <Tooltip title={<span style={{ whiteSpace: 'pre-line' }}>{said}</span>}>
      <span className="suspicion" title={t('lines.returnedWhy')}>
        <Money value={sum} />
      </span>
    </Tooltip>
  );
}
