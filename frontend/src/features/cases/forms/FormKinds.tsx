import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../../api/download';
import { Panel } from '../../../ui/Panel';
import type { CaseFile } from '../caseFile';
import { Inner } from './Inner';

type Kind = CaseFile['formKinds'][number];

/** What can be issued now; what still lacks a part of the case is shown on demand. */
export function FormKinds({
  file,
  onIssue,
}: {
  file: CaseFile;
  onIssue: (formId: string, title: string) => void;
}) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  const { download, busy } = useDownload();
  const drafts = `/export/form-draft/${encodeURIComponent(file.case.caseNo)}`;
  const may = file.nextActions.some((one) => one.act === 'caseFormIssue');
  const issued = new Set(file.forms.filter((one) => !one.void).map((one) => one.formId));
  const waiting = file.formKinds.filter((one) => one.missing).length;
  if (!file.formKinds.length) return null;
  return (
    <Panel
      title={t('cases.forms.kinds')}
      extra={
        waiting ? (
          <Button type="link" size="small" onClick={() => setAll(!all)}>
            {t(all ? 'cases.forms.onlyReady' : 'cases.forms.alsoWaiting', { n: waiting })}
          </Button>
        ) : null
      }
      flush
    >
      <Table<Kind>
        size="small"
        pagination={false}
        rowKey="formId"
        dataSource={file.formKinds.filter((one) => all || !one.missing)}
        columns={[
          {
            title: t('cases.forms.form'),
            render: (_, one) => (
              <>
                {one.title} {one.inner ? <Inner /> : null}
              </>
            ),
          },
          { title: t('cases.forms.basis'), dataIndex: 'basis', className: 'muted' },
          { title: t('cases.forms.series'), width: 110, dataIndex: 'series' },
          {
            width: 220,
            align: 'right',
            render: (_, one) =>
              one.missing ? (
                <span className="muted">{t('cases.forms.missing', { what: one.missing })}</span>
              ) : (
                <div className="row" style={{ justifyContent: 'flex-end' }}>
                  {may ? (
                    <Button
                      type="link"
                      size="small"
                      disabled={busy}
                      aria-label={`${t('cases.forms.draft')} ${one.title}`}
                      onClick={() => void download(`${drafts}/${one.formId}.pdf`)}
                    >
                      {t('cases.forms.draft')}
                    </Button>
                  ) : null}
                  <Button
                    size="small"
                    disabled={!may}
                    onClick={() => onIssue(one.formId, one.title)}
                  >
                    {t(issued.has(one.formId) ? 'cases.forms.again' : 'cases.forms.issue')}
                  </Button>
                </div>
              ),
          },
        ]}
      />
    </Panel>
  );
}
