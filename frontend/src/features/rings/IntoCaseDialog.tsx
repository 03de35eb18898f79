import { Alert, App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { OpenCaseSelect } from '../findings/OpenCaseSelect';
import type { Dossier } from './dossier';
import { useToCase } from './useToCase';

/** Which open case gets the ring with its list and dossier; the choice is the order to do it. */
export function IntoCaseDialog({
  dossier,
  members,
  onDone,
  onClose,
}: {
  dossier: Dossier;
  members: readonly string[];
  onDone: (caseNo: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { runInto, step } = useToCase(dossier, members);
  const [chosen, setChosen] = useState<string | null>(null);
  const [half, setHalf] = useState<string | null>(null);
  const choose = async (wanted: string) => {
    setChosen(wanted);
    const { caseNo, why } = await runInto(wanted);
    if (caseNo && !why) {
      message.success(t('rings.intoDone', { caseNo }));
      onDone(caseNo);
    } else if (caseNo) setHalf(t('rings.intoHalf', { caseNo, why: why ?? '' }));
    else {
      message.error(why, 8);
      setChosen(null);
    }
  };
  return (
    <Modal
      open
      title={t('rings.intoTitle')}
      okText={step ? t(`rings.caseSteps.${step}`) : t('rings.intoAgain')}
      okButtonProps={half ? {} : { style: { display: 'none' } }}
      cancelText={t('ui.cancel')}
      confirmLoading={step !== null}
      onOk={() => (chosen ? choose(chosen) : undefined)}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      <div className="stack">
        {half ? <Alert type="warning" showIcon title={half} /> : null}
        <p style={{ margin: 0 }}>
          {t('rings.intoWhat', { n: members.length || dossier.ring.memberCount })}
        </p>
        <OpenCaseSelect
          autoFocus
          defaultOpen
          loading={step !== null}
          // Once the ring is in a case, only its papers are missing: the case stays.
          disabled={step !== null || half !== null}
          value={chosen}
          nothing={t('rings.noOpenCase')}
          onChange={choose}
        />
        {step ? <span className="muted">{t(`rings.caseSteps.${step}`)}</span> : null}
      </div>
    </Modal>
  );
}
