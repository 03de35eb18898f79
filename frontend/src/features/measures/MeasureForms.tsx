import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PurposeDownload } from '../../api/PurposeDownload';
import { holds, useMe } from '../../app/session';
import { ScanLink, ScanUpload } from '../cases/ScanUpload';
import { paperAttach } from './acts';
import type { Measure } from './measure';

/** The measure on paper: approval form and notices, as Word and PDF. */
export function MeasureForms({ row, onDone }: { row: Measure; onDone: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  // Who puts things into the vault.
  const may = holds(me, 'INSPECTOR', 'SUPERVISOR', 'AGENCY_OFFICER', 'AGENCY_HEAD');
  const [address, setAddress] = useState('');
  if (!row.forms.length) return null;
  const key = `${row.subjectKind.toLowerCase()}:${row.subjectKey}${row.department ? `/${row.department}` : ''}`;
  return (
    <div className="stack" style={{ gap: 4 }}>
      <strong>{t('measures.forms')}</strong>
      {row.forms.map((one) => (
        <div key={one.formId} className="row between">
          <span>{one.title}</span>
          <span className="row">
            {one.scan ? <ScanLink scan={one.scan} name={t('measures.signed')} /> : null}
            {may ? (
              <ScanUpload
                spec={paperAttach}
                fixed={{
                  subjectKind: row.subjectKind,
                  subjectKey: row.subjectKey,
                  department: row.department,
                  measureId: row.measureId,
                  formId: one.formId,
                }}
                kind="DOCUMENTARY"
                label={t(
                  one.scan && !one.scanLost ? 'cases.forms.replace' : 'measures.attachSigned',
                )}
                again={Boolean(one.scan) && !one.scanLost}
                of={one.title}
                onDone={onDone}
              />
            ) : null}
            {(['docx', 'pdf'] as const).map((kind) => (
              <Button
                key={kind}
                type="text"
                size="small"
                icon={kind === 'pdf' ? <FilePdfOutlined /> : <FileWordOutlined />}
                aria-label={`${t(`cases.forms.${kind}`)} ${one.title}`}
                title={t(`cases.forms.${kind}`)}
                onClick={() => setAddress(`/export/measure-form/${one.formId}.${kind}`)}
              />
            ))}
          </span>
        </div>
      ))}
      {address ? (
        <PurposeDownload
          address={address}
          asked={{ key, measureId: row.measureId }}
          onClose={() => setAddress('')}
        />
      ) : null}
    </div>
  );
}
