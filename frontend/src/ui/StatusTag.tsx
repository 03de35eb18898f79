import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  ExclamationCircleOutlined,
  InfoCircleOutlined,
  StopOutlined,
  WarningOutlined,
} from '@ant-design/icons';
import { Tag } from 'antd';
import type { ReactNode } from 'react';

export type Tone = 'neutral' | 'active' | 'suspicion' | 'danger' | 'done' | 'stopped';

const LOOK: Record<Tone, { color: string; icon: ReactNode }> = {
  neutral: { color: 'default', icon: <InfoCircleOutlined /> },
  active: { color: 'processing', icon: <ClockCircleOutlined /> },
  suspicion: { color: 'warning', icon: <WarningOutlined /> },
  danger: { color: 'error', icon: <ExclamationCircleOutlined /> },
  done: { color: 'success', icon: <CheckCircleOutlined /> },
  stopped: { color: 'default', icon: <StopOutlined /> },
};

/** A state in words; the colour only repeats what icon and word say. */
export function StatusTag({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  const { color, icon } = LOOK[tone];
  return (
    <Tag color={color} icon={icon} style={{ marginInlineEnd: 0 }}>
      {children}
    </Tag>
  );
}
