import { useTranslation } from 'react-i18next';
import { useQuery } from 'urql';
import type { ValueWord } from '../../acts/types';
import { moment } from '../../ui/format';
import { Money } from '../../ui/Money';
import { Facts, Panel } from '../../ui/Panel';
import { StatusTag } from '../../ui/StatusTag';
import type { CaseFile } from './caseFile';
import { lessSaid } from './lessSaid';
import { PharmacyOutlookQuery } from './operations';

/** The handling under the agreement: its measures, its money, and what has to be put right. */
export function HandlingPanel({ file }: { file: CaseFile }) {
  return (
    <>
      <Measures file={file} />
      <HandlingMoney file={file} />
      <Performance file={file} />
      <Rectification file={file} />
    </>
  );
}

function Measures({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const handling = file.handling;
  if (!handling) return null;
  const points = handling.pharmacyRows;
  return (
    <Panel title={t('cases.handling')}>
      {handling.measures.map((one) => (
        <div key={one.kind + one.target + one.area} className="row between">
          <span>
            {t(`acts.values.${one.kind as ValueWord}`)} {one.target}{' '}
            <span className="muted">{one.clause}</span>
            {one.area ? ` ${t('cases.inArea', { area: one.area })}` : null}
          </span>
          {one.months ? (
            <span>{t('cases.nMonths', { n: one.months })}</span>
          ) : one.endsAt ? (
            <span>{t('cases.untilMoment', { moment: moment(one.endsAt) })}</span>
          ) : Number(one.amount) ? (
            <Money value={one.amount} unit={t('ui.yuan')} />
          ) : null}
        </div>
      ))}
      {points.map((one) => (
        <div key={one.act} className="row between">
          <span>{one.title}</span>
          <span>{t('cases.pharmacyPoints', { n: one.points })}</span>
        </div>
      ))}
      {points.length && !file.decision ? (
        <Outlook file={file} acts={handling.pharmacyActs} />
      ) : null}
      {handling.lessGround ? (
        <p className="wrap">
          {t('cases.notDemanded')}: {lessSaid(t, handling)}
        </p>
      ) : null}
      <p className="wrap">{handling.reasons}</p>
      {handling.rectify ? (
        <p className="wrap">
          {t('cases.rectify', { text: handling.rectify, n: handling.rectifyDays })}
        </p>
      ) : null}
      <span className="muted">{handling.proposedBy}</span>
    </Panel>
  );
}

/** What the points would bring about if the handling were decided now. */
function Outlook({ file, acts }: { file: CaseFile; acts: readonly string[] }) {
  const { t } = useTranslation();
  const code = file.case.party?.key ?? '';
  const [{ data }] = useQuery({
    query: PharmacyOutlookQuery,
    variables: { code, acts: [...acts], caseNo: file.case.caseNo },
  });
  const ahead = data?.pharmacyOutlook;
  if (!ahead) return null;
  const lifts = ahead.level?.lifts ? 'measures.liftsItself' : 'measures.doesNotLift';
  return (
    <p className="suspicion wrap">
      {t('cases.pharmacyYear', { before: ahead.before, after: ahead.after })}{' '}
      {ahead.level
        ? `${t('cases.pharmacyLevel', { level: ahead.level.title })}${t(lifts)}`
        : t('cases.pharmacyNoLevel')}
    </p>
  );
}

function HandlingMoney({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const money = file.handlingMoney;
  if (!money) return null;
  const yuan = (value: string) => <Money value={value} unit={t('ui.yuan')} />;
  return (
    <Panel title={t('cases.handlingMoney')}>
      <Facts
        figures
        rows={[
          [t('cases.toRecover'), yuan(money.recovery)],
          [
            t('cases.recoveredBefore'),
            Number(money.recoveredBefore) ? yuan(money.recoveredBefore) : null,
          ],
          [t('cases.cameBack'), yuan(money.recovered)],
          [t('cases.recoveryOpen'), yuan(money.recoveryOpen)],
          [t('cases.damages'), Number(money.damages) ? yuan(money.damages) : null],
          [t('cases.damagesPaid'), Number(money.damages) ? yuan(money.damagesPaid) : null],
          [t('cases.damagesOpen'), Number(money.damages) ? yuan(money.damagesOpen) : null],
        ]}
      />
    </Panel>
  );
}

/** What an institution that was pressed in vain was told to perform, before the court is asked. */
function Performance({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const one = file.performance;
  if (!one) return null;
  const yuan = (value: string) => <Money value={value} unit={t('ui.yuan')} />;
  return (
    <Panel
      title={t('cases.performance')}
      extra={
        <StatusTag tone={one.servedOn ? 'done' : 'suspicion'}>
          {t(one.servedOn ? 'cases.performanceServed' : 'cases.performanceUnserved')}
        </StatusTag>
      }
    >
      <Facts
        rows={[
          [t('acts.fields.decisionNo'), one.decisionNo],
          [t('cases.toRecover'), yuan(one.recovery)],
          [t('cases.damages'), Number(one.damages) ? yuan(one.damages) : null],
          [t('cases.performWithin'), t('cases.performDays', { count: one.days })],
          [t('cases.reasons'), one.reasons],
          [t('cases.decision'), `${one.by} ${moment(one.at)}`],
          [t('cases.served'), one.servedOn],
        ]}
      />
    </Panel>
  );
}

function Rectification({ file }: { file: CaseFile }) {
  const { t } = useTranslation();
  const one = file.rectification;
  if (!one) return null;
  const days = file.handling?.rectifyDays ?? '';
  const word = one.passed ? 'passed' : one.reported ? 'reported' : 'open';
  return (
    <Panel
      title={t('cases.rectification')}
      extra={
        <StatusTag tone={one.passed ? 'done' : 'suspicion'}>
          {t(`cases.rectificationStates.${word}`)}
        </StatusTag>
      }
    >
      <Facts
        rows={[
          [t('cases.rectifyText'), one.text],
          [t('cases.rectifyDue'), one.due ?? t('cases.rectifyFromService', { days })],
          ...one.reports.map((text): [string, string] => [t('cases.rectifyReport'), text]),
          ...one.checks.map((check): [string, string] => [
            t('cases.rectifyCheck'),
            `${check.heldOn} ${t(check.passed ? 'cases.checkPassed' : 'cases.checkFailed')} ${check.record}`,
          ]),
        ]}
      />
    </Panel>
  );
}
