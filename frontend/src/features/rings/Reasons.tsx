import { CheckOutlined, MinusOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../ui/Panel';

interface Reason {
  code: string;
  text: string;
  supports: boolean;
}

/** What speaks for the suspicion, and what speaks against it; both are always shown. */
export function Reasons({ reasons }: { reasons: readonly Reason[] }) {
  const { t } = useTranslation();
  const pro = reasons.filter((one) => one.supports);
  const contra = reasons.filter((one) => !one.supports);
  return (
    <>
      <Panel title={t('rings.reasons')}>
        <div className="stack">
          {pro.map((one) => (
            <div key={one.code + one.text} className="wrap">
              <CheckOutlined className="suspicion" /> {one.text}
            </div>
          ))}
        </div>
      </Panel>
      <Panel title={t('rings.against')}>
        {contra.length ? (
          <div className="stack">
            {contra.map((one) => (
              <div key={one.code + one.text} className="wrap">
                <MinusOutlined className="done" /> {one.text}
              </div>
            ))}
          </div>
        ) : (
          <span className="muted">{t('rings.noAgainst')}</span>
        )}
      </Panel>
    </>
  );
}
