import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { day, money } from '../../../ui/format';
import type { Lines } from './useLines';

export type UnsetRefund = Lines['unset'][number];

/** Refund settlements that gave back a part of a visit and name no line: a person says of which. */
export function Unset(given: { found: Lines; onRecord?: (one: UnsetRefund) => void }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="warning"
      showIcon
      data-testid="unset-refunds"
      title={t('lines.unset')}
      description={given.found.unset.map((one) => (
        <div key={one.visit} className="row wrapping">
          <span className="wrap">
            {t('lines.unsetLine', {
              visit: one.visit,
              on: one.on ? day(one.on) : '—',
              documents: one.documents.join(t('ui.comma')),
              billed: money(one.billed),
              amount: money(one.amount),
            })}
          </span>
          {given.onRecord ? (
            <Button size="small" onClick={() => given.onRecord?.(one)}>
              {t('lines.refund')}
            </Button>
          ) : null}
        </div>
      ))}
    />
  );
}
