import { PrinterOutlined } from '@ant-design/icons';
import { Button, Segmented, Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import { troubleOf } from '../../api/trouble';
import { useLive } from '../../app/live';
import { EmptyState } from '../../ui/EmptyState';
import { ErrorState } from '../../ui/ErrorState';
import { useUrlState } from '../../ui/useUrlState';
import { BoardColumn } from './BoardColumn';
import { useCardKeys } from './keys';
import { OfficerBoardQuery, StageBoardQuery } from './operations';
import './boards.css';

const STREAMS = ['case:'];

/** Open cases side by side: by stage of the procedure, or by officer with the load of each. */
export function Component() {
  const { t } = useTranslation();
  const [state, setState] = useUrlState();
  const byOfficer = state.by === 'officer';
  const [{ data, error }, refetch] = useQuery({
    query: byOfficer ? OfficerBoardQuery : StageBoardQuery,
  });
  useLive(STREAMS, refetch);
  const move = useCardKeys();
  const trouble = data ? null : troubleOf(error);
  if (trouble) return <ErrorState trouble={trouble} retry={() => refetch()} />;
  const columns = data?.columns;
  const most = Math.max(1, ...(columns ?? []).map((one) => one.total));
  return (
    <div className="page boards-page">
      <div className="page-head">
        <h1>{t('boards.title')}</h1>
        <div className="row no-print">
          <Segmented
            aria-label={t('boards.by')}
            value={byOfficer ? 'officer' : 'stage'}
            options={[
              { value: 'stage', label: t('boards.stage') },
              { value: 'officer', label: t('boards.officer') },
            ]}
            onChange={(by) => setState({ by: by === 'officer' ? 'officer' : '' })}
          />
          <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('boards.print')}
          </Button>
        </div>
      </div>
      {columns ? null : <Skeleton active />}
      {columns?.length === 0 ? <EmptyState what={t('boards.none')} /> : null}
      <section className="board" aria-label={t('boards.keys')} onKeyDown={move}>
        {(columns ?? []).map((column, at) => (
          <BoardColumn
            key={column.key}
            column={column}
            share={byOfficer && column.key ? column.total / most : null}
            byOfficer={byOfficer}
            entry={at === 0}
          />
        ))}
      </section>
    </div>
  );
}
