import { Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCodes } from '../../ui/codes/useCodes';
import { moment, sumMoney } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Person } from '../people/Person';
import { type Dossier, type Figures, namesOf } from './dossier';

export interface Asked {
  marks: readonly number[];
  /** The sentence that they carry, if they carry one. */
  what?: string;
}

/** The visits and settlements behind a sentence or a cell; each opens in the graph. */
export function RecordsDrawer({
  dossier,
  figures,
  asked,
  onClose,
}: {
  dossier: Dossier;
  figures: Figures;
  asked: Asked;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const code = useCodes();
  const nameOf = namesOf(dossier);
  const wanted = new Set(asked.marks);
  const rows = figures.records.filter((one) => wanted.has(one.mark));
  const member = (mark: number) => dossier.members[dossier.marks[mark]?.member ?? -1];
  return (
    <Drawer
      open
      size={900}
      onClose={onClose}
      title={
        asked.what ? t('rings.recordsOf', { what: asked.what, n: rows.length }) : t('rings.records')
      }
    >
      <Table
        size="small"
        rowKey="mark"
        dataSource={rows}
        pagination={rows.length > 50 ? { pageSize: 50, showSizeChanger: false } : false}
        expandable={{
          expandedRowRender: (one) =>
            [one.diagnosis, one.bed, ...one.terminals].filter(Boolean).join(' · ') || '—',
        }}
        columns={[
          {
            title: t('rings.member'),
            render: (_, one) => {
              const who = member(one.mark);
              return who ? (
                <Person id={`Patient:${who.psnNo}`} name={who.name ?? null} code={who.psnNo} />
              ) : null;
            },
          },
          {
            title: t('rings.visitAt'),
            render: (_, one) => (one.begins ? moment(one.begins) : '—'),
          },
          { title: t('rings.kind'), render: (_, one) => code('med_type', one.medType) },
          {
            title: t('rings.by'),
            render: (_, one) => nameOf(dossier.marks[one.mark]?.doctor) || '—',
          },
          { title: t('rings.visitNo'), dataIndex: 'mdtrtId' },
          {
            title: t('rings.settlementNo'),
            render: (_, one) =>
              one.setlIds.map((id) => (
                <div key={id}>
                  <Link to={`/graph?focus=${encodeURIComponent(`Settlement:${id}`)}`}>{id}</Link>
                </div>
              )),
          },
          {
            title: t('rings.bill'),
            align: 'right',
            render: (_, one) => <Money value={one.amount} />,
          },
          {
            title: t('rings.fund'),
            align: 'right',
            render: (_, one) => <Money value={one.fund} />,
          },
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={7} />
            <Table.Summary.Cell index={7} align="right">
              <Money value={sumMoney(rows.map((one) => one.amount))} />
            </Table.Summary.Cell>
            <Table.Summary.Cell index={8} align="right">
              <Money value={sumMoney(rows.map((one) => one.fund))} />
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
    </Drawer>
  );
}
