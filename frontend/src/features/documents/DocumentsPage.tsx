import { DownloadOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { useDownload } from '../../api/download';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import { holds, useMe } from '../../app/session';
import { ErrorState } from '../../ui/ErrorState';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { TemplatesQuery } from './operations';
import { Register } from './Register';
import { ReplaceDialog } from './ReplaceDialog';
import type { Template } from './template';
import { Versions } from './Versions';

const LIVE = ['template:', 'case:'];

/** The legal forms with their templates, and the register of the numbers that they took. */
export function Component() {
  const { t } = useTranslation();
  const me = useMe();
  const { download, busy } = useDownload();
  const [changing, setChanging] = useState<{ form: Template; back: boolean } | null>(null);
  const [{ data, error, fetching }, refetch] = useQuery({ query: TemplatesQuery });
  const reload = () => refetch({ requestPolicy: 'network-only' });
  useLive(LIVE, reload);
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={reload} />;
  const may = holds(me, 'LEGAL_REVIEWER', 'HEAD');
  const take = (form: Template) =>
    download(`/export/form-template/${form.formId}.docx?sha256=${inForce(form)}`);
  return (
    <div className="page scroll">
      <div className="page-head">
        <h1>{t('documents.title')}</h1>
      </div>
      <Register series={data?.numberSeries ?? []} />
      <Panel title={t('documents.templates')} flush>
        <Table<Template>
          size="small"
          pagination={false}
          loading={fetching && !data}
          rowKey="formId"
          scroll={{ x: 900 }}
          dataSource={[...(data?.formTemplates ?? [])]}
          expandable={{ expandedRowRender: (one) => <Versions form={one} /> }}
          columns={[
            { title: t('documents.form'), width: 220, dataIndex: 'title' },
            { title: t('documents.basis'), dataIndex: 'basis', className: 'muted' },
            { title: t('documents.series'), width: 110, dataIndex: 'series' },
            {
              title: t('documents.inForce'),
              width: 210,
              render: (_, one) => <InForce form={one} />,
            },
            {
              width: 250,
              align: 'right',
              render: (_, one) => (
                <>
                  <Button
                    type="text"
                    size="small"
                    disabled={busy}
                    icon={<DownloadOutlined />}
                    aria-label={`${t('documents.download')} ${one.title}`}
                    onClick={() => take(one)}
                  >
                    {t('documents.download')}
                  </Button>
                  {may ? (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => setChanging({ form: one, back: false })}
                    >
                      {t('documents.replace')}
                    </Button>
                  ) : null}
                  {may && one.own ? (
                    <Button
                      type="link"
                      size="small"
                      onClick={() => setChanging({ form: one, back: true })}
                    >
                      {t('documents.reset')}
                    </Button>
                  ) : null}
                </>
              ),
            },
          ]}
        />
      </Panel>
      {changing ? (
        <ReplaceDialog
          {...changing}
          onClose={() => setChanging(null)}
          onDone={() => {
            setChanging(null);
            reload();
          }}
        />
      ) : null}
    </div>
  );
}

const inForce = (form: Template): string => form.versions.at(-1)?.sha256 ?? '';

function InForce({ form }: { form: Template }) {
  const { t } = useTranslation();
  const last = form.versions.at(-1);
  return (
    <>
      <StatusTag tone={form.own ? 'active' : 'done'}>
        {t(form.own ? 'documents.own' : 'documents.shipped')}
      </StatusTag>
      {last ? (
        <div className="muted">{t('documents.since', { by: last.by, at: moment(last.at) })}</div>
      ) : null}
    </>
  );
}
