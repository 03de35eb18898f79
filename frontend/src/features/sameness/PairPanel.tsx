import { Button, Space, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SamePairPartsFragment } from '../../gql/graphql';
import { useCodes } from '../../ui/codes/useCodes';
import { moment } from '../../ui/format';
import { Person } from '../people/Person';
import { ClusterOf } from './ClusterOf';
import { entityOf, graphOf } from './graphOf';

type Pair = SamePairPartsFragment;
type Field = Pair['fields'][number];
type Name = 'name' | 'certno';
type Level = 'equal' | 'similar';

/** Fields of the records whose values are codes, and their lists. */
const CODES: Record<string, string> = {
  gend: 'gend',
  level: 'hosp_lv',
  institutionType: 'fixmedins_type',
  staffType: 'prac_psn_type',
};

interface PairPanelProps {
  pair: Pair;
  onConfirm: () => void;
  onReject: () => void;
  onUnsure: () => void;
  onTakeBack: () => void;
}

/** Two records side by side, what each comparison weighs, and the judgement. */
export function PairPanel({ pair, onConfirm, onReject, onUnsure, onTakeBack }: PairPanelProps) {
  const { t } = useTranslation();
  const codes = useCodes();
  const shown = (field: Field, value: string | null) =>
    value ? codes(CODES[field.name] ?? '', value) : '—';
  const title = (code: string) =>
    pair.kind === 'PATIENT' ? <Person id={`Patient:${code}`} name={code} /> : code;
  const judged = pair.judgement;
  return (
    <div className="stack wide">
      <Table<Field>
        size="small"
        pagination={false}
        rowKey="name"
        dataSource={pair.fields}
        columns={[
          {
            title: t('sameness.field'),
            width: 96,
            render: (_, field) => t(`sameness.names.${field.name as Name}`),
          },
          { title: title(pair.left), render: (_, field) => shown(field, field.left ?? null) },
          { title: title(pair.right), render: (_, field) => shown(field, field.right ?? null) },
          {
            title: t('sameness.compared'),
            width: 116,
            render: (_, field) => (field.level ? t(`sameness.levels.${field.level as Level}`) : ''),
          },
          {
            title: t('sameness.bits'),
            width: 70,
            align: 'right',
            render: (_, field) => (typeof field.bits === 'number' ? signed(field.bits) : ''),
          },
        ]}
        summary={() => (
          <Table.Summary.Row>
            <Table.Summary.Cell index={0} colSpan={4}>
              <strong>{t('sameness.total')}</strong>
            </Table.Summary.Cell>
            <Table.Summary.Cell index={4} align="right">
              <strong>{signed(pair.bits)}</strong>
            </Table.Summary.Cell>
          </Table.Summary.Row>
        )}
      />
      <p className="muted">{t('sameness.hint')}</p>
      {judged?.verdict ? (
        <p>
          {t('sameness.by', { by: judged.by, verdict: t(`sameness.states.${judged.verdict}`) })}{' '}
          <span className="muted">
            {moment(judged.at)} {judged.reason}
          </span>
        </p>
      ) : null}
      <Space>
        {judged ? (
          <Button onClick={onTakeBack}>{t('sameness.takeBack')}</Button>
        ) : (
          <>
            <Button type="primary" onClick={onConfirm}>
              {t('sameness.confirm')}
            </Button>
            <Button onClick={onReject}>{t('sameness.reject')}</Button>
            <Button onClick={onUnsure}>{t('sameness.unsure')}</Button>
          </>
        )}
        <Link to={graphOf(pair)}>{t('sameness.inGraph')}</Link>
      </Space>
      <ClusterOf key={`${pair.key} ${pair.version}`} entity={entityOf(pair.kind, pair.left)} />
    </div>
  );
}

const signed = (bits: number): string => `${bits > 0 ? '+' : ''}${bits.toFixed(1)}`;
