import { FilePdfOutlined } from '@ant-design/icons';
import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../api/download';
import { holds, useMe } from '../../app/session';
import { moment } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import { ScanLink, ScanUpload } from '../cases/ScanUpload';
import { delegationActs } from './acts';
import type { Open, Register } from './register';
import { Standing } from './Standing';

interface ListProps {
  register: Register;
  onOpen: (open: Open) => void;
}

type Delegation = Register['delegations'][number];
type Letter = Register['letters'][number];

/** Signatures given away, the latest first. */
export function Delegations({ register, onOpen }: ListProps) {
  const { t } = useTranslation();
  const me = useMe();
  const mayEnd = (row: Delegation) =>
    !row.ended &&
    new Date(row.overAt) > new Date() &&
    (row.principalAccount === me.account || holds(me, 'HEAD'));
  return (
    <Panel title={t('delegations.signatures')} flush>
      <Table<Delegation>
        size="small"
        pagination={false}
        rowKey="delegationId"
        dataSource={register.delegations}
        locale={{ emptyText: t('delegations.none') }}
        columns={[
          { title: t('delegations.principal'), dataIndex: 'principal', width: 74 },
          { title: t('delegations.deputy'), dataIndex: 'deputy', width: 74 },
          {
            title: t('delegations.acts'),
            render: (_, row) => row.acts.map((one) => one.title).join(t('ui.comma')),
          },
          {
            title: t('delegations.term'),
            width: 140,
            render: (_, row) => (
              <>
                {moment(row.startsAt)}
                <br />– {moment(row.overAt)}
              </>
            ),
          },
          { title: t('delegations.reason'), dataIndex: 'reason', width: 120 },
          {
            title: t('delegations.status'),
            width: 112,
            render: (_, row) => (
              <Standing row={row} starts={row.startsAt} words={['holds', 'ended']} />
            ),
          },
          {
            title: '',
            width: 90,
            render: (_, row) =>
              mayEnd(row) ? (
                <Button
                  size="small"
                  onClick={() =>
                    onOpen({
                      spec: delegationActs.end,
                      title: t('delegations.end'),
                      fixed: { delegationId: row.delegationId },
                      word: row.deputy,
                    })
                  }
                >
                  {t('delegations.end')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}

/** The bureau's letters to its centre. */
export function Letters({ register, onOpen, onDone }: ListProps & { onDone: () => void }) {
  const { t } = useTranslation();
  const { download, busy } = useDownload();
  const me = useMe();
  return (
    <Panel title={t('delegations.letters')} flush>
      <Table<Letter>
        size="small"
        pagination={false}
        rowKey="documentNo"
        dataSource={register.letters}
        locale={{ emptyText: t('delegations.noLetter') }}
        columns={[
          {
            title: t('delegations.letterNo'),
            width: 160,
            render: (_, row) => (
              <>
                <div style={{ whiteSpace: 'nowrap' }}>{row.documentNo}</div>
                {row.scan ? <ScanLink scan={row.scan} name={row.scanName ?? row.scan} /> : null}
              </>
            ),
          },
          { title: t('delegations.scope'), dataIndex: 'scope' },
          {
            title: t('delegations.published'),
            width: 120,
            render: (_, row) => `${row.publishedOn} ${row.where}`,
          },
          {
            title: t('delegations.term'),
            width: 110,
            render: (_, row) => `${row.startsOn} – ${row.endsOn}`,
          },
          {
            title: t('delegations.status'),
            width: 90,
            render: (_, row) => (
              <StatusTag tone={row.holds ? 'active' : 'stopped'}>
                {t(row.holds ? 'delegations.holds' : 'delegations.notNow')}
              </StatusTag>
            ),
          },
          {
            title: '',
            width: 168,
            render: (_, row) => (
              <span className="row wrapping">
                {holds(me, 'SUPERVISOR') ? (
                  <ScanUpload
                    spec={delegationActs.letterScan}
                    fixed={{ documentNo: row.documentNo }}
                    kind="DOCUMENTARY"
                    label={
                      row.scan && !row.scanLost
                        ? t('cases.forms.replace')
                        : t('delegations.attachLetter')
                    }
                    again={Boolean(row.scan) && !row.scanLost}
                    of={row.documentNo}
                    onDone={onDone}
                  />
                ) : null}
                <Button
                  type="text"
                  size="small"
                  disabled={busy}
                  icon={<FilePdfOutlined />}
                  aria-label={`${t('cases.forms.pdf')} ${row.documentNo}`}
                  title={t('cases.forms.pdf')}
                  onClick={() =>
                    download(`/export/entrustment.pdf?no=${encodeURIComponent(row.documentNo)}`)
                  }
                />
                {row.holds && holds(me, 'HEAD') ? (
                  <Button
                    size="small"
                    onClick={() =>
                      onOpen({
                        spec: delegationActs.endLetter,
                        title: t('delegations.endLetter'),
                        fixed: { documentNo: row.documentNo },
                        word: row.documentNo,
                      })
                    }
                  >
                    {t('delegations.endLetter')}
                  </Button>
                ) : null}
              </span>
            ),
          },
        ]}
      />
    </Panel>
  );
}
