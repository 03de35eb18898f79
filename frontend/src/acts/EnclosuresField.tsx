import { DeleteOutlined } from '@ant-design/icons';
import { Button, Form } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { VaultUpload } from './VaultUpload';

interface EnclosuresProps {
  name: string;
  label: string;
  help: string | undefined;
}

/** Papers that go with what is written: each goes into the vault from here, and the act names them. */
export function EnclosuresField({ name, label, help }: EnclosuresProps) {
  return (
    <Form.Item name={name} label={label} extra={help}>
      <Enclosures />
    </Form.Item>
  );
}

function Enclosures(given: { id?: string; value?: string[]; onChange?: (ids: string[]) => void }) {
  const { t } = useTranslation();
  const [names, setNames] = useState<Record<string, string>>({});
  const ids = given.value ?? [];
  return (
    <div className="stack" style={{ gap: 4 }}>
      {ids.map((one) => (
        <div key={one} className="row between">
          <span className="wrap">{names[one] ?? one}</span>
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('acts.removeEnclosure', { name: names[one] ?? one })}
            onClick={() => given.onChange?.(ids.filter((other) => other !== one))}
          />
        </div>
      ))}
      <VaultUpload
        id={given.id}
        label={t('acts.uploadEnclosure')}
        onKept={(kept) => {
          setNames((known) => ({ ...known, [kept.evidenceId]: kept.name }));
          given.onChange?.([...ids.filter((one) => one !== kept.evidenceId), kept.evidenceId]);
        }}
      />
    </div>
  );
}
