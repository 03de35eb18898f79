import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { BINDINGS, type Binding } from '../../graph/keys';

const GROUPS: readonly Binding['group'][] = ['picture', 'select', 'mark', 'view', 'file'];

/** Every key of the page, from the same list that the page obeys. */
export function KeyHelp({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      width={980}
      centered
      title={t('explore.help.title')}
      footer={null}
      onCancel={onClose}
    >
      <div className="key-help">
        {GROUPS.map((group) => (
          <section key={group}>
            <h3>{t(`explore.help.${group}`)}</h3>
            <dl>
              {BINDINGS.filter((one) => one.group === group).map((one) => (
                <div key={one.command}>
                  <dt>
                    <kbd>
                      {t(`explore.keys.${one.show as 'Enter'}`, { defaultValue: one.show })}
                    </kbd>
                  </dt>
                  <dd>{t(`explore.commands.${one.command}`)}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <p className="muted">{t('explore.help.mouse')}</p>
      </div>
    </Modal>
  );
}
