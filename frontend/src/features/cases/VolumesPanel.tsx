import { BookOutlined, DownloadOutlined } from '@ant-design/icons';
import { App, Button, Select, Table, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { PurposeDownload } from '../../api/PurposeDownload';
import { troubleOf } from '../../api/trouble';
import { useJobs } from '../../app/jobs';
import { EmptyState } from '../../ui/EmptyState';
import { bytes, day, moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import type { CaseFile } from './caseFile';
import { DossierStart } from './operations';

type Volume = CaseFile['bindings'][number]['volumes'][number];

/** 正卷 and 副卷 of a closed case: catalogue with page numbers, retention, and the PDF. */
export function VolumesPanel({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const client = useClient();
  const { message } = App.useApp();
  const { reload } = useJobs();
  const [chosen, setChosen] = useState<number | null>(null);
  const [asking, setAsking] = useState<{ version: number; kind: string } | null>(null);
  const bound = file.bindings.find((one) => one.version === chosen) ?? file.bindings[0];
  const start = async () => {
    const { data, error } = await client.mutation(DossierStart, {
      input: { kind: 'BINDING', caseNo: file.case.caseNo },
    });
    const answer = data?.result;
    if (answer?.__typename === 'JobSuccess') {
      message.success(t('cases.volumes.started'));
      reload();
    } else message.error(answer ? answer.message : (troubleOf(error)?.what ?? ''));
  };
  const lacking = file.approvals.filter((one) => !one.evidenceId).map((one) => one.title);
  if (!bound && !file.mayBind && file.case.isOpen)
    return (
      <Panel title={t('cases.volumes.title')}>
        <span className="muted">{t('cases.volumes.notYet')}</span>
      </Panel>
    );
  return (
    <Panel
      title={t('cases.volumes.title')}
      extra={
        <>
          {file.bindings.length > 1 && bound ? (
            <Select
              size="small"
              aria-label={t('cases.volumes.versions')}
              value={bound.version}
              onChange={setChosen}
              options={file.bindings.map((one) => ({
                value: one.version,
                label: t('cases.volumes.version', { n: one.version }),
              }))}
            />
          ) : null}
          {file.mayBind ? (
            <Button type="primary" icon={<BookOutlined />} onClick={start}>
              {t(bound ? 'cases.volumes.again' : 'cases.volumes.bind')}
            </Button>
          ) : null}
        </>
      }
    >
      {lacking.length ? (
        <p className="suspicion">
          {t('cases.volumes.unsigned', { forms: lacking.join(t('ui.comma')) })}
        </p>
      ) : null}
      {file.mayBind && file.bindings[0] && !file.bindings[0].damaged ? (
        <p className="suspicion">{t('cases.volumes.changed', { n: file.bindings.length })}</p>
      ) : null}
      {bound ? (
        <div className="stack">
          <div className="row muted">
            <span>{t('cases.volumes.version', { n: bound.version })}</span>
            <span>
              {bound.boundBy} {moment(bound.boundAt)}
            </span>
            <span title={bound.basis}>{t('cases.volumes.kept', { time: bound.retention })}</span>
            {bound.retainUntil ? (
              <span>
                {t(bound.permanent ? 'cases.volumes.heldAnew' : 'cases.volumes.held', {
                  day: day(bound.retainUntil),
                })}
              </span>
            ) : null}
            {bound.damaged ? (
              <strong className="suspicion">{t('cases.volumes.damaged')}</strong>
            ) : null}
          </div>
          <Tabs
            size="small"
            items={bound.volumes.map((one) => ({
              key: one.kind,
              label: `${one.title} (${one.rows.length})`,
              children: (
                <Catalogue
                  volume={one}
                  onTake={() => setAsking({ version: bound.version, kind: one.kind })}
                  may={Boolean(file.lineTotals)}
                />
              ),
            }))}
          />
        </div>
      ) : (
        <EmptyState what={t('cases.volumes.none')} />
      )}
      {asking ? (
        <PurposeDownload
          address={`/export/volume/${encodeURIComponent(file.case.caseNo)}/${asking.version}/${asking.kind}.pdf`}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </Panel>
  );
}

function Catalogue({ volume, may, onTake }: { volume: Volume; may: boolean; onTake: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="stack">
      <div className="row between">
        <span className="mono muted" title={`SM3 ${volume.sm3}`}>
          SHA-256 {volume.sha256.slice(0, 24)}…　
          {t('cases.volumes.size', { pages: volume.pages, size: bytes(volume.size) })}
        </span>
        {may ? (
          <Button icon={<DownloadOutlined />} onClick={onTake}>
            {t('cases.volumes.take', { title: volume.title })}
          </Button>
        ) : null}
      </div>
      <Table
        size="small"
        pagination={false}
        rowKey="n"
        dataSource={[...volume.rows]}
        columns={[
          { title: t('cases.volumes.n'), dataIndex: 'n', width: 56 },
          { title: t('cases.volumes.number'), dataIndex: 'number', width: 170 },
          {
            title: t('cases.volumes.responsible'),
            width: 130,
            render: (_, one) => one.responsible || t('cases.volumes.bureau'),
          },
          { title: t('cases.volumes.paper'), dataIndex: 'title' },
          { title: t('cases.volumes.on'), width: 104, render: (_, one) => day(one.on) },
          { title: t('cases.volumes.pages'), dataIndex: 'pages', width: 80, align: 'right' },
        ]}
      />
    </div>
  );
}
