import { InboxOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** Says what belongs on an empty page and offers the first step. */
export function EmptyState({ what, step }: { what?: string; step?: ReactNode }) {
  const { t } = useTranslation();
  return (
    <div style={{ padding: '40px 16px', textAlign: 'center' }}>
      <InboxOutlined style={{ fontSize: 32, color: '#8a94a6' }} />
      <div className="muted" style={{ margin: '8px auto 16px', maxWidth: 420 }}>
        {what ?? t('ui.empty.title')}
      </div>
      {step}
    </div>
  );
}
