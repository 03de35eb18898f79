import { Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VaultUpload } from './VaultUpload';

interface CertificateProps {
  name: string;
  label: string;
  help: string | undefined;
  optional?: boolean | undefined;
}

/** A certificate or exam paper: it goes into the vault from here, and the act names it. */
export function CertificateField({ name, label, help, optional }: CertificateProps) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      extra={help}
      rules={optional ? [] : [{ required: true, message: t('acts.needCertificate') }]}
    >
      <Certificate />
    </Form.Item>
  );
}

function Certificate(props: { id?: string; value?: string; onChange?: (id: string) => void }) {
  const { t } = useTranslation();
  const [stored, setStored] = useState('');
  return (
    <div className="stack" style={{ gap: 4 }}>
      <VaultUpload
        id={props.id}
        label={t('acts.uploadCertificate')}
        onKept={(kept) => {
          setStored(kept.name);
          props.onChange?.(kept.evidenceId);
        }}
      >
        {props.value ? (
          <span className="done">{t('cases.evidence.done', { name: stored || props.value })}</span>
        ) : null}
      </VaultUpload>
    </div>
  );
}
