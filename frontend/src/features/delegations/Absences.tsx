import { Button, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { day } from '../../ui/format';
import { Panel } from '../../ui/Panel';
import { delegationActs } from './acts';
import type { Open, Register } from './register';
import { Standing } from './Standing';

type Absence = Register['absences'][number];

/** Who is away, from when to when, and who stands in; the latest first. */
export function Absences({
  register,
  onOpen,
}: {
  register: Register;
  onOpen: (open: Open) => void;
}) {
  const { t } = useTranslation();
  return (
    <Panel title={t('delegations.absences')} flush>
      <Table<Absence>
        size="small"
        pagination={{ pageSize: 10, hideOnSinglePage: true }}
        rowKey="absenceId"
        dataSource={[...register.absences]}
        locale={{ emptyText: t('delegations.noAbsence') }}
        columns={[
          { title: t('delegations.who'), dataIndex: 'who', width: 90 },
          {
            title: t('delegations.standIn'),
            width: 90,
            render: (_, row) => row.standIn ?? '—',
          },
          {
            title: t('delegations.term'),
            width: 190,
            render: (_, row) => `${day(row.startsOn)} – ${day(row.overOn)}`,
          },
          { title: t('delegations.reason'), dataIndex: 'reason' },
          {
            title: t('delegations.status'),
            width: 112,
            render: (_, row) => (
              <Standing row={row} starts={row.startsOn} words={['absent', 'returned']} />
            ),
          },
          {
            title: '',
            width: 90,
            render: (_, row) =>
              row.mayEnd ? (
                <Button
                  size="small"
                  onClick={() =>
                    onOpen({
                      spec: delegationActs.back,
                      title: t('delegations.back'),
                      fixed: { absenceId: row.absenceId },
                      word: row.who,
                    })
                  }
                >
                  {t('delegations.back')}
                </Button>
              ) : null,
          },
        ]}
      />
    </Panel>
  );
}
