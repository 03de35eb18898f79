import { FilePdfOutlined, FileWordOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../../api/download';
import { EmptyState } from '../../../ui/EmptyState';
import { moment } from '../../../ui/format';
import { Panel } from '../../../ui/Panel';
import { StatusTag } from '../../../ui/StatusTag';
import type { CaseFile } from '../caseFile';
import { Inner } from './Inner';

type Issued = CaseFile['forms'][number];

/** What was issued: as Word and PDF, and its signed paper. */
export function IssuedForms({
  file,
  onSign,
}: {
  file: CaseFile;
  onSign: (issueId: string, title: string, again: boolean) => void;
}) {
  const { t } = useTranslation();
  const { download, busy } = useDownload();
  const maySign = file.nextActions.some((one) => one.act === 'caseFormSign');
  const take = (form: Issued, kind: 'docx' | 'pdf') =>
    download(`/export/form/${encodeURIComponent(file.case.caseNo)}/${form.issueId}.${kind}`);
  return (
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
                <div>
                  {one.title} {one.inner ? <Inner /> : null}
                </div>
                <div className="muted">{one.number}</div>
              </>
            ),
          },
          {
            title: t('cases.forms.at'),
            width: 128,
            render: (_, one) => (
              <>
                <div>{one.issuedBy}</div>
                <div className="muted">{moment(one.issuedAt)}</div>
              </>
            ),
          },
          { title: t('cases.forms.state'), width: 130, render: (_, one) => <State form={one} /> },
          {
            width: 150,
            align: 'right',
            render: (_, one) => (
              <>
                {maySign && !one.void ? (
                  <Button
                    type="link"
                    size="small"
                    aria-label={`${t(one.signed ? 'cases.forms.replace' : 'cases.forms.sign')} ${one.title}`}
                    onClick={() => onSign(one.issueId, one.title, Boolean(one.signed))}
                  >
                    {t(one.signed ? 'cases.forms.replace' : 'cases.forms.sign')}
                  </Button>
                ) : null}
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
  );
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
