import { Alert, App, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { OpenCasesQuery } from '../findings/operations';
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
  const [{ data, fetching }] = useQuery({ query: OpenCasesQuery });
  const { runInto, step } = useToCase(dossier, members);
  const [chosen, setChosen] = useState<string | null>(null);
  const [half, setHalf] = useState<string | null>(null);
  const open = (data?.cases.nodes ?? []).filter((one) => one.isOpen);
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
        <Select
          autoFocus
          defaultOpen
          style={{ width: '100%' }}
          loading={fetching || step !== null}
          // Once the ring is in a case, only its papers are missing: the case stays.
          disabled={step !== null || half !== null}
          value={chosen}
          showSearch={{ optionFilterProp: 'label' }}
          aria-label={t('findings.chooseCase')}
          placeholder={t('findings.chooseCase')}
          notFoundContent={fetching ? ' ' : t('rings.noOpenCase')}
          options={open.map((one) => ({
            value: one.caseNo,
            label: t('ui.paren', { a: `${one.caseNo} ${one.title}`, b: one.stageTitle }),
          }))}
          onChange={choose}
        />
        {step ? <span className="muted">{t(`rings.caseSteps.${step}`)}</span> : null}
      </div>
    </Modal>
  );
}
