import { ClockCircleOutlined, FieldTimeOutlined } from '@ant-design/icons';
import { Tooltip } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { timeLeft } from './clock';
import { moment } from './format';

interface ClockProps {
  due: string;
  /** Counted by the server, which knows the public holidays. */
  workingDaysLeft?: number | null;
  basis?: string | null;
  now?: string;
}

/** Time left until a legal deadline; the exact moment and its basis are in the tooltip. */
export function Clock({ due, workingDaysLeft, basis, now }: ClockProps) {
  const { t } = useTranslation();
  const left = timeLeft(due, now ?? dayjs().toISOString(), workingDaysLeft ?? null);
  const text = t(`ui.clock.${left.kind}`, { n: left.n, count: left.n });
  const tone = left.overdue ? 'danger' : left.urgent ? 'suspicion' : '';
  return (
    <Tooltip
      title={
        <>
          <div>{t('ui.clock.due', { at: moment(due) })}</div>
          {basis ? <div>{t('ui.clock.basis', { basis })}</div> : null}
        </>
      }
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the due moment must be reachable by keyboard */}
      <span className={tone} tabIndex={0} style={{ whiteSpace: 'nowrap' }}>
        {left.overdue ? <FieldTimeOutlined /> : <ClockCircleOutlined />} {text}
      </span>
    </Tooltip>
  );
}
