import { CheckCircleOutlined, ClockCircleOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Panel } from '../../../ui/Panel';
import type { CaseFile } from '../CasePage';

type Paper = CaseFile['effect'][number];

/** What gives the decision effect: each paper, its law, and the one step that is still to be done. */
export function EffectPanel({
  file,
  onIssue,
  onSign,
}: {
  file: CaseFile;
  onIssue: (formId: string, title: string) => void;
  onSign: (issueId: string, title: string) => void;
}) {
  const { t } = useTranslation();
  if (!file.effect.length) return null;
  const may = (act: string) => file.nextActions.some((one) => one.act === act);
  const named = (formId: string) =>
    file.formKinds.find((one) => one.formId === formId)?.title ?? formId;
  const step = (one: Paper) => {
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
  const open = file.effect.some((one) => !one.evidenceId);
  const stands = file.servedOn ? 'cases.forms.served' : 'cases.forms.inEffect';
  return (
    <Panel title={t('cases.forms.effect')} extra={t(open ? 'cases.forms.noEffect' : stands)} flush>
      <Table<Paper>
        size="small"
        pagination={false}
        rowKey="need"
        dataSource={[...file.effect]}
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
    </Panel>
  );
}
