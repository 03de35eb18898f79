import { DownloadOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import type { TFunction } from 'i18next';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDownload } from '../../../api/download';
import { holds, useMe } from '../../../app/session';
import type { LineFilterInput, LineVerdict } from '../../../gql/graphql';
import { EmptyState } from '../../../ui/EmptyState';
import { ErrorState } from '../../../ui/ErrorState';
import { FilterBar, type FilterSpec } from '../../../ui/FilterBar';
import { count } from '../../../ui/format';
import { MenuButton } from '../../../ui/MenuButton';
import { Money } from '../../../ui/Money';
import { RowTable } from '../../../ui/RowTable';
import { type UrlState, useUrlState } from '../../../ui/useUrlState';
import type { CaseFile } from '../caseFile';
import { Clashes } from './Clashes';
import { lineColumns, STATES } from './columns';
import { JudgeDialog, type Scope } from './JudgeDialog';
import { RefundBook } from './RefundBook';
import { RefundDialog } from './RefundDialog';
import { RefundsUpload } from './RefundsUpload';
import { Unset, type UnsetRefund } from './Unset';
import { useJudge } from './useJudge';
import { type Line, type Lines, useLines } from './useLines';

/** The address holds the tab's own filter. */
function filterOf(state: UrlState): LineFilterInput {
  return {
    ...(state.lineRule ? { ruleId: state.lineRule } : {}),
    ...(state.lineState ? { state: state.lineState } : {}),
    ...(state.lineText ? { text: state.lineText } : {}),
    ...(state.lineLeast ? { least: state.lineLeast } : {}),
    ...(state.lineMost ? { most: state.lineMost } : {}),
    ...(state.lineFinding ? { findingId: state.lineFinding } : {}),
    ...(state.lineDayFrom ? { fromDay: state.lineDayFrom } : {}),
    ...(state.lineDayTo ? { toDay: state.lineDayTo } : {}),
  };
}

const key = (line: Line) => line.lineId;

/** Whose lines can have come back: the institution that is the party; of a person's, those that billed them. */
function codesOf(file: CaseFile, institutions: readonly string[]): readonly string[] {
  const { party } = file.case;
  if (party?.kind === 'INSTITUTION') return [party.key];
  return institutions;
}

/** 逐条认定: every suspected line with its verdict; j/k moves, C confirms, R rejects, N says part. */
export function LinesTab({ file, onDone }: { file: CaseFile; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { download } = useDownload();
  const [state, change] = useUrlState();
  const caseNo = file.case.caseNo;
  const filter = useMemo(() => filterOf(state), [state]);
  const listed = file.lineTotals?.listed ?? 0;
  const { found, loading, trouble, more, reload, renew } = useLines(caseNo, filter, listed);
  const [at, setAt] = useState(0);
  const [selected, setSelected] = useState<string[]>([]);
  const [asking, setAsking] = useState<{ scope: Scope; verdict: LineVerdict } | null>(null);
  const [refunding, setRefunding] = useState<UnsetRefund | 'any' | null>(null);
  const [book, setBook] = useState(false);
  const { judge, refused } = useJudge();
  const may = file.nextActions.some((one) => one.act === 'caseLinesJudge');
  // Money that came back is recorded whoever is at work on the case, and long after the verdicts.
  const mayRecord = holds(useMe(), 'INSPECTOR', 'SUPERVISOR', 'AGENCY_OFFICER');
  const rows = found?.rows ?? [];
  const codes = codesOf(file, found?.institutions ?? []);

  const act = async (what: string, line: Line | undefined) => {
    if (!line) return;
    if (what === 'select')
      setSelected((keys) =>
        keys.includes(line.lineId)
          ? keys.filter((one) => one !== line.lineId)
          : [...keys, line.lineId],
      );
    if (!may) return;
    const scope = { lineIds: [line.lineId], size: 1 };
    if (what === 'reject') setAsking({ scope, verdict: 'REJECTED' });
    if (what === 'note') setAsking({ scope, verdict: 'PARTLY' });
    if (what === 'confirm') {
      const taken = await judge({ caseNo, verdict: 'CONFIRMED', lineIds: [line.lineId] });
      if (!taken) return;
      setAt((now) => Math.min(now + 1, rows.length - 1));
      await renew(line.lineId);
      onDone();
    }
  };
  const judged = () => {
    const one = asking?.scope.lineIds?.length === 1 ? asking.scope.lineIds[0] : undefined;
    setAsking(null);
    setSelected([]);
    message.success(t('lines.judged'));
    if (one) void renew(one);
    else void reload();
    onDone();
  };
  const address = `/export/case-lines/${encodeURIComponent(caseNo)}`;
  if (trouble && !found) return <ErrorState trouble={trouble} retry={() => void reload()} />;
  return (
    <div className="stack" style={{ padding: 12, gap: 8 }}>
      <FilterBar filters={filtersOf(found, file, t)} state={state} onChange={change}>
        <span className="row">
          {codes.length && mayRecord ? (
            <>
              <Button onClick={() => setRefunding('any')}>{t('lines.refund')}</Button>
              <RefundsUpload codes={codes} onDone={() => void reload()} />
              <Button onClick={() => setBook(true)}>{t('lines.book')}</Button>
            </>
          ) : null}
          <MenuButton
            icon={<DownloadOutlined />}
            disabled={!Number(found?.whole.confirmed)}
            menu={{
              items: [
                { key: 'pdf', label: t('lines.printPdf') },
                { key: 'xlsx', label: t('lines.printXlsx') },
              ],
              onClick: (chosen) => void download(`${address}.${chosen.key}`),
            }}
          >
            {t('lines.print')}
          </MenuButton>
        </span>
      </FilterBar>
      {refused ? <Alert type="error" showIcon closable title={refused} /> : null}
      {found?.clashes.length ? <Clashes found={found} /> : null}
      {found?.unset.length ? (
        <Unset found={found} {...(mayRecord ? { onRecord: setRefunding } : {})} />
      ) : null}
      {may && found?.total ? (
        <div className="bulk" role="toolbar" aria-label={t('lines.bulk')}>
          {selected.length ? (
            <strong>{t('ui.list.selected', { n: selected.length })}</strong>
          ) : (
            <span className="muted">
              {t('lines.allMatching', { n: count(found.total), count: found.total })}
            </span>
          )}
          {(['CONFIRMED', 'PARTLY', 'REJECTED'] as const).map((verdict) => (
            <Button
              key={verdict}
              size="small"
              onClick={() =>
                setAsking({
                  verdict,
                  scope: selected.length
                    ? { lineIds: selected, size: selected.length }
                    : { where: filter, size: found.total },
                })
              }
            >
              {t(`lines.states.${verdict.toLowerCase() as 'confirmed'}`)}
            </Button>
          ))}
          <span className="grow" />
          <span className="muted">{t('lines.keys')}</span>
        </div>
      ) : null}
      <div className="list-room">
        <RowTable
          label={t('lines.title')}
          rows={rows}
          rowKey={key}
          columns={lineColumns(t)}
          loading={loading}
          at={at}
          onAt={setAt}
          onAct={(what, line) => void act(what, line)}
          onEnd={more}
          empty={<EmptyState what={found?.whole.listed ? t('lines.noneMatch') : t('lines.none')} />}
          {...(may ? { selected, onSelect: setSelected } : {})}
        />
      </div>
      {found ? <Sums found={found} /> : null}
      {book ? (
        <RefundBook codes={codes} onDone={() => void reload()} onClose={() => setBook(false)} />
      ) : null}
      {refunding ? (
        <RefundDialog
          codes={Object.fromEntries(rows.map((one) => [one.lineId, one.fixmedinsCode]))}
          party={codes[0] ?? ''}
          of={refunding === 'any' ? null : refunding}
          lineId={(selected.length === 1 ? selected[0] : rows[at]?.lineId) ?? ''}
          onDone={() => void reload()}
          onClose={() => setRefunding(null)}
        />
      ) : null}
      {asking ? (
        <JudgeDialog
          caseNo={caseNo}
          scope={asking.scope}
          verdict={asking.verdict}
          onDone={judged}
          onClose={() => setAsking(null)}
        />
      ) : null}
    </div>
  );
}

function filtersOf(found: Lines | null, file: CaseFile, t: TFunction): FilterSpec[] {
  return [
    {
      key: 'lineRule',
      label: t('lines.rule'),
      kind: 'select',
      options: (found?.groups ?? []).map((one) => ({
        value: one.ruleId,
        label: `${one.ruleName} (${one.open}/${one.count})`,
      })),
      width: 170,
    },
    {
      key: 'lineState',
      label: t('lines.state'),
      kind: 'select',
      options: STATES.map((value) => ({ value, label: t(`lines.states.${value}`) })),
      width: 110,
    },
    { key: 'lineText', label: t('lines.text'), kind: 'text', width: 160 },
    {
      key: 'lineFinding',
      label: t('lines.finding'),
      kind: 'select',
      options: file.findings.map((one) => ({
        value: one.findingId,
        label: `${one.ruleName} ${one.findingId}`,
      })),
      width: 150,
    },
    { key: 'lineDay', label: t('lines.on'), kind: 'range' },
    { key: 'lineLeast', label: t('lines.least'), kind: 'amount' as const },
    { key: 'lineMost', label: t('lines.most'), kind: 'most' as const },
  ];
}

/** What the filter meets, and the whole case: the loss that the penalty rests on. */
function Sums({ found }: { found: Lines }) {
  const { t } = useTranslation();
  const { matched, whole } = found;
  return (
    <div className="sums" data-testid="line-sums">
      <span className="muted">
        {t('ui.list.rowsOf', { shown: count(found.rows.length), total: count(found.total) })}
      </span>
      <span>
        {t('lines.suspected')} <Money value={matched.suspected} />
      </span>
      <span>
        {t('lines.loss')} <Money value={matched.loss} />
      </span>
      <span className="grow" />
      <span>
        {t('lines.stillOpen')} <strong>{count(whole.open)}</strong> / {count(whole.listed)}
      </span>
      <span>
        {t('lines.deducted')} <Money value={whole.returned} />
      </span>
      <strong>
        {t('lines.wholeLoss')} <Money value={whole.loss} />
      </strong>
    </div>
  );
}
