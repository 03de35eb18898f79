import { Button } from 'antd';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ActDialog } from '../../acts/ActDialog';
import { ChoicesContext, useChoices } from '../../acts/choices';
import { day, moment } from '../../ui/format';
import { Facts } from '../../ui/Panel';
import { ScanLink } from '../cases/ScanUpload';
import { measureActs, SERVICES } from './acts';
import { MeasureForms } from './MeasureForms';
import type { Measure } from './measure';

const NAMES = [
  'measureHear',
  'measureDecide',
  'measureStop',
  'measureServe',
  'measureCorrectService',
  'measureLift',
  'measureNote',
] as const;
/** What the measure waits for. */
const LEADS: ReadonlySet<string> = new Set(['measureDecide', 'measureStop', 'measureServe']);
type Name = (typeof NAMES)[number];
const isName = (one: string): one is Name => NAMES.some((name) => name === one);

/** When it is over: one absorbed before it began never is, and while it rests nobody knows. */
export const endOf = (
  row: Pick<Measure, 'standing' | 'overAt' | 'restsSince'>,
  t: TFunction,
): string => {
  if (row.standing === 'absorbed') return '—';
  if (row.restsSince) return t('measures.rests', { since: day(row.restsSince) });
  return row.overAt ? moment(row.overAt) : t('measures.untilLifted');
};

/** One measure in full, with what this person may do about it. */
export function MeasureCard({ row, onDone }: { row: Measure; onDone: () => void }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<Name | null>(null);
  const offered = row.measureId ? row.acts.filter(isName) : [];
  const spec = measureActs.find((one) => one.act === open);
  const choices = useChoices();
  const served = {
    [SERVICES]: row.services
      .filter((one) => one.correctable)
      .map((one) => ({ value: one.of, label: `${one.title} ${day(one.servedOn)}` })),
  };
  const manager = row.subjectKind === 'MANAGER';
  return (
    <div className="stack" style={{ gap: 12 }}>
      <Facts
        rows={[
          [
            t('measures.subject'),
            manager ? row.department : `${row.name} ${row.department}`.trim(),
          ],
          [t('measures.ofInstitution'), manager ? row.name : null],
          [t(manager ? 'measures.institutionCode' : 'measures.code'), row.subjectKey],
          [t('measures.identityNo'), row.identityNo],
          [t('measures.managerRole'), row.managerRole],
          [t('measures.measure'), row.title],
          [t('measures.starts'), row.startsAt ? moment(row.startsAt) : null],
          [t('measures.over'), endOf(row, t)],
          // A bar is of no area: it holds for every designated institution.
          [t('measures.area'), manager ? null : row.area || t('measures.everywhere')],
          [t('measures.standing'), row.standingTitle],
          [t('measures.basis'), row.basis],
          [
            t('measures.decision'),
            row.caseNo ? (
              <Link key="c" to={`/cases/${encodeURIComponent(row.caseNo)}`}>
                {row.caseNo}
              </Link>
            ) : (
              row.documentNo
            ),
          ],
          [t('measures.reasons'), row.reasons],
          [
            t('measures.statement'),
            row.statement ? (
              <span key="s">
                {row.statement}{' '}
                {row.statementScans.map((scan) => (
                  <ScanLink key={scan} scan={scan} name={t('measures.signed')} />
                ))}
              </span>
            ) : null,
          ],
          [t('measures.liftReasons'), row.liftReasons],
          ...row.services.map((one): [string, React.ReactNode] => [
            one.title,
            <span key="s" className="row">
              {[day(one.servedOn), one.way, one.particulars].filter(Boolean).join(' ')}
              {one.receipt ? <ScanLink scan={one.receipt} name={t('measures.receipt')} /> : null}
            </span>,
          ]),
          [t('measures.proposedBy'), row.proposedBy],
          [
            t('measures.decidedBy'),
            row.decidedBy && row.onBehalfOf
              ? t('measures.for', { by: row.decidedBy, name: row.onBehalfOf })
              : row.decidedBy,
          ],
        ]}
      />
      {row.notes.map((note) => (
        <p key={note} className="wrap" style={{ margin: 0 }}>
          {note}
        </p>
      ))}
      {row.standing === 'decided' ? <span className="muted">{t('measures.toServe')}</span> : null}
      {row.source === 'points' ? <span className="muted">{t('measures.fromPoints')}</span> : null}
      <div className="row wrapping">
        {offered.map((name) => (
          <Button
            key={name}
            type={LEADS.has(name) ? 'primary' : 'default'}
            onClick={() => setOpen(name)}
          >
            {t(`measures.acts.${name}`)}
          </Button>
        ))}
      </div>
      <MeasureForms row={row} onDone={onDone} />
      {open && spec ? (
        <ChoicesContext.Provider value={{ ...choices, lists: { ...choices.lists, ...served } }}>
          <ActDialog
            spec={spec}
            title={t(`measures.acts.${open}`)}
            fixed={{
              subjectKind: row.subjectKind,
              subjectKey: row.subjectKey,
              department: row.department,
              measureId: row.measureId,
            }}
            version={row.version}
            word={row.subjectKey}
            onClose={() => setOpen(null)}
            onDone={() => {
              setOpen(null);
              onDone();
            }}
          />
        </ChoicesContext.Provider>
      ) : null}
    </div>
  );
}
