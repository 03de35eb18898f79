import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActDialog } from '../../acts/ActDialog';
import { useDownload } from '../../api/download';
import { EmptyState } from '../../ui/EmptyState';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { caseActs } from './acts';
import type { CaseFile } from './CasePage';

type Issued = CaseFile['forms'][number];
const ISSUE = caseActs.find((one) => one.act === 'caseFormIssue');

/** Legal forms of the case: what was issued, and what can be issued now. */
export function FormsTab({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const { download, busy } = useDownload();
  const [issuing, setIssuing] = useState<{ formId: string; title: string } | null>(null);
  const may = file.nextActions.some((one) => one.act === 'caseFormIssue');
  const take = (form: Issued, kind: 'docx' | 'pdf') =>
    download(`/export/form/${encodeURIComponent(file.case.caseNo)}/${form.issueId}.${kind}`);
  const issued = new Set(file.forms.filter((one) => !one.void).map((one) => one.formId));
  return (
    <div className="stack" style={{ padding: 12, gap: 12 }}>
      <Panel title={t('cases.forms.issued')} flush>
        <Table<Issued>
          size="small"
          pagination={false}
          rowKey="issueId"
          dataSource={[...file.forms]}
          locale={{ emptyText: <EmptyState what={t('cases.forms.none')} /> }}
          columns={[
            {
              title: t('cases.forms.form'),
              render: (_, one) => (
                <>
                  {one.title} {one.inner ? <Inner /> : null}
                </>
              ),
            },
            { title: t('cases.forms.number'), width: 190, dataIndex: 'number' },
            { title: t('cases.forms.by'), width: 90, dataIndex: 'issuedBy' },
            {
              title: t('cases.forms.at'),
              width: 140,
              render: (_, one) => moment(one.issuedAt),
            },
            { title: t('cases.forms.state'), width: 150, render: (_, one) => <State form={one} /> },
            {
              width: 84,
              align: 'right',
              render: (_, one) => (
                <>
                  <Button
                    type="text"
                    size="small"
                    disabled={busy}
                    icon={<FileWordOutlined />}
                    aria-label={`${t('cases.forms.docx')} ${one.title}`}
                    title={t('cases.forms.docx')}
                    onClick={() => take(one, 'docx')}
                  />
                  <Button
                    type="text"
                    size="small"
                    disabled={busy}
                    icon={<FilePdfOutlined />}
                    aria-label={`${t('cases.forms.pdf')} ${one.title}`}
                    title={t('cases.forms.pdf')}
                    onClick={() => take(one, 'pdf')}
                  />
                </>
              ),
            },
          ]}
        />
      </Panel>
      {file.formKinds.length ? (
        <Panel title={t('cases.forms.kinds')} flush>
          <Table
            size="small"
            pagination={false}
            rowKey="formId"
            dataSource={[...file.formKinds]}
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
                    <Button size="small" disabled={!may} onClick={() => setIssuing(one)}>
                      {t(issued.has(one.formId) ? 'cases.forms.again' : 'cases.forms.issue')}
                    </Button>
                  ),
              },
            ]}
          />
        </Panel>
      ) : null}
      {issuing && ISSUE ? (
        <ActDialog
          spec={ISSUE}
          title={`${t('cases.forms.issue')} ${issuing.title}`}
          fixed={{ caseNo: file.case.caseNo, formId: issuing.formId }}
          version={file.case.version}
          word={file.case.caseNo}
          onDone={() => {
            setIssuing(null);
            onDone();
          }}
          onClose={() => setIssuing(null)}
        />
      ) : null}
    </div>
  );
}

function Inner() {
  const { t } = useTranslation();
  return <span className="muted">({t('cases.forms.inner')})</span>;
}

function State({ form }: { form: Issued }) {
  const { t } = useTranslation();
  if (form.void)
    return (
      <span className="suspicion" title={form.void}>
        {t('cases.forms.void', { reason: form.void })}
      </span>
    );
  return (
    <StatusTag tone={form.signed ? 'done' : 'active'}>
      {t(form.signed ? 'cases.forms.signed' : 'cases.forms.unsigned')}
    </StatusTag>
  );
}
