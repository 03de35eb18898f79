import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActDialog } from '../../acts/ActDialog';
import { useMe } from '../../app/session';
import { EmptyState } from '../../ui/EmptyState';
import { money, sumMoney } from '../../ui/format';
import { Money } from '../../ui/Money';
import { StatusTag } from '../../ui/StatusTag';
import { caseActs } from './acts';
import type { CaseFile } from './caseFile';

export function CaseFindings({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  if (!file.findings.length)
    return (
      <EmptyState
        what={t('cases.noFindings')}
        step={<Link to="/findings">{t('frame.pages.findings')}</Link>}
      />
    );
  return (
    <Table
      size="small"
      pagination={false}
      rowKey="findingId"
      dataSource={[...file.findings]}
      scroll={{ y: 420 }}
      footer={() =>
        `${t('ui.total')} ${money(sumMoney(file.findings.map((one) => one.amount)))} ${t('ui.yuan')}`
      }
      columns={[
        { title: t('findings.rule'), width: 140, dataIndex: 'ruleName' },
        { title: t('findings.sentence'), dataIndex: 'sentence' },
        {
          title: t('findings.amount'),
          width: 130,
          align: 'right',
          render: (_, one) => (
            <>
              <Money value={one.amount} />
              {Number(one.elsewhere) ? (
                <div className="muted">
                  {t('cases.elsewhere', { amount: money(one.elsewhere) })}
                </div>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

export function CaseTasks({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const me = useMe();
  const [finishing, setFinishing] = useState<string | null>(null);
  const spec = caseActs.find((one) => one.act === 'caseFinishTask');
  if (!file.tasks.length) return <EmptyState what={t('cases.noTasks')} />;
  return (
    <div className="stack" style={{ padding: 12 }}>
      {file.tasks.map((task) => (
        <div className="row between" key={task.taskId}>
          <span className="grow wrap">
            <strong>{task.title}</strong> <span className="muted">{task.assignee}</span>{' '}
            {task.due ? <span className="muted">{t('cases.dueOn', { day: task.due })}</span> : null}
          </span>
          {task.result ? (
            <StatusTag tone="done">{t('cases.finished', { result: task.result })}</StatusTag>
          ) : task.assignee === me.account ? (
            <Button size="small" onClick={() => setFinishing(task.taskId)}>
              {t('cases.finish')}
            </Button>
          ) : null}
        </div>
      ))}
      {finishing && spec ? (
        <ActDialog
          spec={spec}
          title={t('cases.finish')}
          fixed={{ caseNo: file.case.caseNo, taskId: finishing }}
          version={file.case.version}
          word={file.case.caseNo}
          onClose={() => setFinishing(null)}
          onDone={() => {
            setFinishing(null);
            onDone();
          }}
        />
      ) : null}
    </div>
  );
}
