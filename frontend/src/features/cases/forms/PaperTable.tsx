import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CaseFile } from '../caseFile';

/** A paper that has to be there: its form, what was issued of it, and the signed scan. */
export interface WantedPaper {
  key: string;
  title: string;
  basis: string;
  formId: string;
  issueId: string | null;
  evidenceId: string | null;
}

/** Papers that have to be there: each with its law, and the one step that is still to be done. */
export function PaperTable({
  file,
  papers,
  onIssue,
  onSign,
}: {
  file: CaseFile;
  papers: WantedPaper[];
  onIssue: (formId: string, title: string) => void;
  onSign: (issueId: string, title: string) => void;
}) {
  const { t } = useTranslation();
  const may = (act: string) => file.nextActions.some((one) => one.act === act);
  const named = (formId: string) =>
    file.formKinds.find((one) => one.formId === formId)?.title ?? formId;
  const step = (one: WantedPaper) => {
    if (one.evidenceId) return null;
    if (!one.issueId)
      return (
        <Button
          size="small"
          type="primary"
          disabled={!may('caseFormIssue')}
          onClick={() => onIssue(one.formId, named(one.formId))}
        >
          {t('cases.forms.issue')}
        </Button>
      );
    return (
      <Button
        size="small"
        type="primary"
        disabled={!may('caseFormSign')}
        onClick={() => onSign(one.issueId ?? '', named(one.formId))}
      >
        {t('cases.forms.sign')}
      </Button>
    );
  };
  return (
    <Table<WantedPaper>
      size="small"
      pagination={false}
      rowKey="key"
      dataSource={papers}
      columns={[
        {
          title: t('cases.forms.paper'),
          render: (_, one) => (
            <>
              {one.evidenceId ? (
                <CheckCircleOutlined className="done" aria-label={t('cases.forms.there')} />
              ) : (
                <ClockCircleOutlined className="suspicion" aria-label={t('cases.forms.waits')} />
              )}{' '}
              {one.title}
            </>
          ),
        },
        { title: t('cases.forms.basis'), dataIndex: 'basis', className: 'muted' },
        { width: 110, align: 'right', render: (_, one) => step(one) },
      ]}
    />
  );
}
